import type { ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Direction } from '../select.js';
import type { LayoutEngine } from './engine.js';

/**
 * NETWORK_SIMPLEX placement gives the straightest pictures; beyond this many boxes BRANDES_KOEPF
 * takes a fraction of its time and looks as good.
 */
const carefulLimit = 120;
/** … or beyond so many edges: dense graphs cost it minutes, however few their boxes are. */
const carefulEdges = 150;

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
    'elk.layered.thoroughness': careful ? '20' : '3',
    'elk.randomSeed': '1',
    'elk.json.shapeCoords': 'ROOT',
    'elk.json.edgeCoords': 'ROOT',
  };
}

/** Graphs of at most so many boxes are laid out in both directions, and the better one is taken. */
const bothWaysLimit = 60;
const bothWaysEdges = 150;

/** Lays a graph out in the direction asked for, else in the one whose shape is nearer to `aspect`. */
export async function laidOut(
  engine: LayoutEngine,
  graph: (direction: Direction) => ElkNode,
  { boxes, edges }: { readonly boxes: number; readonly edges: number },
  direction: Direction | undefined,
  aspect: number,
): Promise<{ placed: ElkNode; flow: Direction }> {
  if (direction !== undefined || boxes > bothWaysLimit || edges > bothWaysEdges) {
    const flow = direction ?? 'right';
    return { placed: await engine.place(graph(flow)), flow };
  }
  const [right, down] = await Promise.all([
    engine.place(graph('right')),
    engine.place(graph('down')),
  ]);
  return distance(down, aspect) < distance(right, aspect)
    ? { placed: down, flow: 'down' }
    : { placed: right, flow: 'right' };
}

function distance({ width = 1, height = 1 }: ElkNode, aspect: number): number {
  return Math.abs(Math.log(Math.max(1, width) / Math.max(1, height) / aspect));
}
