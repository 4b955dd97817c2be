// What all rules cost of a cold check, as whole processes: the command with all rules beside the
// same command with none (`"extends": "none"`), in turns. The difference holds everything that is
// done for the rules' sake, writing their report included. Beside it the raw limit: a process that
// has the finished report in memory and only writes it.
//   npm run build && node bench/rules.mjs 5000
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { median, ms, table } from './figures.mjs';
import { settledTexts } from './settled-workspace.mjs';
import { workspaceTexts } from './workspace.mjs';

const services = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 9);
const cli = resolve(import.meta.dirname, '../dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'archivolt-rules-'));
const usage = join(folder, 'usage.json');
writeFileSync(
  join(folder, 'usage.cjs'),
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.cpuUsage())));`,
);
const report = join(folder, 'report');
writeFileSync(
  join(folder, 'write.cjs'),
  `const { readFileSync, writeFileSync, writeSync } = require('node:fs');
   const [report, format, usage] = process.argv.slice(2);
   const text = readFileSync(report, 'utf8');
   const data = format === 'json' ? JSON.parse(text) : text;
   const from = process.cpuUsage();
   const bytes = Buffer.from(format === 'json' ? JSON.stringify(data, undefined, 2) : data);
   for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
   writeFileSync(usage, JSON.stringify(process.cpuUsage(from)));`,
);
const kinds = { settled: settledTexts, plain: workspaceTexts };
const presets = { all: 'recommended', none: 'none' };
for (const [kind, texts] of Object.entries(kinds)) {
  for (const [file, text] of Object.entries(texts(services))) {
    const path = join(folder, kind, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
const formats = ['text', 'json'];
/** CPU time of the last process, in ms. */
const used = () => {
  const { user, system } = JSON.parse(readFileSync(usage, 'utf8'));
  return (user + system) / 1000;
};
const cases = Object.keys(kinds).flatMap((kind) =>
  formats.map((format) => ({
    kind,
    format,
    all: [],
    none: [],
    wallAll: [],
    wallNone: [],
    written: [],
  })),
);
for (let round = 0; round < rounds; round++) {
  for (const one of cases) {
    for (const rules of ['all', 'none']) {
      writeFileSync(
        join(folder, one.kind, 'archivolt.json'),
        JSON.stringify({ extends: presets[rules] }),
      );
      const from = performance.now();
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [
          '--require',
          join(folder, 'usage.cjs'),
          cli,
          'check',
          '--format',
          one.format,
          '--fail-on',
          'never',
        ],
        { cwd: join(folder, one.kind), encoding: 'utf8', maxBuffer: 2 ** 30 },
      );
      if (status !== 0) throw new Error(stderr);
      one[rules === 'all' ? 'wallAll' : 'wallNone'].push(performance.now() - from);
      one[rules].push(used());
      if (rules === 'all') {
        writeFileSync(report, stdout);
        const again = [join(folder, 'write.cjs'), report, one.format, usage];
        spawnSync(process.execPath, again, { maxBuffer: 2 ** 30 });
        one.written.push(used());
      }
    }
  }
}
rmSync(folder, { recursive: true, force: true });
/** What rules would cost of a check if they found everything in no time and only wrote it. */
const atLeast = (written, none) => (written / (none + written)).toFixed(2);
const share = (all, none) => ((median(all) - median(none)) / median(all)).toFixed(2);
console.log(
  `Node ${process.version}; ${services} services, medians of ${rounds} rounds of whole processes, ms.`,
);
console.log(
  table(
    [
      'workspace',
      'report',
      'CPU',
      'without rules',
      'rules ÷ check',
      'wall',
      'without rules ',
      'rules ÷ check ',
      'writing alone, CPU',
      'at least',
    ],
    cases.map(({ kind, format, all, none, wallAll, wallNone, written }) => [
      kind,
      format,
      ms(median(all)),
      ms(median(none)),
      share(all, none),
      ms(median(wallAll)),
      ms(median(wallNone)),
      share(wallAll, wallNone),
      ms(median(written)),
      atLeast(median(written), median(none)),
    ]),
  ),
);
console.log('Target: rules ÷ check at most 0.2; not within reach where “at least” says more.');
