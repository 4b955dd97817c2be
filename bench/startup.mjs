// What it costs to start: the command line beside an empty Node, and the extension's own code.
// Rounds of all commands, so that a busy machine is busy for each; medians, wall and CPU.
//   npm run build && node bench/startup.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, ms, table } from './figures.mjs';
import { writeWorkspace } from './workspace.mjs';

const rounds = 15;
const dist = resolve(import.meta.dirname, '../dist');
const folder = mkdtempSync(join(tmpdir(), 'archivolt-startup-'));
const model = join(folder, 'model');
writeWorkspace(model, 10);
const usage = join(folder, 'usage.json');
writeFileSync(
  join(folder, 'usage.cjs'),
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.cpuUsage())));`,
);
// Every name that the extension reads of vscode at load time is a class or function that does nothing.
writeFileSync(
  join(folder, 'extension.cjs'),
  `const Module = require('node:module');
const stub = new Proxy(function () {}, { get: (target, name) => (name in target ? target[name] : stub), apply: () => stub });
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? stub : load(name, ...rest));
require(${JSON.stringify(join(dist, 'extension.cjs'))});`,
);
const commands = [
  ['node -e 0', ['-e', '0'], undefined],
  ['archivolt --version', [join(dist, 'cli.cjs'), '--version'], 2.2],
  ['archivolt check, ten services', [join(dist, 'cli.cjs'), 'check', '.', '--fail-on', 'never'], 4],
  ['the extension loaded', [join(folder, 'extension.cjs')], undefined],
];
const figures = commands.map(() => ({ wall: [], cpu: [] }));
for (let round = 0; round < rounds; round++) {
  for (const [index, [name, args]] of commands.entries()) {
    const from = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', join(folder, 'usage.cjs'), ...args],
      { cwd: model, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    const { user, system } = JSON.parse(readFileSync(usage, 'utf8'));
    figures[index].wall.push(performance.now() - from);
    figures[index].cpu.push((user + system) / 1000);
  }
}
rmSync(folder, { recursive: true, force: true });
const [empty] = figures;
console.log(`Node ${process.version}; medians of ${rounds} rounds, ms.`);
console.log(
  table(
    ['what', 'wall', '÷ node', 'CPU', '÷ node ', 'must reach'],
    commands.map(([name, , limit], index) => {
      const { wall, cpu } = figures[index];
      const ratio = (of) => (median(figures[index][of]) / median(empty[of])).toFixed(2);
      return [name, ms(median(wall)), ratio('wall'), ms(median(cpu)), ratio('cpu'), limit ?? ''];
    }),
  ),
);
