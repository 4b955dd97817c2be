// What an agent's questions cost: CPU of the server's process, beside a cold check of the same
// model in the same run. Linux only, as the times come from /proc.
//   npm run build && node bench/agents.mjs 1000
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { median, ms, table } from './figures.mjs';
import { writeWorkspace } from './workspace.mjs';

const services = Number(process.argv[2] ?? 1000);
const rounds = 5;
const cli = resolve(import.meta.dirname, '../dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'archivolt-agents-'));
writeWorkspace(folder, services);

/** Milliseconds of CPU that a process has used; the kernel counts in hundredths of a second. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function coldCheck() {
  const script = `TIMEFORMAT='%U %S'; time "$0" "$1" check "$2" --fail-on never > /dev/null`;
  const { stderr } = spawnSync('bash', ['-c', script, process.execPath, cli, folder], {
    encoding: 'utf8',
  });
  const [user, system] = stderr.trim().split(' ').map(Number);
  return (user + system) * 1000;
}

const transport = new StdioClientTransport({
  command: process.execPath,
  args: [cli, 'mcp', folder],
  stderr: 'inherit',
});
const client = new Client({ name: 'bench', version: '1' });
await client.connect(transport);

async function cost(name, input) {
  const before = cpuOf(transport.pid);
  const { content, isError } = await client.callTool(
    { name, arguments: input },
    { timeout: 600_000 },
  );
  if (isError) throw new Error(`${name}: ${content[0].text}`);
  return { cpu: cpuOf(transport.pid) - before, text: content[0].text };
}

const file = readdirSync(folder, { recursive: true }).find((name) => name.endsWith('.arch'));
const text = `${readFileSync(join(folder, file), 'utf8')}\ncontext Added { service New {} }\n`;
const first = await cost('model_summary', {});
const { elements } = JSON.parse((await cost('search_model', { kind: 'service' })).text);
const element = elements[0].id;
const checked = await cost('check', {});
const questions = [
  ['search_model', { query: 'service' }],
  ['describe_element', { element }],
  ['find_dependents', { element }],
  ['check', {}],
  ['check_proposal', { files: [{ file, text }] }],
  ['draw_map', { format: 'mermaid' }],
  ['contract', { element }],
];
const costs = questions.map(() => []);
const cold = [];
for (let round = 0; round < rounds; round++) {
  cold.push(coldCheck());
  for (const [index, [name, input]] of questions.entries()) {
    costs[index].push((await cost(name, input)).cpu);
  }
}
await client.close();
rmSync(folder, { recursive: true, force: true });

const beside = (cpu) => (cpu / median(cold)).toFixed(2);
const row = (what, cpu) => [what, ms(cpu), beside(cpu)];
console.log(`Node ${process.version}, ${services} services; medians of ${rounds} rounds, CPU ms.`);
console.log(
  table(
    ['what', 'CPU', '÷ cold check'],
    [
      row('a cold check, whole process', median(cold)),
      row('the first question: model_summary', first.cpu),
      row('the first check', checked.cpu),
      ...questions.map(([name], index) => row(name, median(costs[index]))),
    ],
  ),
);
