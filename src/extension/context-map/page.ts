import { Uri, type Webview } from 'vscode';

/** The page of the panel. It is set once; everything that changes comes by messages. */
export function page(webview: Webview, resources: Uri): string {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const script = webview.asWebviewUri(Uri.joinPath(resources, 'context-map.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(resources, 'context-map.css')).toString();
  // Images only from memory: the drawing itself, on its way to PNG.
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    'img-src blob: data:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Context Map</title>
</head>
<body><main id="app"></main><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
