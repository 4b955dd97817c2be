// From a keystroke to its diagnostics, over LSP, with all rules on.
//   node bench/keystroke.mjs 100 1000 5000
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, ms, percentile, table } from './figures.mjs';
import { startServer } from './lsp-client.mjs';
import { workspaceTexts, writeWorkspace } from './workspace.mjs';

const edits = 40;
const pauses = 5;
/** How long the server waits for the next edit before all rules run (server/checker.ts), in ms. */
const pause = 150;

/**
 * Times of edits, warm, and until the first diagnostics are there; in ms. `config` is the
 * workspace's `archivolt.json`; `unresolved-reference` has to be on in it, since its finding is
 * what is waited for.
 */
export async function timeKeystrokes(
  services,
  { serverFile = 'dist/server.cjs', config, texts = workspaceTexts } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-bench-'));
  const workspace = texts(services);
  writeWorkspace(folder, services, workspace);
  if (config) writeFileSync(join(folder, 'archivolt.json'), JSON.stringify(config));
  const started = performance.now();
  const { client, server, diagnosticsOf, stop } = await startServer(
    process.execPath,
    [...(process.env.SERVER_ARGS?.split(' ') ?? []), serverFile, '--stdio'],
    folder,
  );
  const index = Math.floor(services / 2);
  const file = `context${Math.floor(index / 20)}/service${index}.arch`;
  const uri = pathToFileURL(join(folder, file)).href;
  const text = workspace[file];
  const wrong = text.replace('id: uuid', 'id: uuidd');
  const has = (diagnostics) => diagnostics.some(({ message }) => message.includes('uuidd'));
  let version = 1;
  let notified = () => undefined;
  client.onNotification('archivolt/modelChanged', () => notified());
  const modelChanged = () =>
    new Promise((resolve) => {
      notified = resolve;
    });
  const first = diagnosticsOf(uri, has);
  const checked = modelChanged();
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'archivolt', version, text: wrong },
  });
  await Promise.all([first, checked]);
  const ready = performance.now() - started;
  const change = (number) => {
    const mends = number % 2 === 0;
    const arrived = diagnosticsOf(uri, mends ? (found) => !has(found) : has);
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ text: mends ? text : wrong }],
    });
    return arrived;
  };
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const from = performance.now();
    await change(edit);
    times.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const afterPause = [];
  for (let edit = 0; services > 0 && edit < pauses; edit++) {
    const from = performance.now();
    await change(edits + edit);
    // Once for those who need no findings, and again when all rules have run.
    await modelChanged();
    await modelChanged();
    afterPause.push(performance.now() - from - pause);
  }
  await stop();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
  return { times: times.slice(8), afterPause, ready };
}

if (process.argv[1] === import.meta.filename) {
  const sizes = process.argv.slice(2).map(Number);
  const rows = [];
  for (const services of sizes.length > 0 ? sizes : [100, 1000, 5000]) {
    const { times, afterPause, ready } = await timeKeystrokes(services);
    rows.push([
      services,
      ms(percentile(times, 0.5)),
      ms(percentile(times, 0.95)),
      ms(median(afterPause)),
      ms(ready),
    ]);
  }
  console.log(
    table(['services', 'p50 ms', 'p95 ms', 'all rules, after a pause', 'ready ms'], rows),
  );
}
