import { BoxIndex } from '../box-index.js';
import { bounds, overlap } from '../layout/geometry.js';
import { fonts, wordsHeight } from '../measure.js';
import type { Box, OverlayMark, Picture, PictureEdge, PictureNode, Point } from '../picture.js';
import { textWidth } from '../text-metrics.js';
import { nameSize, wordsTop } from './words-place.js';

export const markHeight = 19;

/**
 * How bad it is to cover something: names and plates are to be read, a line goes on behind. A mark
 * apart from its box is worse than one that covers two lines, as it could be of another box.
 */
const weights = { words: 10, plate: 8, box: 8, head: 6, label: 6, apart: 3, line: 1 } as const;

interface Obstacle {
  readonly box: Box;
  readonly weight: number;
}

/**
 * Where marks stand: at the border of their boxes, where they cover least. Boxes inside of one
 * context, and the relations between them, are not looked at for boxes elsewhere.
 *
 * @param title where the title of the overlay stands
 * @returns boxes by the ids of the nodes; marks of nodes that the picture lacks have none
 */
export function markPlaces(
  marks: readonly OverlayMark[],
  picture: Picture,
  title: Box,
): ReadonlyMap<string, Box> {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const levels = obstaclesByLevel(picture, nodes);
  levels.get(undefined)?.add(title, { box: title, weight: weights.label });
  return new Map(
    marks.flatMap(({ node: id, text }) => {
      const node = nodes.get(id);
      if (!node) return [];
      const width = textWidth(text, fonts.port, 'bold') + 14;
      const around = grown(node, width, 3 * markHeight);
      const near = [
        { box: wordsOf(node), weight: weights.words },
        ...(levels.get(levelOf(node, nodes))?.overlapping(around) ?? []).filter(
          ({ box }) => box !== node,
        ),
      ];
      return [[id, leastCovering(candidates(node, width), near)] as const];
    }),
  );
}

function leastCovering({ touching, beyond }: Places, obstacles: readonly Obstacle[]): Box {
  const [first, ...others] = [
    ...touching.map((place) => ({ place, cost: costOf(place, obstacles) })),
    ...beyond.map((place) => ({ place, cost: costOf(place, obstacles) + weights.apart })),
  ];
  if (!first) throw new Error('A mark has nowhere to stand.');
  return others.reduce((best, other) => (other.cost < best.cost ? other : best), first).place;
}

/** Many lines are no worse than two: most of them leave one plate as one line. */
function costOf(place: Box, obstacles: readonly Obstacle[]): number {
  let [cost, lines] = [0, 0];
  for (const { box, weight } of obstacles) {
    if (!overlap(place, box, 1)) continue;
    if (weight === weights.line) lines += weight;
    else cost += weight;
  }
  return cost + Math.min(lines, 2 * weights.line);
}

/** Between places along a border that are tried. */
const apart = 10;

/** Places in the order in which they are liked. */
interface Places {
  readonly touching: readonly Box[];
  readonly beyond: readonly Box[];
}

function candidates(node: PictureNode, width: number): Places {
  const middle = node.x + (node.width - width) / 2;
  // Out over a corner, further where it must be, but so that it still lies on the border.
  const corners = [8, 18, 28, 42, 56, 70].flatMap((over) => [
    node.x - over,
    node.x + node.width - width + over,
  ]);
  const bottom = node.y + node.height;
  const room = node.height - markHeight;
  const beside = [0.5, 0.9, 0.1].map((share) => node.y + room * share);
  // On the border; lower where APIs end close to it, or words need it.
  const lowest = bottom - 3;
  const lower = node.rows.length > 0 ? lowest : bottom - 10;
  const upper = node.y - 9;
  // Beyond plates.
  const [below, above] = [bottom + 22, node.y - 22 - markHeight];
  const between = Array.from(
    { length: Math.max(0, Math.floor((node.width - width) / apart)) },
    (_, index) => node.x + (index + 1) * apart,
  );
  const across = [middle, ...corners, ...between];
  const at = (x: number, y: number): Box => ({ x, y, width, height: markHeight });
  const header = node.open
    ? [at(middle, node.y + 8), at(node.x + node.width - width - 8, node.y + 8)]
    : [];
  const touching = [
    ...header,
    ...[lower, upper, lowest].flatMap((y) => across.map((x) => at(x, y))),
    // On a side, clear of the words, which have 8 to it.
    ...[node.x + node.width - 6, node.x - width + 6].flatMap((x) => beside.map((y) => at(x, y))),
  ];
  return { touching, beyond: [below, above].flatMap((y) => across.map((x) => at(x, y))) };
}

/** Around the words of a box, or of the header of an opened one. */
export function wordsOf(node: PictureNode): Box {
  if (node.open) {
    const width = textWidth(node.name.join(''), fonts.name, 'bold');
    return { x: node.x + 14, y: node.y + 8, width: width + 8, height: node.mark === '' ? 24 : 36 };
  }
  const size = nameSize(node);
  const height = wordsHeight(node, size);
  return { x: node.x + 8, y: wordsTop(node, size), width: node.width - 16, height };
}

/** The context inside of which a node stands, if any. */
function levelOf(
  { parent }: PictureNode,
  nodes: ReadonlyMap<string, PictureNode>,
): string | undefined {
  return parent !== undefined && nodes.get(parent)?.shape !== 'group' ? parent : undefined;
}

function obstaclesByLevel(
  { nodes, ports, edges }: Picture,
  byId: ReadonlyMap<string, PictureNode>,
): ReadonlyMap<string | undefined, BoxIndex<Obstacle>> {
  const levels = new Map<string | undefined, BoxIndex<Obstacle>>();
  const add = (level: string | undefined, ...obstacles: readonly Obstacle[]) => {
    const all = levels.get(level) ?? new BoxIndex();
    levels.set(level, all);
    for (const obstacle of obstacles) all.add(obstacle.box, obstacle);
  };
  for (const node of nodes)
    if (node.shape !== 'group') add(levelOf(node, byId), { box: node, weight: weights.box });
  for (const port of ports) add(undefined, { box: port, weight: weights.plate });
  for (const edge of edges) add(edge.inside, ...obstaclesOf(edge));
  return levels;
}

function obstaclesOf({ points, label, arrow }: PictureEdge): Obstacle[] {
  const lines = points
    .slice(1)
    .map((to, i) => ({ box: bounds([points[i] ?? to, to]), weight: weights.line }));
  const ends = arrow ? points.slice(-1) : [points[0], points.at(-1)];
  const heads = ends.flatMap((end) => (end ? { box: around(end), weight: weights.head } : []));
  return [...lines, ...heads, ...(label ? [{ box: label, weight: weights.label }] : [])];
}

function around({ x, y }: Point): Box {
  return { x: x - 9, y: y - 9, width: 18, height: 18 };
}

function grown({ x, y, width, height }: Box, across: number, down: number): Box {
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}
