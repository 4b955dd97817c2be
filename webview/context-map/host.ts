import type { FromWebview, MapState } from '../../src/protocol/map-webview.js';

declare function acquireVsCodeApi(): {
  postMessage(message: FromWebview): void;
  setState(state: MapState): void;
};

const vscode = acquireVsCodeApi();

/** Tells the extension. */
export function send(message: FromWebview): void {
  vscode.postMessage(message);
}

/** Keeps what is to be shown again after a reload of the window. */
export function keep(state: MapState): void {
  vscode.setState(state);
}
