import { env, l10n, window, workspace, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  exportMapRequest,
  type ContextMapParams,
  type ExportMapParams,
  type ServerExportFormat,
} from '../../protocol/context-map.js';
import type { ToWebview } from '../../protocol/map-webview.js';
import type { ServerAbilities } from '../../protocol/abilities.js';
import { bytesOf } from './base64.js';
import { exportMap, writeMap, type Exported, type ExportFormat } from './export.js';

/** Pixels of the drawing in an exported image. */
const pngScale = 2;

/** What a panel shows, as files. The server draws them; the page, which is a browser, makes images. */
export class PanelDrawing {
  readonly #client: BaseLanguageClient;
  readonly #params: () => Promise<ContextMapParams>;
  readonly #post: (message: ToWebview) => Promise<void>;
  #image: ((data: string) => void) | undefined;

  /** @param params what the panel asks for now */
  constructor(
    client: BaseLanguageClient,
    params: () => Promise<ContextMapParams>,
    post: (message: ToWebview) => Promise<void>,
  ) {
    this.#client = client;
    this.#params = params;
    this.#post = post;
  }

  /** Saves the drawing, or only the flow over it, as a file that the user names. */
  async save(root: Uri | undefined, onlyFlow: boolean): Promise<void> {
    const exported = await this.#exported(root);
    if (exported) await exportMap(exported, onlyFlow);
  }

  /** Saves the drawing without asking. */
  async saveAs(root: Uri | undefined, format: ExportFormat, target: Uri): Promise<void> {
    const exported = await this.#exported(root);
    if (exported) await writeMap(exported, format, target);
  }

  async copySequence(): Promise<void> {
    await env.clipboard.writeText(await this.#drawn('sequence-mermaid'));
    window.setStatusBarMessage(l10n.t('The flow is copied as Mermaid.'), 4000);
  }

  /** Takes the image that the page has made, in Base64; empty where it could not. */
  takeImage(data: string): void {
    this.#image?.(data);
  }

  async #exported(root: Uri | undefined): Promise<Exported | undefined> {
    const { uri, view = 'context-map', overlay = '' } = await this.#params();
    const folder = root ?? workspace.getWorkspaceFolder(Uri.parse(uri))?.uri;
    if (!folder) return undefined;
    const abilities = this.#client.initializeResult?.capabilities.experimental as
      ServerAbilities | undefined;
    return {
      folder,
      name: view,
      pdf: abilities?.pdf ?? false,
      ...(overlay.startsWith('flow:') ? { flow: overlay.slice('flow:'.length) } : {}),
      text: (format) => this.#drawn(format),
      png: (svg) => this.#rasterized(svg),
    };
  }

  async #drawn(format: ServerExportFormat): Promise<string> {
    const params: ExportMapParams = { ...(await this.#params()), format };
    return this.#client.sendRequest<string>(exportMapRequest, params);
  }

  async #rasterized(svg: string): Promise<Uint8Array> {
    const answer = new Promise<string>((resolve) => (this.#image = resolve));
    await this.#post({ type: 'rasterize', svg, scale: pngScale });
    const data = await answer;
    if (data === '')
      throw new Error(l10n.t('The drawing is too large for an image. Export SVG instead.'));
    return bytesOf(data);
  }
}
