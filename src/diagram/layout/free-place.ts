import type { SizedNode } from '../measure.js';
import type { Box, Point } from '../picture.js';
import type { Selection } from '../select.js';
import { overlap } from './geometry.js';
import type { Places } from './push-apart.js';

/** Room that is kept between boxes that find a place beside others. */
const gap = 100;

/**
 * The free place nearest to where a box would best stand: behind its upstream, before its downstream.
 *
 * @param obstacles where it must not stand
 * @param fellows what it must stand beside; without, it may stand anywhere
 */
export function freePlace(
  node: SizedNode,
  places: Places,
  { relations, links, direction }: Pick<Selection, 'relations' | 'links' | 'direction'>,
  obstacles: readonly Box[],
  fellows?: readonly Box[],
): Box {
  const { width, height, id } = node;
  const wishes: Point[] = [];
  const down = direction === 'down';
  const wishBeside = (other: string | undefined, behind: boolean) => {
    const place = other === undefined ? undefined : places.get(other);
    if (!place) return;
    if (down)
      wishes.push({
        x: place.x,
        y: behind ? place.y + place.height + gap : place.y - height - gap,
      });
    else
      wishes.push({ x: behind ? place.x + place.width + gap : place.x - width - gap, y: place.y });
  };
  for (const { upstream, downstream } of relations) {
    if (downstream === id) wishBeside(upstream, true);
    if (upstream === id) wishBeside(downstream, false);
  }
  for (const { from, to } of links) {
    if (to === id) wishBeside(from, true);
    if (from === id) wishBeside(to, false);
  }
  const bottom = Math.max(0, ...obstacles.map((box) => box.y + box.height + gap));
  const left = Math.min(0, ...obstacles.map(({ x }) => x));
  const wish = wishes[0] ?? fellows?.[0] ?? { x: left, y: bottom };
  const beside = (fellows ?? obstacles).flatMap((box) => around(box, width, height));
  const candidates = fellows ? beside : [wish, ...beside, { x: wish.x, y: bottom }];
  const nearest = [...candidates].sort(
    (a, b) => distance(a, wish) - distance(b, wish) || a.y - b.y || a.x - b.x,
  );
  const free = nearest.find(
    (at) => !obstacles.some((box) => overlap({ ...at, width, height }, box, gap - 12)),
  );
  // What stands there will be pushed away.
  const at = free ?? (fellows ? nearest[0] : undefined) ?? { x: left, y: bottom };
  return { ...at, width, height };
}

function around(box: Box, width: number, height: number): Point[] {
  return [
    { x: box.x + box.width + gap, y: box.y },
    { x: box.x - width - gap, y: box.y },
    { x: box.x, y: box.y + box.height + gap },
    { x: box.x, y: box.y - height - gap },
  ];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
