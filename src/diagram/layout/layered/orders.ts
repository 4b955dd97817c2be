import { FrameOrder, reordered } from './frame-order.js';
import type { Layers } from './layers.js';
import { Ordering, type Ordered } from './ordering.js';
import { Units } from './units.js';

/** The vertices of each layer in their order. */
export type Order = Ordered['order'];

/** So many orders of frames are tried at most, and so many pieces looked at in all of them. */
const mostOrders = 20;
const mostPieces = 12000;
/** So many orders with as few crossings, or nearly so, are worth drawing all. */
const mostDrawn = 4;
const nearly = 2;

/** The orders that pieces cross least in, the best one first; more than one only where there are frames. */
export function bestOrders(graph: Layers): readonly Order[] {
  if (graph.frames.length === 0) return [unframed(graph).order];
  const found = framed(graph).sort((a, b) => a.crossings - b.crossings);
  const least = found[0]!.crossings;
  return found
    .filter(({ crossings }) => crossings <= least + nearly)
    .slice(0, mostDrawn)
    .map(({ order }) => order);
}

function unframed(graph: Layers): Ordered {
  const units = new Units(graph);
  const ordering = new Ordering(graph, units);
  const first = ordering.improved(units.inDepth());
  if (first.crossings === 0) return first;
  const second = ordering.improved(units.asGiven());
  return second.crossings < first.crossings ? second : first;
}

/** From the order that there would be without frames: with the frames as they stand there, and others. */
function framed(graph: Layers): Ordered[] {
  const units = new Units(graph);
  const frames = new FrameOrder(units, graph.frames);
  const ordering = new Ordering(graph, units, frames);
  const withoutBorders = units.vertices(units.asGiven());
  const free = unframed({ ...graph, frames: [], layers: withoutBorders }).order;
  const improved = (order?: readonly number[]) =>
    ordering.improved(
      frames.nested(
        free.map((layer) => units.unitsOf(layer)),
        order,
      ),
    );
  const found = [improved()];
  let best = found[0]!;
  let current = frames.order;
  const tried = new Set([String(current)]);
  let left = Math.min(mostOrders, Math.floor(mostPieces / graph.pieces.length));
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const order of reordered(current)) {
      if (left === 0) return found;
      if (tried.has(String(order))) continue;
      tried.add(String(order));
      left--;
      const other = improved(order);
      found.push(other);
      if (other.crossings >= best.crossings) continue;
      best = other;
      current = frames.order;
      isBetter = true;
      break;
    }
  }
  return found;
}
