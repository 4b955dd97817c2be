import type { LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Size } from '../picture.js';
import type { Direction } from '../select.js';

/**
 * NETWORK_SIMPLEX placement gives the straightest pictures; beyond this many boxes BRANDES_KOEPF
 * takes a fraction of its time and looks as good.
 */
const carefulLimit = 120;
/** … or beyond so many edges: dense graphs cost it minutes, however few their boxes are. */
const carefulEdges = 150;

/** Up to so many boxes the search for an order with few crossings costs nothing to speak of. */
const fewBoxes = 20;

/** Options of every layered graph; the same seed, so the same picture every time. */
export function layered(direction: Direction, boxes: number, edges: number): LayoutOptions {
  const careful = boxes <= carefulLimit && edges <= carefulEdges;
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.layered.nodePlacement.strategy': careful ? 'NETWORK_SIMPLEX' : 'BRANDES_KOEPF',
    'elk.layered.nodePlacement.favorStraightEdges': 'true',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    'elk.layered.crossingMinimization.greedySwitch.type': careful ? 'TWO_SIDED' : 'OFF',
    'elk.layered.thoroughness': !careful ? '3' : boxes <= fewBoxes ? '20' : '5',
    'elk.randomSeed': '1',
    'elk.json.shapeCoords': 'ROOT',
    'elk.json.edgeCoords': 'ROOT',
  };
}

/** A shape that is so near to the one wanted, as a factor, need not be compared with another. */
const nearEnough = 1.5;

/**
 * Lays out to the right, and downwards too where the shape that comes of it is far from `aspect`;
 * answers the one that is nearer.
 */
export async function fittingLayout<T extends { readonly placed: Size }>(
  aspect: number,
  place: (direction: Direction) => Promise<T>,
): Promise<T> {
  const right = await place('right');
  if (distance(right.placed, aspect) <= Math.log(nearEnough)) return right;
  const down = await place('down');
  return distance(down.placed, aspect) < distance(right.placed, aspect) ? down : right;
}

/** How far a shape is from another one: the logarithm of the factor between them. */
function distance({ width, height }: Size, aspect: number): number {
  return Math.abs(Math.log(Math.max(1, width) / Math.max(1, height) / aspect));
}
