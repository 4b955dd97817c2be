// How good a map is that grew with its text, beside the same laid out afresh: every edit keeps what
// is there. In natural order: contexts by number, relations by what they lead to.
import { qualityOf } from './layout-quality.mjs';
import { landscapeRelations } from './map-models.mjs';
import { table } from './figures.mjs';

const sizes = [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 25];

/** @param drawn draws a map of so many contexts and these relations, like the picture before */
export async function grownMaps(drawn) {
  const orders = {
    'contexts, then relations': (contexts, relations) => [
      ...Array.from({ length: contexts }, (_, at) => [at + 1, []]),
      ...relations.map((_, at) => [contexts, relations.slice(0, at + 1)]),
    ],
    'each context with its relations': (contexts, relations) =>
      Array.from({ length: contexts }, (_, at) => [
        at + 1,
        relations.filter(({ from, to }) => from <= at && to <= at),
      ]),
  };
  const rows = [];
  for (const [order, stepsOf] of Object.entries(orders)) {
    const sum = { crossings: 0, afreshCrossings: 0, length: 0, afreshLength: 0, moved: 0, kept: 0 };
    for (const contexts of sizes) {
      for (const density of [1.1, 1.5]) {
        const count = Math.floor(contexts * density);
        const relations = landscapeRelations(contexts, count, { reach: 6 }).sort(
          (a, b) => a.to - b.to || a.from - b.from,
        );
        let grown;
        for (const step of stepsOf(contexts, relations)) {
          const next = await drawn(...step, grown);
          const before = new Map(grown?.nodes.map((node) => [node.id, placeOf(grown, node)]));
          for (const node of next.nodes) {
            if (!before.has(node.id)) continue;
            sum[before.get(node.id) === placeOf(next, node) ? 'kept' : 'moved']++;
          }
          grown = next;
        }
        const [own, afresh] = [grown, await drawn(contexts, relations)].map(qualityOf);
        sum.crossings += own.crossings;
        sum.afreshCrossings += afresh.crossings;
        sum.length += own.length * own.edges;
        sum.afreshLength += afresh.length * afresh.edges;
      }
    }
    const px = (length) => Math.round(length).toLocaleString('en');
    rows.push([
      order,
      `${sum.crossings} / ${sum.afreshCrossings}`,
      `${px(sum.length)} / ${px(sum.afreshLength)}`,
      `${(sum.length / sum.afreshLength).toFixed(2)} ×`,
      `${((100 * sum.moved) / (sum.moved + sum.kept)).toFixed(1)} %`,
    ]);
  }
  return table(
    ['typed', 'crossings, grown / afresh', 'px of line', 'ratio', 'boxes that an edit moves'],
    rows,
  );
}

function placeOf({ origin }, { x, y }) {
  return `${Math.round(x - origin.x)} ${Math.round(y - origin.y)}`;
}
