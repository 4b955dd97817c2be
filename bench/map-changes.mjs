// What changes on the live map cost over LSP, and whether hovers wait for them. A generated model with
// one commit, and an edit that breaks consumers.
// Usage: npm run build && node bench/map-changes.mjs [services]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, ms, percentile, table } from './figures.mjs';
import { startServer } from './lsp-client.mjs';
import { serviceText, writeWorkspace } from './workspace.mjs';

const services = Number(process.argv[2] ?? 1000);
const mapRequest = 'archivolt/contextMap';
const edited = Math.floor(services / 2);
const context = Math.floor(edited / 20);

const folder = mkdtempSync(join(tmpdir(), 'archivolt-bench-changes-'));
writeWorkspace(folder, services);
for (const args of [
  ['init', '-q'],
  ['add', '-A'],
  ['-c', 'user.name=B', '-c', 'user.email=b@example.org', 'commit', '-qm', 'first'],
]) {
  execFileSync('git', args, { cwd: folder });
}
const { client, stop } = await startServer(
  process.execPath,
  ['dist/server.cjs', '--stdio'],
  folder,
);
try {
  const uri = pathToFileURL(join(folder, `context${context}/service${edited}.arch`)).href;
  const text = serviceText(edited, services).replace('number: int64', 'reference: string');
  let fire = () => undefined;
  client.onNotification('archivolt/modelChanged', () => fire());
  const changed = () => new Promise((resolve) => (fire = resolve));
  const first = changed();
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'archivolt', version: 1, text },
  });
  await first;

  let version = 1;
  const edits = async (query) => {
    let { revision } = await client.sendRequest(mapRequest, query);
    const times = [];
    for (let edit = 0; edit < 12; edit++) {
      const arrived = changed();
      const from = performance.now();
      client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [
          { text: `${text}\ncontext Context${context} { service Extra${edit % 2} { } }\n` },
        ],
      });
      await arrived;
      ({ revision } = await client.sendRequest(mapRequest, { ...query, revision }));
      times.push(performance.now() - from);
    }
    return times.slice(2);
  };
  const hover = async () => {
    const at = performance.now();
    await client.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 10 },
    });
    return performance.now() - at;
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
  const query = { uri, open: [`context:Context${context}`] };
  const plain = await edits(query);
  const rest = [];
  // One every 5 ms here as well: hovers in a row find warmer caches.
  for (let count = 0; count < 150; count++) {
    rest.push(await hover());
    await pause();
  }

  let running = true;
  const from = performance.now();
  const picture = client
    .sendRequest(mapRequest, { ...query, overlay: 'changes' })
    .finally(() => (running = false));
  const during = [];
  while (running) {
    during.push(await hover());
    await pause();
  }
  const { review } = await picture;
  if (review.groups[0]?.title !== 'Breaking') throw new Error('The edit should break somebody.');
  const firstTime = performance.now() - from;
  const overlaid = await edits({ ...query, overlay: 'changes' });

  const [calm, busy] = [median(rest.slice(20)), median(during)];
  console.log(
    table(
      [`changes on the map, ${services} services`, 'ms'],
      [
        ['edit → new picture without the overlay (median)', ms(median(plain))],
        ['first picture of changes', ms(firstTime)],
        ['edit → new picture of changes (median)', ms(median(overlaid))],
        ['… 95th percentile', ms(percentile(overlaid, 0.95))],
        ['… as a multiple of the one without', (median(overlaid) / median(plain)).toFixed(2)],
        ['hover at rest', ms(calm)],
        [`hover while the first comparison runs (${during.length} hovers)`, ms(busy)],
        ['… as a multiple (at most 2)', (busy / calm).toFixed(2)],
        ['… the slowest of them', ms(Math.max(...during))],
      ],
    ),
  );
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
