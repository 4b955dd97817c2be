import {
  CancellationTokenSource,
  Uri,
  ViewColumn,
  window,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  changesOverlay,
  contextMapRequest,
  elementAtRequest,
  elementDetailsRequest,
  type ContextMapParams,
  type ContextMapResult,
  type ElementDetails,
  type ElementsAt,
} from '../../protocol/context-map.js';
import type { MapReview } from '../../protocol/map-review.js';
import {
  isFromWebview,
  type FromWebview,
  type MapState,
  type ToWebview,
} from '../../protocol/map-webview.js';
import { approveChange } from '../review/approve.js';
import { askRevision } from '../review/ask-revision.js';
import { ContractsBeside, actOnContract } from './contracts.js';
import { PanelDrawing } from './drawing.js';
import type { ExportFormat } from './export.js';
import { page } from './page.js';
import { Pinning } from './pinning.js';
import { Revealing } from './revealing.js';
import { Shown } from './shown.js';

export const viewType = 'archivolt.contextMap';

/** One panel with the live map. It holds no model: it asks the server and shows the answer. */
export class ContextMapPanel {
  readonly #panel: WebviewPanel;
  readonly #client: BaseLanguageClient;
  readonly #shown: Shown;
  #revision: string | undefined;
  #ready = false;
  /** Ends waiting for the page to take messages. */
  #begin: () => void = () => undefined;
  readonly #begun = new Promise<void>((resolve) => (this.#begin = resolve));
  /** The request that runs; a newer one cancels it. */
  #asking: CancellationTokenSource | undefined;
  /** What waits for the picture of another model. */
  #waiting: ToWebview | undefined;
  /** What the map says of changes, where they lie over it. */
  #review: MapReview | undefined;
  readonly #pinning = new Pinning(() => this.#shown.place);
  readonly #contracts: ContractsBeside;
  readonly #revealing: Revealing;
  readonly #drawing: PanelDrawing;

  static create(extensionUri: Uri): WebviewPanel {
    return window.createWebviewPanel(
      viewType,
      'Context Map',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview')] },
    );
  }

