// LikeC4 beside the keystroke row: how long its language server takes from an edit to diagnostics.
// Ours is timed over LSP. The published package of LikeC4 has no entry that speaks LSP, so its server
// is driven inside this process, the same document builder; what the wire costs is measured with a
// server that does nothing, and added to LikeC4's figure.
//   npm run build && node bench/likec4.mjs 100 1000 5000     (installs likec4 into a temporary folder)
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ms, percentile, table } from './figures.mjs';
import { timeKeystrokes } from './keystroke.mjs';
import {
  documentOf,
  installLikeC4,
  openWithLikeC4,
  release,
  serviceText,
  writeServices,
} from './likec4-peer.mjs';

const edits = 40;

const home = installLikeC4();

async function timeLikeC4(services) {
  const folder = join(home, `model${services}`);
  writeServices(folder, services);
  const started = performance.now();
  const likec4 = await openWithLikeC4(home, folder);
  const ready = performance.now() - started;
  const index = Math.floor(services / 2);
  const { document, type } = documentOf(likec4, join(folder, `service${index}.c4`));
  const text = serviceText(index, services);
  const wrong = text.replace(/-> \S+/, '-> nowhere');
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const from = performance.now();
    await type(edit % 2 === 0 ? wrong : text);
    times.push(performance.now() - from);
    const hasError = (document.diagnostics ?? []).some(({ message }) =>
      message.includes('nowhere'),
    );
    if (hasError !== (edit % 2 === 0))
      throw new Error(`edit ${edit}: the diagnostics do not follow`);
  }
  return { times: times.slice(8), ready };
}

const sizes = process.argv.slice(2).map(Number);
const rows = [];
try {
  // Ours first: a client that shares its process with LikeC4's model is slower.
  const ours = new Map();
  for (const services of sizes.length > 0 ? sizes : [100, 1000, 5000]) {
    ours.set(services, {
      wire: await timeKeystrokes(services, { serverFile: 'bench/empty-server.mjs' }),
      own: await timeKeystrokes(services),
    });
  }
  for (const [services, { wire, own }] of ours) {
    const peer = await timeLikeC4(services);
    const row = [services];
    for (const share of [0.5, 0.95]) {
      const [us, empty, them] = [own, wire, peer].map(({ times }) => percentile(times, share));
      row.push(ms(us), ms(empty), ms(them), (us / (them + empty)).toFixed(3));
    }
    rows.push(row);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(`Node ${process.version}, likec4 ${release}; ms from an edit to its diagnostics.`);
const columns = ['', ' empty server', ' LikeC4', ' ratio'];
console.log(
  table(
    ['services', ...['p50', 'p95'].flatMap((name) => columns.map((column) => `${name}${column}`))],
    rows,
  ),
);
console.log('Ratio: ours ÷ (LikeC4 + empty server). Targets at 1000: p50 1/15 = 0.067, p95 1/5.');
process.exit();
