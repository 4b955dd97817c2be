#!/usr/bin/env node
// An executable that takes VS Code's own arguments and runs VS Code's browser build: the server
// and extension host as a process, the workbench in Chromium. `@vscode/test-electron` starts it
// like a desktop VS Code.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../../support/chromium.mjs';
import { control } from './control.mjs';
import { vscodeHost } from './install.mjs';

const options = new Map();
const positional = [];
for (const argument of process.argv.slice(2)) {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  if (match) options.set(match[1], match[2] ?? '');
  else positional.push(argument);
}
const host = vscodeHost();
const data = options.get('user-data-dir') ?? mkdtempSync(join(tmpdir(), 'archivolt-vscode-'));
const extensions = options.get('extensions-dir') ?? join(data, 'extensions');

if (options.has('install-extension')) {
  const vsix = options.get('install-extension') || positional[0];
  const child = spawn(
    host.node,
    [
      host.server,
      '--accept-server-license-terms',
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      '--install-extension',
      vsix,
      '--force',
    ],
    { stdio: 'inherit' },
  );
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  process.exitCode = await runWorkbench();
  process.exit();
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function runWorkbench() {
  const port = await freePort();
  const settings = join(data, 'data', 'User');
  mkdirSync(settings, { recursive: true });
  writeFileSync(
    join(settings, 'settings.json'),
    JSON.stringify({
      'chat.disableAIFeatures': true,
      'workbench.startupEditor': 'none',
      'workbench.tips.enabled': false,
      'security.workspace.trust.enabled': false,
      'files.simpleDialog.enable': true,
      // In a browser VS Code saves by itself; on a desktop it doesn't, and tests take edits back.
      'files.autoSave': 'off',
      ...(process.env.ARCHIVOLT_VSCODE_SETTINGS
        ? JSON.parse(process.env.ARCHIVOLT_VSCODE_SETTINGS)
        : {}),
    }),
  );
  const token = randomBytes(16).toString('hex');
  const controlPort = await freePort();
  const server = spawn(
    host.node,
    [
      host.server,
      '--accept-server-license-terms',
      '--without-connection-token',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      '--enable-smoke-test-driver',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ARCHIVOLT_HOST_CONTROL: `http://127.0.0.1:${controlPort}/${token}` },
    },
  );
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (log += chunk));
  const browser = await launchChromium();
  let controller;
  try {
    await listening(port, server, () => log);
    const [width = 1600, height = 900] = (process.env.ARCHIVOLT_VSCODE_SIZE ?? '1600x900')
      .split('x')
      .map(Number);
    const page = await browser.newPage({ viewport: { width, height } });
    const finished = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationLog', (type, args) => {
        console[type === 'error' || type === 'warn' ? 'error' : 'log'](...args);
      });
      void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
      page.on('crash', () => resolve(1));
      server.on('exit', () => resolve(1));
    });
    controller = control(page, controlPort, token);
    const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
    const payload = ['extensionDevelopmentPath', 'extensionTestsPath']
      .filter((name) => options.has(name))
      .map((name) => [name, remote(options.get(name))]);
    const folder = positional[0] ?? data;
    const opened = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
    await page.goto(
      `http://127.0.0.1:${port}/?${opened}=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    );
    if (process.env.ARCHIVOLT_VSCODE_SCRIPT) {
      const { drive } = await import(process.env.ARCHIVOLT_VSCODE_SCRIPT);
      await drive(page);
      return 0;
    }
    return await finished;
  } catch (error) {
    console.error(log.slice(-4000));
    console.error(error);
    return 1;
  } finally {
    controller?.close();
    await browser.close();
    server.kill('SIGKILL');
  }
}

async function listening(port, server, log) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`VS Code's server ended: ${log()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`VS Code's server does not answer: ${log()}`);
}
