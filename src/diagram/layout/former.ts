/** What is to be kept of a picture: where its plates and frames stood. */
import type { Box, PicturePort, Point } from '../picture.js';
import type { FormerPort } from './attach.js';
import { enclosing } from './geometry.js';
import type { FormerFrame } from './group-frames.js';
import type { Ends } from './keep-routes.js';
import type { Landscape } from './landscape.js';

/** Sides and offsets of the ports of a picture; those without a plate are known by their edge. */
export function formerPorts(
  { ports, edges }: Landscape,
  ends: readonly Ends[],
  nodes: ReadonlyMap<string, Box>,
): Map<string, FormerPort> {
  const result = new Map<string, FormerPort>();
  const remember = (id: string, node: string, side: PicturePort['side'], x: number, y: number) => {
    const box = nodes.get(node);
    if (box)
      result.set(id, { side, offset: side === 'left' || side === 'right' ? y - box.y : x - box.x });
  };
  for (const { id, node, side, x, y, width, height } of ports) {
    remember(id, node, side, x + width / 2, y + height / 2);
  }
  const routes = new Map(edges.map((edge) => [edge.id, edge.points]));
  for (const { id, from, to, fromPort, toPort } of ends) {
    const points = routes.get(id);
    const [first, last] = [points?.[0], points?.at(-1)];
    for (const [port, node, point] of [
      [fromPort, from, first],
      [toPort, to, last],
    ] as const) {
      const box = nodes.get(node);
      if (result.has(port) || !point || !box) continue;
      remember(port, node, nearestSide(point, box), point.x, point.y);
    }
  }
  return result;
}

function nearestSide({ x, y }: Point, box: Box): PicturePort['side'] {
  const distances = [
    ['left', Math.abs(x - box.x)],
    ['right', Math.abs(x - box.x - box.width)],
    ['top', Math.abs(y - box.y)],
    ['bottom', Math.abs(y - box.y - box.height)],
  ] as const;
  return [...distances].sort((a, b) => a[1] - b[1])[0]?.[0] ?? 'right';
}

/** The frames of a picture, and what they hold. */
export function formerFramesOf({ nodes }: Landscape): Map<string, FormerFrame> {
  return new Map(
    nodes
      .filter(({ shape }) => shape === 'group')
      .flatMap((frame) => {
        const members = nodes.filter(({ parent }) => parent === frame.id);
        if (members.length === 0) return [];
        return [[frame.id, { frame, held: enclosing(members, []) }] as const];
      }),
  );
}
