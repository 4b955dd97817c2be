import { randomBytes } from 'node:crypto';
import {
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextEditor,
  type Webview,
  type WebviewPanel,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  contextMapRequest,
  elementAtRequest,
  elementLocationRequest,
  exportMapRequest,
  isFromWebview,
  type ContextMapParams,
  type ContextMapResult,
  type FromWebview,
  type MapState,
  type ToWebview,
} from '../../protocol/context-map.js';

export const viewType = 'archivolt.contextMap';

interface LspLocation {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** One panel with the live map. It holds no model: it asks the server and shows the answer. */
export class ContextMapPanel {
  readonly #panel: WebviewPanel;
  readonly #client: LanguageClient;
  #state: MapState;
  #ready = false;
  #refreshing = false;
  #again = false;
  #shown = new Set<string>();
  /** Set while a click in the map moves the cursor, which must not move the map in turn. */
  #revealing = false;

  static create(extensionUri: Uri): WebviewPanel {
    return window.createWebviewPanel(
      viewType,
      'Context Map',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview')] },
    );
  }

  constructor(panel: WebviewPanel, extensionUri: Uri, client: LanguageClient, state: MapState) {
    this.#panel = panel;
    this.#client = client;
    this.#state = state;
    const resources = Uri.joinPath(extensionUri, 'dist', 'webview');
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromWebview(message)) void this.#receive(message);
    });
    panel.webview.html = html(panel.webview, resources);
  }

  reveal(uri: string): void {
    this.#state = { ...this.#state, uri };
    this.#panel.reveal(undefined, true);
    this.refresh();
  }

  /** Asks for the picture again; requests that come while one runs are answered by one more. */
  refresh(): void {
    if (!this.#ready) return;
    if (this.#refreshing) {
      this.#again = true;
      return;
    }
    this.#refreshing = true;
    void this.#show().finally(() => {
      this.#refreshing = false;
      if (!this.#again) return;
      this.#again = false;
      this.refresh();
    });
  }

  async #show(): Promise<void> {
    const params: ContextMapParams = this.#state;
    try {
      const result = await this.#client.sendRequest<ContextMapResult>(contextMapRequest, params);
      this.#shown = new Set([...result.picture.nodes, ...result.picture.edges].map(({ id }) => id));
      const { open, view } = this.#state;
      await this.#post({ type: 'show', ...result, open, ...(view === undefined ? {} : { view }) });
    } catch (error) {
      await this.#post({
        type: 'failed',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }

  async #post(message: ToWebview): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromWebview): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.refresh();
        break;
      case 'reveal':
        await this.#revealSource(message.id);
        break;
      case 'open':
        this.#state = { ...this.#state, open: message.open };
        this.refresh();
        break;
      case 'view': {
        const { uri, open } = this.#state;
        this.#state =
          message.view === undefined ? { uri, open } : { uri, open, view: message.view };
        this.refresh();
        break;
      }
      case 'export':
        await this.export();
        break;
    }
  }

  async #revealSource(id: string): Promise<void> {
    const location = await this.#client.sendRequest<LspLocation | null>(elementLocationRequest, {
      uri: this.#state.uri,
      id,
    });
    if (!location) return;
    const { start, end } = location.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    this.#revealing = true;
    try {
      const document = await workspace.openTextDocument(Uri.parse(location.uri));
      const shown = window.visibleTextEditors.find((editor) => editor.document === document);
      await window.showTextDocument(document, {
        selection,
        viewColumn: shown?.viewColumn ?? ViewColumn.One,
      });
    } finally {
      // The selection event arrives after the editor is shown.
      setTimeout(() => (this.#revealing = false), 200);
    }
  }

  /** Highlights what the cursor stands in. */
  async follow(editor: TextEditor): Promise<void> {
    if (this.#revealing || !this.#ready || !this.#panel.visible) return;
    const { line, character } = editor.selection.active;
    const ids = await this.#client.sendRequest<readonly string[]>(elementAtRequest, {
      uri: editor.document.uri.toString(),
      position: { line, character },
    });
    const id = ids.find((candidate) => this.#shown.has(candidate));
    if (id !== undefined) await this.#post({ type: 'select', id });
  }

  /** Saves the drawing as an SVG file that the user names. */
  async export(): Promise<void> {
    const folder = workspace.getWorkspaceFolder(Uri.parse(this.#state.uri));
    const target = await window.showSaveDialog({
      filters: { SVG: ['svg'] },
      ...(folder ? { defaultUri: Uri.joinPath(folder.uri, 'context-map.svg') } : {}),
    });
    if (!target) return;
    const svg = await this.#client.sendRequest<string>(exportMapRequest, this.#state);
    await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  }
}

/** Set once; everything that changes comes by messages. */
function html(webview: Webview, resources: Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const script = webview.asWebviewUri(Uri.joinPath(resources, 'context-map.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(resources, 'context-map.css')).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; font-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Context Map</title>
</head>
<body><div id="app"></div><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
