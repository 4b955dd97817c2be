// What all rules cost of a keystroke: from an edit to its diagnostics over LSP, with all rules on
// and with `unresolved-reference` alone, whose finding is what is waited for, in turns. What the rules that need the whole model take after
// a pause of typing, outside of the keystroke, stands in the last column.
//   npm run build && node bench/rules-keystroke.mjs 1000 5000
import { median, ms, percentile, table } from './figures.mjs';
import { timeKeystrokes } from './keystroke.mjs';
import { settledTexts } from './settled-workspace.mjs';
import { workspaceTexts } from './workspace.mjs';

const rounds = 5;
const sizes = process.argv.slice(2).map(Number);
const kinds = { settled: settledTexts, plain: workspaceTexts };
const configs = {
  all: { extends: 'recommended' },
  one: { extends: 'none', rules: { 'unresolved-reference': 'error' } },
};

const rows = [];
for (const services of sizes.length > 0 ? sizes : [1000]) {
  for (const [kind, texts] of Object.entries(kinds)) {
    const taken = { all: [], one: [] };
    const later = { all: [], one: [] };
    for (let round = 0; round < rounds; round++) {
      for (const [name, config] of Object.entries(configs)) {
        const { times, afterPause } = await timeKeystrokes(services, { config, texts });
        taken[name].push(times);
        later[name].push(median(afterPause));
      }
    }
    const of = (name, part) => median(taken[name].map((times) => percentile(times, part)));
    rows.push([
      services,
      kind,
      ms(of('all', 0.5)),
      ms(of('one', 0.5)),
      ms(of('all', 0.5) - of('one', 0.5)),
      ms(of('all', 0.95)),
      ms(of('one', 0.95)),
      ms(of('all', 0.95) - of('one', 0.95)),
      ms(median(later.all) - median(later.one)),
    ]);
  }
}
console.log(`Node ${process.version}; medians of ${rounds} rounds in turns, wall clock.`);
console.log(
  table(
    [
      'services',
      'workspace',
      'p50 ms',
      'one rule',
      'rules',
      'p95 ms',
      'one rule ',
      'rules ',
      'after a pause',
    ],
    rows,
  ),
);
console.log('Target: rules at most 2 ms of a keystroke at 1,000 services.');