  constructor(panel: WebviewPanel, extensionUri: Uri, client: BaseLanguageClient, state: MapState) {
    this.#panel = panel;
    this.#client = client;
    this.#shown = new Shown(state);
    this.#revealing = new Revealing(client);
    this.#contracts = new ContractsBeside(client, (contract) =>
      this.#post({ type: 'contract', contract }),
    );
    this.#drawing = new PanelDrawing(
      client,
      () => this.#params(),
      async (message) => {
        await this.#begun;
        await this.#post(message);
      },
    );
    const resources = Uri.joinPath(extensionUri, 'dist', 'webview');
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromWebview(message)) void this.#receive(message);
    });
    panel.onDidDispose(() => this.#asking?.cancel());
    panel.webview.html = page(panel.webview, resources);
  }

  /** Comes to the front, with the model of a document if one is given. */
  reveal(uri?: string): void {
    if (uri !== undefined) this.#shown.ofModel(uri);
    this.#panel.reveal(undefined, true);
    this.refresh();
  }

  /** Asks for the picture again, for the newest state only. */
  refresh(): void {
    if (!this.#ready) return;
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    void this.#show(asking);
  }

  async #show(asking: CancellationTokenSource): Promise<void> {
    try {
      const params = await this.#params();
      const { token } = asking;
      if (token.isCancellationRequested) return;
      const result = await this.#client.sendRequest<ContextMapResult>(
        contextMapRequest,
        { ...params, revision: this.#revision, reset: this.#pinning.isReset },
        token,
      );
      // A newer request has been sent in the meantime.
      if (this.#asking !== asking) return;
      const known = this.#shown.place;
      if (this.#shown.told(result)) {
        // The page has not got this picture, so changes against it are of no use.
        this.#revision = undefined;
        this.refresh();
        return;
      }
      this.#revision = result.revision;
      this.#pinning.shown();
      this.#review = result.review;
      await this.#post({ type: 'show', ...result, state: this.#shown.state });
      await this.#postWaiting();
      await this.#contracts.show(this.#shown.uri);
      // Only now we know where pins would be.
      const isElsewhere = known?.map.former !== this.#shown.place?.map.former;
      if ((!known || isElsewhere) && Object.keys(await this.#pinning.pins()).length > 0)
        this.refresh();
    } catch (error) {
      if (this.#asking !== asking) return;
      const message = error instanceof Error ? error.message : String(error);
      await this.#post({ type: 'failed', message });
    }
  }

  async #params(): Promise<ContextMapParams> {
    const { query, uri } = this.#shown.state;
    return { ...query, uri, pins: await this.#pinning.pins() };
  }

  async #post(message: ToWebview): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromWebview): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#begin();
        this.#revision = message.revision;
        this.refresh();
        break;
      case 'reveal':
        if (this.#shown.root)
          await this.#revealing.source(message, this.#shown.uri, this.#shown.root, this.#review);
        break;
      case 'query':
        this.#shown.ask(message.query);
        this.refresh();
        break;
      case 'details':
        await this.#showDetails(message.id);
        break;
      case 'contracts':
        this.#contracts.ask(message.id, message.path);
        await this.#contracts.show(this.#shown.uri);
        break;
      case 'contract-action':
        if (this.#shown.root) {
          await actOnContract(
            this.#client,
            message.action,
            this.#shown.uri,
            this.#shown.root,
            message.path,
          );
        }
        break;
      case 'pin':
        await this.#pinning.put(message.id, message, message.from);
        this.refresh();
        break;
      case 'reset':
        await this.#pinning.reset();
        this.refresh();
        break;
      case 'undo':
      case 'redo':
        if (await this.#pinning[message.type]()) this.refresh();
        break;
      case 'choose-revision':
        await this.#chooseRevision();
        break;
      case 'reveal-place':
        if (this.#shown.root) await this.#revealing.place(this.#shown.root, message.place);
        break;
      case 'reveal-former':
        if (this.#shown.root)
          await this.#revealing.place(this.#shown.root, message.place, message.commit);
        break;
      case 'approve':
        if (await approveChange(this.#client, this.#shown.uri, message)) this.refresh();
        break;
      case 'export':
        await this.export(message.flow === true);
        break;
      case 'copy-sequence':
        await this.#drawing.copySequence();
        break;
      case 'png':
        this.#drawing.takeImage(message.data);
        break;
    }
  }

  async #showDetails(id: string): Promise<void> {
    const details = await this.#client.sendRequest<ElementDetails | null>(elementDetailsRequest, {
      uri: this.#shown.uri,
      id,
    });
    if (details) await this.#post({ type: 'details', details });
  }

  /** Compares with another revision. */
  async #chooseRevision(): Promise<void> {
    const against = await askRevision(this.#client, this.#shown.uri);
    if (against !== undefined) this.showChanges(against);
  }

  /** Compares again, where changes lie over the map. */
  refreshChanges(): void {
    if (this.#shown.state.query.overlay === changesOverlay) this.refresh();
  }

  /** Lays the changes against a revision over the map; the usual one by default. */
  showChanges(against?: string): void {
    this.#shown.askForChanges(against);
    this.refresh();
  }

  /** Highlights what the cursor stands in, on the map of its model. */
  async follow(editor: TextEditor): Promise<void> {
    if (this.#revealing.isRunning || !this.#ready || !this.#panel.visible) return;
    const { uri } = editor.document;
    // Files of a revision belong to no model of today.
    if (uri.scheme !== Uri.parse(this.#shown.uri).scheme) return;
    const { line, character } = editor.selection.active;
    const { root, ids } = await this.#client.sendRequest<ElementsAt>(elementAtRequest, {
      uri: uri.toString(),
      position: { line, character },
    });
    const message: ToWebview = { type: 'select', ids };
    if (this.#shown.root?.toString() === Uri.parse(root).toString()) await this.#post(message);
    else this.#turnTo(uri.toString(), this.#waiting ?? message);
  }

  /** Shows an element, given with all that is around it, as soon as there is a picture. */
  async locate(uri: string, ids: readonly string[]): Promise<void> {
    this.#panel.reveal(undefined, true);
    // A map of another model, or one that has no picture yet, shows it with its next picture.
    if (uri !== this.#shown.uri) this.#turnTo(uri, { type: 'locate', ids });
    else {
      this.#waiting = { type: 'locate', ids };
      if (this.#revision !== undefined) await this.#postWaiting();
    }
  }

  /** Shows the model of a document, and something in it. */
  #turnTo(uri: string, waiting: ToWebview): void {
    this.#waiting = waiting;
    this.#shown.ofModel(uri);
    this.refresh();
  }

  async #postWaiting(): Promise<void> {
    const message = this.#waiting;
    this.#waiting = undefined;
    if (message) await this.#post(message);
  }

  /** Saves the drawing, or only the flow over it, as a file that the user names. */
  async export(onlyFlow = false): Promise<void> {
    await this.#drawing.save(this.#shown.root, onlyFlow);
  }

  /** Saves the drawing without asking. */
  async exportTo(format: ExportFormat, target: Uri): Promise<void> {
    await this.#drawing.saveAs(this.#shown.root, format, target);
  }
}
