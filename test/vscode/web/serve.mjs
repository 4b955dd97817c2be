// VS Code in a browser alone, as vscode.dev serves it: a page, no server behind it, and extensions
// in a worker. What code-server added to VS Code's page for its own server is taken out again.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vscodeHost } from '../host/install.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const types = {
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const workbench = '/vscode/out/vs/code/browser/workbench';
const additions = [
  ['remoteAuthority:location.host', ''],
  [
    /return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.vscodeRemote\}\),"User"\)/,
    (text) =>
      `return ${/(\w+)\.file\(/.exec(text)[1]}.from({scheme:"vscode-userdata",path:"/User"})`,
  ],
];

function withoutAdditions(text) {
  return additions.reduce((result, [from, to]) => {
    const replaced = result.replace(from, to);
    if (replaced === result) throw new Error(`VS Code's page has no ${String(from)} any more.`);
    return replaced;
  }, text);
}

/**
 * Serves VS Code with an extension and a folder in memory.
 *
 * @param extension folder of the extension
 * @param files texts by path below `mem:/model`
 */
export async function serveWorkbench(extension, files) {
  const vscode = join(dirname(vscodeHost().server), '..');
  const folders = {
    '/vscode/': vscode,
    '/extensions/archivolt/': extension,
    '/extensions/files/': join(here, 'files'),
  };
  const asked = new Set();
  const script = withoutAdditions(
    readFileSync(join(vscode, workbench.slice(8), 'workbench.js'), 'utf8'),
  );
  let page = '';
  const server = createServer(({ url }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname);
    const answer = (content, type) => {
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
      response.end(content);
    };
    asked.add(path);
    if (path === '/') return answer(page, types['.html']);
    if (path === `${workbench}/workbench.js`) return answer(script, types['.js']);
    if (path === '/files.json') return answer(JSON.stringify(files), types['.json']);
    for (const [prefix, folder] of Object.entries(folders)) {
      const file = join(folder, path.slice(prefix.length));
      if (!path.startsWith(prefix) || !file.startsWith(folder)) continue;
      if (existsSync(file) && statSync(file).isFile())
        return answer(readFileSync(file), types[extname(file)] ?? 'application/octet-stream');
    }
    response.writeHead(404, { 'access-control-allow-origin': '*' });
    response.end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const authority = `127.0.0.1:${server.address().port}`;
  page = pageOf(join(vscode, workbench.slice(8), 'workbench.html'), authority);
  return {
    url: `http://${authority}/`,
    /** Paths that were asked for. */
    asked,
    close: () => server.close(),
  };
}

function pageOf(template, authority) {
  const configuration = {
    folderUri: { scheme: 'mem', path: '/model' },
    additionalBuiltinExtensions: ['/extensions/files', '/extensions/archivolt'].map((path) => ({
      scheme: 'http',
      authority,
      path,
    })),
    configurationDefaults: {
      'chat.disableAIFeatures': true,
      'files.autoSave': 'off',
      'security.workspace.trust.enabled': false,
      'workbench.startupEditor': 'none',
      'workbench.tips.enabled': false,
    },
    webviewEndpoint: `http://${authority}/vscode/out/vs/workbench/contrib/webview/browser/pre`,
    // Asked for by code-server's additions, whatever they are.
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
  };
  const settings = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const values = {
    WORKBENCH_WEB_CONFIGURATION: settings,
    WORKBENCH_WEB_BASE_URL: '/vscode',
    WORKBENCH_AUTH_SESSION: '',
    WORKBENCH_NLS_FALLBACK_URL: '/vscode/out/nls.messages.js',
    WORKBENCH_NLS_URL: '/vscode/out/nls.messages.js',
    WORKBENCH_SCRIPT_NONCE: 'page',
    BASE: '/vscode',
    VS_BASE: '/vscode',
  };
  return readFileSync(template, 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}
