// LikeC4 beside the keystroke row: how long its language server takes from an edit to diagnostics.
// Ours is timed over LSP. The published package of LikeC4 has no entry that speaks LSP, so its server
// is driven inside this process, the same document builder; what the wire costs is measured with a
// server that does nothing, and added to LikeC4's figure.
//   npm run build && node bench/likec4.mjs 100 1000 5000     (installs likec4 into a temporary folder)
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ms, percentile, table } from './figures.mjs';
import { timeKeystrokes } from './keystroke.mjs';

/** The last release that runs on Node 20. */
const release = '1.46.0';
const perContext = 20;
const edits = 40;

const home = mkdtempSync(join(tmpdir(), 'likec4-'));
writeFileSync(join(home, 'package.json'), '{"private":true,"type":"module"}');
execFileSync(
  'npm',
  ['install', '--no-audit', '--no-fund', '--ignore-scripts', `likec4@${release}`],
  { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] },
);

/** As our workspaces: one file a service, twenty services a context, three relations each. */
function serviceText(index, services) {
  const place = (other) => `context${Math.floor(other / perContext)}.service${other}`;
  const targets = [index - 1, index - perContext, (index * 7 + 3) % services].filter(
    (other) => other >= 0 && other !== index,
  );
  return `model {
  extend context${Math.floor(index / perContext)} {
    service${index} = service 'Service ${index}' {
      technology 'Kotlin'
      description 'Keeps orders ${index}.'
      orders = component 'Orders' {
        description 'Takes, places and cancels orders.'
      }
      database = component 'Orders ${index}' {
        technology 'Postgres'
      }
    }
  }
${targets.map((other) => `  ${place(index)} -> ${place(other)} 'gets orders of ${other}'`).join('\n')}
}
`;
}

async function timeLikeC4(LikeC4, services) {
  const folder = join(home, `model${services}`);
  mkdirSync(folder);
  const contexts = Math.ceil(services / perContext);
  const names = Array.from({ length: contexts }, (_, index) => `  context${index} = context`);
  writeFileSync(
    join(folder, 'index.c4'),
    `specification { element context element service element component }
model {\n${names.join('\n')}\n}
views { view index { include * } }\n`,
  );
  for (let index = 0; index < services; index++) {
    writeFileSync(join(folder, `service${index}.c4`), serviceText(index, services));
  }
  const started = performance.now();
  const { langium } = await LikeC4.fromWorkspace(folder, { logger: false, printErrors: false });
  const ready = performance.now() - started;
  const { LangiumDocuments, DocumentBuilder, TextDocuments } = langium.shared.workspace;
  const index = Math.floor(services / 2);
  const file = join(folder, `service${index}.c4`);
  const document = LangiumDocuments.all.find(
    ({ uri }) => uri.path === pathToFileURL(file).pathname,
  );
  const text = serviceText(index, services);
  const wrong = text.replace(/-> \S+/, '-> nowhere');
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const now = edit % 2 === 0 ? wrong : text;
    const from = performance.now();
    TextDocuments.set({
      uri: document.textDocument.uri,
      languageId: 'likec4',
      version: edit + 2,
      getText: () => now,
      positionAt: (offset) => document.textDocument.positionAt(offset),
      offsetAt: (position) => document.textDocument.offsetAt(position),
      lineCount: now.split('\n').length,
    });
    await DocumentBuilder.update([document.uri], []);
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
      wire: await timeKeystrokes(services, 'bench/empty-server.mjs'),
      own: await timeKeystrokes(services),
    });
  }
  const { LikeC4 } = await import(
    pathToFileURL(join(home, 'node_modules/likec4/dist/index.mjs')).href
  );
  for (const [services, { wire, own }] of ours) {
    const peer = await timeLikeC4(LikeC4, services);
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
