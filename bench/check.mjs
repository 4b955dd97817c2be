// What a cold check is made of, beside a bare Langium parse of the same texts, in CPU time: of
// workspaces about which the rules have much to say, and of settled ones. Langium's parser is
// measured first, as V8 comes; ours then with the setting that the command line makes.
//   node --expose-gc bench/check.mjs 100 1000 5000 10000
import { ms, table } from './figures.mjs';
import { sources } from './sources.mjs';
import { settledTexts } from './settled-workspace.mjs';
import { workspaceTexts } from './workspace.mjs';

const {
  createLanguage,
  createLangiumParser,
  parseArch,
  buildDraft,
  Project,
  allRules,
  check: runRules,
  expectShortLife,
} = await sources({
  createLanguage: 'language/services',
  createLangiumParser: 'langium',
  parseArch: 'language/parse',
  buildDraft: 'model/build/build',
  Project: 'project/project',
  allRules: 'rules/generated/index',
  check: 'rules/engine',
  expectShortLife: 'cli/short-lived',
});
const today = '2026-01-01';

/** Milliseconds of CPU that an action takes, collections of garbage included. */
function cpu(action) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(before);
  return { result, time: (user + system) / 1000 };
}

const sizes = process.argv.slice(2).map(Number);
// Langium's own parser for the grammar, as `langium generate` sets it up.
const langium = createLangiumParser(createLanguage());
// Both are warm, so that neither pays for what V8 has yet to compile.
for (const text of Object.values(workspaceTexts(400))) {
  langium.parse(text);
  buildDraft('warm.arch', parseArch(text));
}
const kinds = { plain: workspaceTexts, settled: settledTexts };
const workspaces = (sizes.length > 0 ? sizes : [100, 1000, 5000, 10000]).flatMap((services) =>
  Object.entries(kinds).map(([kind, make]) => ({ services, kind, make })),
);
const bares = workspaces.map(bareParse);
expectShortLife();
const rows = workspaces.map((workspace, index) => measured(workspace, bares[index]));
console.log(`Node ${process.version}; CPU milliseconds.`);
console.log(
  table(
    [
      'services',
      'kind',
      'findings',
      'bare parse',
      'parse + read',
      'link',
      'check',
      'rules again',
      'cold ÷ bare',
      'check ÷ cold',
      'heap MB',
    ],
    rows,
  ),
);
console.log('Targets at 5000 services: cold ÷ bare at most 1.5, check ÷ cold at most 0.2.');

function bareParse({ services, make }) {
  const texts = Object.values(make(services));
  return cpu(() => {
    for (const text of texts) langium.parse(text);
  }).time;
}

/** One workspace of one kind. */
function measured({ services, kind, make }, bare) {
  const texts = Object.entries(make(services));
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const project = new Project();
  const read = cpu(() => {
    for (const [file, text] of texts) project.setFile(file, text);
  }).time;
  const { result: model, time: link } = cpu(() => project.model);
  const { result, time: check } = cpu(() => project.check(today));
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed - heapBefore;
  const again = cpu(() => runRules({ model, rules: allRules, today })).time;
  const all = read + link + check;
  return [
    services,
    kind,
    result.findings.length,
    ms(bare),
    ms(read),
    ms(link),
    ms(check),
    ms(again),
    (all / bare).toFixed(2),
    (check / all).toFixed(2),
    ms(heap / 2 ** 20),
  ];
}
