/** Ways over the map by keys: from box to box, along lines, into boxes and out of them. */
import type { Picture, PictureEdge, PictureNode, Point } from '../../src/diagram/picture.js';

export interface Walker {
  readonly picture: () => Picture | undefined;
  readonly selected: () => string | undefined;
  readonly select: (id: string) => void;
  readonly announce: (text: string) => void;
}

export const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function selectEnd({ picture, select }: Walker, end: 0 | -1): void {
  const node = picture()?.nodes.at(end);
  if (node) select(node.id);
}

/** From an opened context to its first inner box, from a service to its first API. */
export function selectInside({ picture, selected, select }: Walker): void {
  const id = selected();
  const nodes = picture()?.nodes ?? [];
  const inner =
    nodes.find((node) => node.parent === id) ?? nodes.find((node) => node.id === id)?.rows[0];
  if (inner) select(inner.id);
}

/** From an inner box to the context around it, from an API to its service. */
export function selectParent({ picture, selected, select }: Walker): void {
  const id = selected();
  const nodes = picture()?.nodes ?? [];
  const parent = nodes.find((node) => node.id === id)?.parent ?? boxOfRow(nodes, id)?.id;
  if (parent !== undefined) select(parent);
}

/** The box in which a line of its own stands for an element. */
function boxOfRow(nodes: readonly PictureNode[], id: string | undefined): PictureNode | undefined {
  return nodes.find(({ rows }) => rows.some((row) => row.id === id));
}

/** Up and down from API to API, and out of the box at its ends and sides. */
function walkRows({ select }: Walker, box: PictureNode, id: string, { y }: Point): void {
  const at = box.rows.findIndex((row) => row.id === id);
  select((y === 0 ? undefined : box.rows[at + y]?.id) ?? box.id);
}

/** Goes through the edges of the box from which it started. */
export class EdgeWalk {
  readonly #keys: Walker;
  #from: string | undefined;

  constructor(keys: Walker) {
    this.#keys = keys;
  }

  next(): void {
    const map = this.#keys.picture();
    const id = this.#keys.selected();
    if (!map || id === undefined) return;
    if (map.nodes.some((node) => node.id === id)) this.#from = id;
    const edges = map.edges.filter(({ from, to }) => from === this.#from || to === this.#from);
    const at = edges.findIndex((edge) => edge.id === id);
    const next = edges[(at + 1) % Math.max(1, edges.length)];
    if (next) this.#keys.select(next.id);
    else this.#keys.announce('No lines lead here');
  }
}

/** From an edge to the end that lies in a direction. */
function walkToEnd({ picture, select }: Walker, edge: PictureEdge, direction: Point): void {
  const ends = [edge.from, edge.to].flatMap(
    (id) => picture()?.nodes.find((node) => node.id === id) ?? [],
  );
  const reach = ({ x, y, width, height }: PictureNode) =>
    (x + width / 2) * direction.x + (y + height / 2) * direction.y;
  const [best] = ends.sort((a, b) => reach(b) - reach(a));
  if (best) select(best.id);
}

/** The nearest box in a direction; along an edge if one leads there. */
export function walk(keys: Walker, direction: Point): void {
  const { picture, selected, select } = keys;
  const map = picture();
  if (!map) return;
  const id = selected();
  const around = boxOfRow(map.nodes, id);
  if (around && id !== undefined) {
    walkRows(keys, around, id, direction);
    return;
  }
  const edge = map.edges.find((candidate) => candidate.id === id);
  if (edge && !map.nodes.some((node) => node.id === id)) {
    walkToEnd(keys, edge, direction);
    return;
  }
  const from = map.nodes.find((node) => node.id === id) ?? map.nodes[0];
  if (!from) return;
  if (id === undefined) {
    select(from.id);
    return;
  }
  const linked = new Set(
    map.edges.flatMap((candidate) =>
      candidate.from === from.id
        ? [candidate.to]
        : candidate.to === from.id
          ? [candidate.from]
          : [],
    ),
  );
  let best: PictureNode | undefined;
  let least = Infinity;
  for (const node of map.nodes) {
    // What is around a box is reached by Escape, what is inside an opened one is beside nothing outside.
    if (node.id === from.id || node.parent !== from.parent) continue;
    const dx = node.x + node.width / 2 - from.x - from.width / 2;
    const dy = node.y + node.height / 2 - from.y - from.height / 2;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 4 || aside > ahead * 2.5) continue;
    const cost = (ahead + 2 * aside) * (linked.has(node.id) ? 0.6 : 1);
    if (cost < least) {
      least = cost;
      best = node;
    }
  }
  if (best) select(best.id);
}
