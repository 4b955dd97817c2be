import {
  CancellationTokenSource,
  Uri,
  ViewColumn,
  window,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { formerMapName, presentMapName } from '../../diagram/pins.js';
import {
  changesOverlay,
  contextMapRequest,
  elementAtRequest,
  elementDetailsRequest,
  type ContextMapParams,
  type ContextMapResult,
  type ElementDetails,
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
import { actOnContract, contractsOf } from './contracts.js';
import { PanelDrawing } from './drawing.js';
import type { ExportFormat } from './export.js';
import { page } from './page.js';
import { Pinning } from './pinning.js';
import type { PinnedMap } from './pins.js';
import { Revealing } from './revealing.js';

export const viewType = 'archivolt.contextMap';

/** One panel with the live map. It holds no model: it asks the server and shows the answer. */
export class ContextMapPanel {
  readonly #panel: WebviewPanel;
  readonly #client: BaseLanguageClient;
  #state: MapState;
  #root: Uri | undefined;
  #revision: string | undefined;
  /** What contexts and views were called, by their names. */
  #formerNames: Readonly<Record<string, string>> = {};
  #ready = false;
  /** Ends waiting for the page to take messages. */
  #begin: () => void = () => undefined;
  readonly #begun = new Promise<void>((resolve) => (this.#begin = resolve));
  /** The request that runs; a newer one cancels it. */
  #asking: CancellationTokenSource | undefined;
  /** What the contracts beside the map are of. */
  #contracts: { readonly id: string; readonly path?: string } | undefined;
  #locating: readonly string[] | undefined;
  /** What the map says of changes, where they lie over it. */
  #review: MapReview | undefined;
  readonly #pinning = new Pinning(() =>
    this.#root ? { root: this.#root, map: this.#pinnedMap } : undefined,
  );
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
    this.#state = state;
    this.#revealing = new Revealing(client);
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

  reveal(uri: string): void {
    this.#state = { ...this.#state, uri };
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
      this.#revision = result.revision;
      this.#pinning.shown();
      this.#review = result.review;
      const known = this.#root === undefined ? undefined : this.#pinnedMap.former;
      const first = this.#root === undefined;
      this.#root = Uri.parse(result.root);
      this.#formerNames = result.formerNames ?? {};
      if (this.#followRename()) return;
      const isRenamed = known !== this.#pinnedMap.former;
      await this.#post({ type: 'show', ...result, state: this.#state });
      await this.#postLocating();
      await this.#showContracts();
      // Only now we know where pins would be.
      const isElsewhere = first || isRenamed;
      if (isElsewhere && Object.keys(await this.#pinning.pins()).length > 0) this.refresh();
    } catch (error) {
      if (this.#asking !== asking) return;
      const message = error instanceof Error ? error.message : String(error);
      await this.#post({ type: 'failed', message });
    }
  }

  /** Goes on showing a context under the name that it has now; answers whether it has another one. */
  #followRename(): boolean {
    const { query } = this.#state;
    const former = query.context?.slice(query.context.indexOf(':') + 1) ?? '';
    const name = presentMapName(former, this.#formerNames);
    if (name === undefined) return false;
    this.#state = { ...this.#state, query: { ...query, context: `context:${name}` } };
    // The page has not got this picture, so changes against it are of no use.
    this.#revision = undefined;
    this.refresh();
    return true;
  }

  async #params(): Promise<ContextMapParams> {
    return { ...this.#state.query, uri: this.#state.uri, pins: await this.#pinning.pins() };
  }

  get #pinnedMap(): PinnedMap {
    const { view, context, groupBy } = this.#state.query;
    const name = context === undefined ? view : context.slice(context.indexOf(':') + 1);
    return { name, groupBy, former: formerMapName(name, this.#formerNames) };
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
        if (this.#root)
          await this.#revealing.source(message, this.#state.uri, this.#root, this.#review);
        break;
      case 'query':
        this.#state = { ...this.#state, query: message.query };
        this.refresh();
        break;
      case 'details':
        await this.#showDetails(message.id);
        break;
      case 'contracts': {
        const { id, path } = message;
        this.#contracts =
          id === undefined ? undefined : { id, ...(path === undefined ? {} : { path }) };
        await this.#showContracts();
        break;
      }
      case 'contract-action':
        if (this.#root) {
          await actOnContract(
            this.#client,
            message.action,
            this.#state.uri,
            this.#root,
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
        if (this.#root) await this.#revealing.place(this.#root, message.place);
        break;
      case 'reveal-former':
        if (this.#root) await this.#revealing.place(this.#root, message.place, message.commit);
        break;
      case 'approve':
        if (await approveChange(this.#client, this.#state.uri, message)) this.refresh();
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

  async #showContracts(): Promise<void> {
    const wanted = this.#contracts;
    if (!wanted) return;
    const { uri } = this.#state;
    const contract = await contractsOf(this.#client, uri, wanted.id, wanted.path);
    if (this.#contracts === wanted) await this.#post({ type: 'contract', contract });
  }

  async #showDetails(id: string): Promise<void> {
    const details = await this.#client.sendRequest<ElementDetails | null>(elementDetailsRequest, {
      uri: this.#state.uri,
      id,
    });
    if (details) await this.#post({ type: 'details', details });
  }

  /** Compares with another revision. */
  async #chooseRevision(): Promise<void> {
    const against = await askRevision(this.#client, this.#state.uri);
    if (against !== undefined) this.showChanges(against);
  }

  /** Compares again, where changes lie over the map. */
  refreshChanges(): void {
    if (this.#state.query.overlay === changesOverlay) this.refresh();
  }

  /** Lays the changes against a revision over the map; the usual one by default. */
  showChanges(against?: string): void {
    const { query } = this.#state;
    const changes = {
      side: query.changes?.side ?? 'both',
      ...(against === undefined ? {} : { against }),
    };
    this.#state = { ...this.#state, query: { ...query, overlay: changesOverlay, changes } };
    this.refresh();
  }

  /** Highlights what the cursor stands in; the webview takes the first one that it shows. */
  async follow(editor: TextEditor): Promise<void> {
    if (this.#revealing.isRunning || !this.#ready || !this.#panel.visible) return;
    const { line, character } = editor.selection.active;
    const ids = await this.#client.sendRequest<readonly string[]>(elementAtRequest, {
      uri: editor.document.uri.toString(),
      position: { line, character },
    });
    await this.#post({ type: 'select', ids });
  }

  /** Shows an element, given with all that is around it, as soon as there is a picture. */
  async locate(uri: string, ids: readonly string[]): Promise<void> {
    this.#panel.reveal(undefined, true);
    this.#locating = ids;
    // A map of another model, or one that has no picture yet, shows it with its next picture.
    if (uri !== this.#state.uri) this.reveal(uri);
    else if (this.#revision !== undefined) await this.#postLocating();
  }

  async #postLocating(): Promise<void> {
    const ids = this.#locating;
    this.#locating = undefined;
    if (ids) await this.#post({ type: 'locate', ids });
  }

  /** Saves the drawing, or only the flow over it, as a file that the user names. */
  async export(onlyFlow = false): Promise<void> {
    await this.#drawing.save(this.#root, onlyFlow);
  }

  /** Saves the drawing without asking. */
  async exportTo(format: ExportFormat, target: Uri): Promise<void> {
    await this.#drawing.saveAs(this.#root, format, target);
  }
}
