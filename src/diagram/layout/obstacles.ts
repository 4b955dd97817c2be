/** What may stand in the way of lines that are to be kept, and how far it moved. */
import type { Box } from '../picture.js';
import type { PlacedPort } from './attach.js';
import type { FormerFrame } from './group-frames.js';
import type { Obstacle } from './keep-routes.js';
import type { Landscape } from './landscape.js';
import type { Places } from './push-apart.js';

/** Boxes and plates as they stand now, with how far they moved. */
export function obstaclesOf(
  former: Landscape,
  known: ReadonlyMap<string, Box>,
  places: Places,
  placed: ReadonlyMap<string, PlacedPort>,
): Obstacle[] {
  const plates = new Map(former.ports.map((port) => [port.id, port]));
  const obstacle = (box: Box, old: Box | undefined): Obstacle => {
    const alike = old?.width === box.width && old.height === box.height;
    return alike ? { box, moved: { x: box.x - old.x, y: box.y - old.y } } : { box };
  };
  return [
    ...[...places].map(([id, box]) => obstacle(box, known.get(id))),
    ...[...placed].map(([id, port]) => obstacle(port, plates.get(id))),
  ];
}

/** Frames as they stand now, which only lines of their own members may run into. */
export function framesInTheWay(
  former: ReadonlyMap<string, FormerFrame>,
  frames: ReadonlyMap<string, Box>,
): Obstacle[] {
  return [...frames].map(([group, box]): Obstacle => {
    const old = former.get(group)?.frame;
    const isSame = old?.width === box.width && old.height === box.height;
    return { box, group, ...(isSame ? { moved: { x: box.x - old.x, y: box.y - old.y } } : {}) };
  });
}
