// OpenAPI from a model against OpenAPI from TypeSpec, for one specification with as many
// operations: our `check` and `generate` together against `tsp compile`, each as a user runs it, as
// whole processes. TypeSpec is installed into a temporary folder, so this needs the registry.
// Usage: npm run build && node bench/contracts.mjs [operations]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { median, ms, table } from './figures.mjs';

const operations = Number(process.argv[2] ?? 1000);
const runs = 3;
/** At most so much of what TypeSpec takes. */
const limits = { wall: 0.35, memory: 0.6 };
/** The last line that runs on the oldest Node that we run on. */
const typeSpec = '1.10.0';
const methods = ['get', 'put', 'post', 'patch', 'delete'];

const resources = Array.from({ length: Math.ceil(operations / 5) }, (_, index) => index);

/** Five operations on a resource of eight fields, with an error; in our language. */
const model = `context Store {
${resources
  .map(
    (n) => `  value Item${n} {
    id: string
    name: string (minLength 1, maxLength 80)
    total: decimal
    count: int32
    placedAt: datetime
    note: string?
    tags: string[]
    state: State${n}
  }
  enum State${n} { OPEN PAID SENT }
`,
  )
  .join('')}
  error NotFound { status 404 }
  service Shop {
    api Shop: rest {
      version "1.0.0"
${resources
  .map(
    (n) => `      GET "/items${n}" listItem${n}(): Item${n}[]
      POST "/items${n}" createItem${n}(body: Item${n}): 201 Item${n}
      GET "/items${n}/{id}" getItem${n}(id: string): Item${n} raises NotFound
      PUT "/items${n}/{id}" replaceItem${n}(id: string, body: Item${n}): Item${n} raises NotFound
      DELETE "/items${n}/{id}" deleteItem${n}(id: string) raises NotFound
`,
  )
  .join('')}    }
  }
}
`;

/** The same in TypeSpec. */
const specification = `import "@typespec/http";
import "@typespec/openapi3";
using TypeSpec.Http;
@service(#{ title: "Shop" })
@server("https://api.example.org", "Production")
namespace Shop;
@error model NotFound {
  @statusCode _: 404;
  @header contentType: "application/problem+json";
  type: url;
  title: string;
  detail?: string;
}
${resources
  .map(
    (n) => `enum State${n} { OPEN, PAID, SENT }
model Item${n} {
  id: string;
  @minLength(1) @maxLength(80) name: string;
  total: decimal;
  count: int32;
  placedAt: utcDateTime;
  note?: string;
  tags: string[];
  state: State${n};
}
@route("/items${n}") interface Items${n} {
  @get list(): Item${n}[];
  @post create(@body body: Item${n}): { @statusCode _: 201; @body body: Item${n} };
  @get @route("{id}") get(@path id: string): Item${n} | NotFound;
  @put @route("{id}") replace(@path id: string, @body body: Item${n}): Item${n} | NotFound;
  @delete @route("{id}") delete(@path id: string): void | NotFound;
}
`,
  )
  .join('')}`;

const cli = resolve(import.meta.dirname, '../dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'archivolt-contracts-'));
try {
  const [ours, theirs] = ['archivolt', 'typespec'].map((name) => join(folder, name));
  for (const path of [ours, theirs]) mkdirSync(path);
  writeFileSync(join(ours, 'shop.arch'), model);
  writeFileSync(join(theirs, 'main.tsp'), specification);
  writeFileSync(join(theirs, 'package.json'), '{ "private": true, "type": "module" }\n');
  // Writes what a process has used when it ends.
  const gauge = join(folder, 'gauge.cjs');
  writeFileSync(
    gauge,
    `process.on('exit', () => require('node:fs').writeFileSync(process.env.GAUGE, JSON.stringify(process.resourceUsage())));\n`,
  );
  const packages = ['compiler', 'http', 'openapi', 'openapi3'].map(
    (name) => `@typespec/${name}@${typeSpec}`,
  );
  // Its optional peers contradict each other, and none is needed here.
  const options = ['--no-audit', '--no-fund', '--legacy-peer-deps'];
  const { status, stderr } = spawnSync('npm', ['install', ...options, ...packages], {
    cwd: theirs,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`TypeSpec cannot be installed: ${stderr}`);
  const tsp = join(theirs, 'node_modules/@typespec/compiler/cmd/tsp.js');

  // In turns, so that a busy minute is nobody's alone.
  const runsOf = { check: [], generate: [], compile: [] };
  for (let run = 0; run < runs; run++) {
    for (const path of ['contracts', '.archivolt'])
      rmSync(join(ours, path), { recursive: true, force: true });
    runsOf.check.push(measured(gauge, ours, [cli, 'check', '--fail-on', 'never']));
    runsOf.generate.push(measured(gauge, ours, [cli, 'generate', '--only', 'openapi']));
    const compile = [tsp, 'compile', '.', '--emit', '@typespec/openapi3'];
    runsOf.compile.push(measured(gauge, theirs, compile));
  }
  const [check, generate, compile] = Object.values(runsOf).map(medians);

  const written = {
    ours: operationsOf(join(ours, 'contracts/store/shop/shop.openapi.yaml')),
    theirs: operationsOf(join(theirs, 'tsp-output/@typespec/openapi3/openapi.yaml')),
  };
  if (written.ours.join('\n') !== written.theirs.join('\n')) {
    throw new Error('The two documents have different operations.');
  }
  const both = {
    wall: check.wall + generate.wall,
    cpu: check.cpu + generate.cpu,
    memory: Math.max(check.memory, generate.memory),
  };
  console.log(`Node ${process.version}, TypeSpec ${typeSpec}, ${written.ours.length} operations`);
  console.log(
    table(
      ['', 'wall (ms)', 'CPU (ms)', 'memory (MB)'],
      Object.entries({
        'archivolt check': check,
        'archivolt generate --only openapi': generate,
        both,
        'tsp compile': compile,
      }).map(([name, { wall, cpu, memory }]) => [name, ms(wall), ms(cpu), ms(memory)]),
    ),
  );
  console.log(`CPU ratio ${(both.cpu / compile.cpu).toFixed(2)}`);
  for (const [what, limit] of Object.entries(limits)) {
    const ratio = both[what] / compile[what];
    console.log(`${what} ratio ${ratio.toFixed(2)} (at most ${limit})`);
    if (ratio > limit) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Wall and CPU time in ms, and peak resident memory in MB, of a whole process. */
function measured(gauge, cwd, args) {
  const file = join(cwd, 'gauge.json');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', gauge, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, GAUGE: file },
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')}:\n${stdout}${stderr}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(file, 'utf8'));
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
}

function medians(all) {
  const of = (what) => median(all.map((run) => run[what]));
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory') };
}

/** Methods and paths of an OpenAPI document. */
function operationsOf(file) {
  const { paths } = parse(readFileSync(file, 'utf8'));
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => methods.includes(key))
        .map((method) => `${method} ${path}`),
    )
    .sort();
}
