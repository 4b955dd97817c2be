// What a server holds when it has opened and checked a workspace, beside the documents of a stock
// Langium workspace of the same texts (its syntax trees as Langium's own parser makes them).
//   npm run build && node --expose-gc bench/memory.mjs 5000
import { mkdtempSync, readFileSync, rmSync, watchFile, unwatchFile, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ms, table } from './figures.mjs';
import { startServer } from './lsp-client.mjs';
import { settledTexts } from './settled-workspace.mjs';
import { sources } from './sources.mjs';
import { workspaceTexts, writeWorkspace } from './workspace.mjs';

const services = Number(process.argv[2] ?? 5000);
const limit = 0.8;
const megabytes = (bytes) => bytes / 2 ** 20;

/** Heap of the server once nothing is garbage, and its resident memory, in bytes. */
async function ofServer(workspace) {
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-memory-'));
  writeWorkspace(join(folder, 'model'), services, workspace);
  const usage = join(folder, 'usage.json');
  const gauge = join(folder, 'gauge.cjs');
  writeFileSync(usage, '');
  writeFileSync(
    gauge,
    `process.on('SIGUSR2', () => { gc(); require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.memoryUsage())); });`,
  );
  const model = join(folder, 'model');
  const { client, server, stop } = await startServer(
    process.execPath,
    ['--expose-gc', '--require', gauge, 'dist/server.cjs', '--stdio'],
    model,
  );
  const checked = new Promise((resolve) => {
    client.onNotification('archivolt/modelChanged', resolve);
  });
  const file = join(model, 'context0', 'service0.arch');
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, 'utf8');
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'archivolt', version: 1, text },
  });
  await checked;
  // The rules may still run; an answer to a request that needs all of them says that they are done.
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  const measured = new Promise((resolve) => watchFile(usage, { interval: 200 }, resolve));
  server.kill('SIGUSR2');
  await measured;
  unwatchFile(usage);
  const result = JSON.parse(readFileSync(usage, 'utf8'));
  await stop();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

/** Heap of the documents of a stock workspace, in bytes. */
async function ofStock(workspace) {
  const { createLanguage, createLangiumParser } = await sources({
    createLanguage: 'language/services',
    createLangiumParser: 'langium',
  });
  const parser = createLangiumParser(createLanguage());
  const texts = Object.entries(workspace);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const documents = texts.map(([, text]) => parser.parse(text));
  globalThis.gc();
  const after = process.memoryUsage().heapUsed;
  if (documents.length !== texts.length) throw new Error('documents are missing');
  return after - before;
}

const rows = [];
for (const [kind, make] of Object.entries({ plain: workspaceTexts, settled: settledTexts })) {
  const workspace = make(services);
  const stock = await ofStock(workspace);
  const { heapUsed, rss } = await ofServer(workspace);
  rows.push([
    kind,
    ms(megabytes(stock)),
    ms(megabytes(heapUsed)),
    ms(megabytes(rss)),
    (heapUsed / stock).toFixed(2),
    limit,
  ]);
}
console.log(`Node ${process.version}, ${services} services; MB of heap, and resident.`);
console.log(
  table(['workspace', 'stock trees', 'the server', 'resident', 'ratio', 'must reach'], rows),
);
