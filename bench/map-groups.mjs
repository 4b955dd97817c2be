// Generated maps in groups, beside the same with layers by ELK: figures over all of them.
import { table } from './figures.mjs';
import { qualityOf } from './layout-quality.mjs';
import { grouped } from './map-models.mjs';

/** What is bad about a drawing, in pixels of line: as `layered/best-drawing.ts` sees it. */
const costs = { crossing: 250, intrusion: 500 };

/** 80 maps: 8 to 45 contexts in two to eight groups, one in seven in none. */
export async function generatedGroups({ modelFromTexts, select, layout, localEngine, elkLayers }) {
  const rows = [];
  for (const contexts of [8, 12, 20, 30, 45]) {
    for (const groups of [2, 3, 5, 8]) {
      for (const scattered of [false, true]) {
        for (const density of [1.2, 1.8]) {
          const relations = Math.floor(contexts * density);
          const model = modelFromTexts(grouped(contexts, relations, groups, scattered));
          const selection = select(model, { groupBy: 'domain', level: 'contexts' });
          const engine = { ...localEngine, layers: (graph) => elkLayers(graph) };
          const own = judged(await layout(model, selection, localEngine));
          const elk = judged(await layout(model, selection, engine));
          rows.push({ scattered, own, elk });
        }
      }
    }
  }
  const sum = (figure) => rows.reduce((total, row) => total + figure(row), 0);
  const both = (name, figure) => [
    name,
    sum(({ own }) => figure(own)),
    sum(({ elk }) => figure(elk)),
  ];
  const excess = rows.map(({ own, elk }) => own.cost / elk.cost - 1).filter((share) => share > 0);
  return `${table(
    ['80 generated maps in groups', 'Archivolt', 'layers by ELK'],
    [
      both('crossings', ({ crossings }) => crossings),
      both('px of line', ({ total }) => Math.round(total)),
      both('maps with lines through frames of others', ({ intrusions }) => (intrusions ? 1 : 0)),
      both('width ÷ height from 1 to 2.2', ({ off }) => (off < 1.05 ? 1 : 0)),
      ['the better drawing', rows.length - excess.length, excess.length],
      ['… by at most', '', `${(100 * Math.max(0, ...excess)).toFixed(0)} %`],
      [
        'the better one of those with lines through frames',
        sum(({ own, elk }) => (own.intrusions > 0 && own.cost <= elk.cost ? 1 : 0)),
        sum(({ own, elk }) => (own.intrusions > 0 && own.cost > elk.cost ? 1 : 0)),
      ],
      [
        '… of which scattered',
        sum(({ own, scattered }) => (own.intrusions > 0 && scattered ? 1 : 0)),
        '',
      ],
    ],
  )}\n`;
}

function judged({ nodes, edges }) {
  const { crossings, length } = qualityOf({ nodes, edges, width: 1, height: 1 });
  const total = length * edges.length;
  const intrusions = intrusionsOf(nodes, edges);
  const extent = (from, size) =>
    Math.max(...nodes.map((node) => node[from] + node[size])) -
    Math.min(...nodes.map((node) => node[from]));
  const [width, height] = [extent('x', 'width'), extent('y', 'height')];
  const off = Math.max(1, height / width, width / height / 2.2);
  const lines = total + costs.crossing * crossings + costs.intrusion * intrusions;
  const cost = (lines + Math.max(width / 1.6, height)) * Math.sqrt(off);
  return { crossings, total, intrusions, off, cost };
}

/** Lines through frames to which neither of their ends belongs. */
function intrusionsOf(nodes, edges) {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const frames = nodes.filter(({ shape }) => shape === 'group');
  return edges.reduce((count, { from, to, points }) => {
    const foreign = frames.filter(({ id }) => parents.get(from) !== id && parents.get(to) !== id);
    return count + foreign.filter((frame) => runsThrough(points, frame)).length;
  }, 0);
}

function runsThrough(points, { x, y, width, height }) {
  return points.slice(1).some((to, index) => {
    const from = points[index];
    return (
      Math.min(from.x, to.x) < x + width - 1 &&
      Math.max(from.x, to.x) > x + 1 &&
      Math.min(from.y, to.y) < y + height - 1 &&
      Math.max(from.y, to.y) > y + 1
    );
  });
}
