import type { Box, Point } from '../picture.js';
import { overlap } from './geometry.js';

/** Boxes, with the plates at their sides, closer than this are pushed apart. */
const least = 16;

export type Places = Map<string, Box>;
/** A box with the plates around it. */
export type Hull = (id: string, box: Box) => Box;

/** Boxes that changed push others, which push others; along the axis that takes the least. */
export function pushApart(
  places: Places,
  pinned: (id: string) => boolean,
  hull: Hull,
  changed: readonly string[],
): void {
  const queue = [...changed].sort();
  for (let turns = 0; queue.length > 0 && turns < 40 * places.size; turns++) {
    const id = queue.shift() ?? '';
    const box = places.get(id);
    if (!box) continue;
    for (const [other, place] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const apart =
        other === id || !overlap(hull(id, places.get(id) ?? box), hull(other, place), least);
      if (apart) continue;
      const [mover, still] = pinned(other) ? [id, other] : [other, id];
      if (pinned(mover)) continue;
      const moving = places.get(mover) ?? place;
      const by = push(hull(mover, moving), hull(still, places.get(still) ?? box));
      places.set(mover, { ...moving, x: moving.x + by.x, y: moving.y + by.y });
      queue.push(mover);
      if (mover === id) break;
    }
  }
}

/** How far right or down, whichever is less, a box must go to be clear of another one. */
function push(box: Box, still: Box): Point {
  const right = still.x + still.width + least - box.x;
  const down = still.y + still.height + least - box.y;
  return right <= down ? { x: right, y: 0 } : { x: 0, y: down };
}
