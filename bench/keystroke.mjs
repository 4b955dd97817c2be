// From a keystroke to its diagnostics, over LSP, with all rules on.
//   node bench/keystroke.mjs 100 1000 5000
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ms, percentile, table } from './figures.mjs';
import { startServer } from './lsp-client.mjs';
import { serviceText, writeWorkspace } from './workspace.mjs';

const edits = 40;

/** Times of edits, warm, and until the first diagnostics are there; in ms. */
export async function timeKeystrokes(services, serverFile = 'dist/server.cjs') {
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-bench-'));
  writeWorkspace(folder, services);
  const started = performance.now();
  const { client, server, diagnosticsOf, stop } = await startServer(
    process.execPath,
    [...(process.env.SERVER_ARGS?.split(' ') ?? []), serverFile, '--stdio'],
    folder,
  );
  const index = Math.floor(services / 2);
  const uri = pathToFileURL(
    join(folder, `context${Math.floor(index / 20)}/service${index}.arch`),
  ).href;
  const text = serviceText(index, services);
  const wrong = text.replace('id: uuid', 'id: uuidd');
  const has = (diagnostics) => diagnostics.some(({ message }) => message.includes('uuidd'));
  let version = 1;
  const first = diagnosticsOf(uri, has);
  const checked = new Promise((resolve) => {
    client.onNotification('archivolt/modelChanged', resolve);
  });
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'archivolt', version, text: wrong },
  });
  await Promise.all([first, checked]);
  const ready = performance.now() - started;
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const now = edit % 2 === 0 ? text : wrong;
    const arrived = diagnosticsOf(uri, edit % 2 === 0 ? (found) => !has(found) : has);
    const from = performance.now();
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ text: now }],
    });
    await arrived;
    times.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await stop();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
  return { times: times.slice(8), ready };
}

if (process.argv[1] === import.meta.filename) {
  const sizes = process.argv.slice(2).map(Number);
  const rows = [];
  for (const services of sizes.length > 0 ? sizes : [100, 1000, 5000]) {
    const { times, ready } = await timeKeystrokes(services);
    rows.push([services, ms(percentile(times, 0.5)), ms(percentile(times, 0.95)), ms(ready)]);
  }
  console.log(table(['services', 'p50 ms', 'p95 ms', 'ready ms'], rows));
}
