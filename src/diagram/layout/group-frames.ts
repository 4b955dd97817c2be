/** The frames of groups around boxes that have their places. */
import type { Group } from '../groups.js';
import { fonts } from '../measure.js';
import type { Box } from '../picture.js';
import { textWidth } from '../text-metrics.js';
import { enclosing, round } from './geometry.js';
import type { Hull, Places } from './push-apart.js';

/** Room in the frame of a group; its name stands at the top. */
export const groupPadding = { top: 60, bottom: 22, left: 22, right: 22 } as const;

/** What places that were rounded leave of it. */
const leastPadding = { top: 59, bottom: 21, left: 21, right: 21 } as const;

/** The least width of the frame of a group: that of its name, with the room before it. */
export function leastWidth({ label }: Group): number {
  return textWidth(label, fonts.name, 'bold') + 36;
}

/** Where the name of a group stands in its frame. */
function nameBox(group: Group, { x, y }: Box): Box {
  return { x, y, width: leastWidth(group), height: groupPadding.top - 16 };
}

/** Where the names of all groups stand. */
export function nameBoxes(groups: readonly Group[], frames: ReadonlyMap<string, Box>): Box[] {
  return groups.flatMap((group) => {
    const frame = frames.get(group.id);
    return frame ? [nameBox(group, frame)] : [];
  });
}

/** A frame as it was, and the box around the boxes that it held. */
export interface FormerFrame {
  readonly frame: Box;
  readonly held: Box;
}

/**
 * The frames of groups, each as far around its boxes as it was before, and with room for the plates
 * at their sides.
 */
export function framesAround(
  groups: readonly Group[],
  places: Places,
  hull: Hull,
  former: ReadonlyMap<string, FormerFrame>,
): Map<string, Box> {
  const frames = new Map<string, Box>();
  for (const group of groups) {
    const members = group.members.flatMap((id) => {
      const box = places.get(id);
      return box ? [{ box, hull: hull(id, box) }] : [];
    });
    if (members.length === 0) continue;
    const held = enclosing(
      members.map(({ box }) => box),
      [],
    );
    const { top, left, bottom, right } = leastPadding;
    const hulls = enclosing(
      members.map((member) => member.hull),
      [],
    );
    const needed = {
      x: hulls.x - left,
      y: hulls.y - top,
      width: Math.max(hulls.width + left + right, leastWidth(group)),
      height: hulls.height + top + bottom,
    };
    const old = former.get(group.id);
    const box = old ? enclosing([needed, likeBefore(held, old)], []) : needed;
    frames.set(group.id, {
      x: round(box.x),
      y: round(box.y),
      width: round(box.width),
      height: round(box.height),
    });
  }
  return frames;
}

/** A frame as far around what it holds as before. */
function likeBefore(now: Box, { frame, held }: FormerFrame): Box {
  return {
    x: now.x - (held.x - frame.x),
    y: now.y - (held.y - frame.y),
    width: now.width + frame.width - held.width,
    height: now.height + frame.height - held.height,
  };
}
