import { crosses } from '../../src/diagram/layout/place-label.js';
import type { Box, Picture } from '../../src/diagram/picture.js';

/** Lines between participants that run through one which is not their end, in words. */
export function linesThroughBoxes({ nodes, edges }: Picture): string[] {
  const boxes = nodes.filter(
    ({ shape, parent }) => shape !== 'group' && isGroup(parent, nodes) !== false,
  );
  return edges
    .filter(({ inside }) => inside === undefined)
    .flatMap(({ id, from, to, points }) =>
      boxes
        .filter((box) => box.id !== from && box.id !== to && crosses(points, shrunk(box)))
        .map((box) => `${id} through ${box.id}`),
    );
}

/** Lines that run through the frame of a group to which neither of their ends belongs, in words. */
export function linesThroughFrames({ nodes, edges }: Picture): string[] {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  return edges
    .filter(({ inside }) => inside === undefined)
    .flatMap(({ id, from, to, points }) =>
      nodes
        .filter(({ shape }) => shape === 'group')
        .filter((group) => parents.get(from) !== group.id && parents.get(to) !== group.id)
        .filter((group) => crosses(points, shrunk(group)))
        .map((group) => `${id} through ${group.id}`),
    );
}

/** Undefined for what is in nothing, false for what is inside of a context. */
function isGroup(id: string | undefined, nodes: Picture['nodes']): boolean | undefined {
  return id === undefined ? undefined : nodes.find((node) => node.id === id)?.shape === 'group';
}

function shrunk({ x, y, width, height }: Box): Box {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}
