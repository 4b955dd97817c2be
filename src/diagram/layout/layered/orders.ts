import { FrameOrder, reordered } from './frame-order.js';
import type { Layers } from './layers.js';
import { inFormerOrder, isInFormerOrder } from './former-order.js';
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
/** So many more crossings are better than boxes that change places. */
const bearable = 2;

/**
 * The orders that pieces cross least in, the best one first; more than one only where there are frames.
 *
 * @param before by node, where it was, if it was; without frames, what was in order stays so, unless
 * much more crosses then
 */
export function bestOrders(
  graph: Layers,
  before: readonly (number | undefined)[] = [],
): readonly Order[] {
  if (graph.frames.length === 0) return [unframed(graph, before).order];
  const found = framed(graph).sort((a, b) => a.crossings - b.crossings);
  const least = found[0]!.crossings;
  return found
    .filter(({ crossings }) => crossings <= least + nearly)
    .slice(0, mostDrawn)
    .map(({ order }) => order);
}

function unframed(graph: Layers, before: readonly (number | undefined)[] = []): Ordered {
  const units = new Units(graph);
  const ordering = new Ordering(graph, units);
  const first = ordering.improved(units.inDepth());
  const second = first.crossings === 0 ? first : ordering.improved(units.asGiven());
  const best = second.crossings < first.crossings ? second : first;
  if (isInFormerOrder(best.order, before)) return best;
  const former = inFormerOrder(units.asGiven(), (unit) => units.members(unit), graph, before);
  const kept = ordering.touchedUp(former);
  return kept.crossings <= best.crossings + bearable ? kept : best;
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
