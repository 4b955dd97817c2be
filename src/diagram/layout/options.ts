import type { LayoutOptions } from 'elkjs/lib/elk-api.js';
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
