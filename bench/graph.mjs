// The graph algorithms that the rules share, on 10,000 services and 50,000 calls among them.
//   node bench/graph.mjs
import { median, ms, table } from './figures.mjs';
import { sources } from './sources.mjs';

const { digraph, stronglyConnectedComponents, longestPaths, shortestCycle } = await sources({
  digraph: 'model/graph',
  stronglyConnectedComponents: 'model/graph',
  longestPaths: 'model/graph',
  shortestCycle: 'model/graph',
});
const size = 10_000;
const count = 50_000;

/** Numbers from 0 to 1, the same in every run (xorshift). */
let state = 2463534242;
function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}
// Nine of ten calls lead onwards, as in systems that people run; the tenth goes anywhere near.
const edges = Array.from({ length: count }, () => {
  const from = Math.floor(random() * size);
  const distance = 1 + Math.floor(random() * 200);
  const to = random() < 0.9 || from < distance ? from + distance : from - distance;
  return [from, to % size];
});

const timed = (action) => {
  const times = Array.from({ length: 25 }, () => {
    const from = performance.now();
    action();
    return performance.now() - from;
  });
  return median(times.slice(5));
};
const graph = digraph(size, edges);
const components = stronglyConnectedComponents(graph);
const rings = components.members.filter((members) => members.length > 1);
const rows = [
  ['rows from edges', timed(() => digraph(size, edges))],
  ['strongly connected components', timed(() => stronglyConnectedComponents(graph))],
  ['longest paths', timed(() => longestPaths(graph, components))],
  [
    `shortest cycle of each of ${rings.length} components`,
    timed(() => rings.map(([start]) => shortestCycle(graph, components, start))),
  ],
];
const sum = rows.reduce((total, [, time]) => total + time, 0);
console.log(`Node ${process.version}; ${size} nodes, ${count} edges; must reach 10 ms together.`);
console.log(
  table(
    ['what', 'ms'],
    [...rows, ['together', sum]].map(([what, time]) => [what, ms(time)]),
  ),
);
