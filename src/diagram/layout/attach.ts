import type { Box, Point, Side } from '../picture.js';
import { overlap } from './geometry.js';
import { between, corner, sideFor } from './layered/layers.js';
import type { Port } from './ports.js';
import type { Places } from './push-apart.js';
import type { Anchor } from './route.js';

/** Where a port was before, relative to its box. */
export interface FormerPort {
  readonly side: Side;
  /** From the box's corner to the middle of the port, along the side. */
  readonly offset: number;
}

export interface PlacedPort extends Box {
  readonly port: Port;
  readonly side: Side;
}

/** Nodes at the other ends of a port's edges. */
export type OtherEnds = (port: Port) => readonly string[];

/** Chooses a side for each port: the one it had, unless what it leads to is now behind it. */
export function sidesOf(
  ports: Iterable<Port>,
  places: Places,
  former: ReadonlyMap<string, FormerPort>,
  otherEnds: OtherEnds,
): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const port of ports) {
    const box = places.get(port.node);
    const others = otherEnds(port).flatMap((id) => places.get(id) ?? []);
    if (!box) continue;
    const known = former.get(port.id)?.side;
    const stays = known !== undefined && !others.every((other) => behind(known, box, other));
    if (stays) {
      sides.set(port.id, known);
      continue;
    }
    const wanted = facing(box, others);
    const roomy = wanted.find((side) => {
      const plate = plateStrip(box, side, port);
      return ![...places].some(([id, other]) => id !== port.node && overlap(plate, other, 8));
    });
    sides.set(port.id, roomy ?? wanted[0] ?? 'right');
  }
  return sides;
}

/** The size that a box must have for the ports on its sides. */
export function sizeForPorts(ports: readonly Port[], sides: ReadonlyMap<string, Side>) {
  const need = (wanted: readonly Side[], size: (port: Port) => number) =>
    Math.max(
      ...wanted.map((side) => sideFor(ports.filter(({ id }) => sides.get(id) === side).map(size))),
    );
  return {
    width: need(['top', 'bottom'], ({ width }) => width),
    height: need(['left', 'right'], ({ height }) => height),
  };
}

/** A box with the room that the plates on its sides take. */
export function hullOf(box: Box, ports: readonly Port[], sides: ReadonlyMap<string, Side>): Box {
  const reach = (side: Side, size: (port: Port) => number) =>
    Math.max(0, ...ports.filter(({ id }) => sides.get(id) === side).map(size));
  const left = reach('left', ({ width }) => width);
  const top = reach('top', ({ height }) => height);
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + reach('right', ({ width }) => width),
    height: box.height + top + reach('bottom', ({ height }) => height),
  };
}

/** Places the ports of one box: former ones where they were if there is room, new ones toward their ends. */
export function placePorts(
  box: Box,
  ports: readonly Port[],
  sides: ReadonlyMap<string, Side>,
  former: ReadonlyMap<string, FormerPort>,
  wishOf: (port: Port) => Point,
): PlacedPort[] {
  return (['left', 'right', 'top', 'bottom'] as const).flatMap((side) => {
    const vertical = side === 'left' || side === 'right';
    const length = vertical ? box.height : box.width;
    const sizeOf = ({ width, height }: Port) => (vertical ? height : width);
    const start = vertical ? box.y : box.x;
    const items = ports
      .filter(({ id }) => sides.get(id) === side)
      .map((port) => {
        const known = former.get(port.id);
        const wish = wishOf(port);
        const offset = known?.side === side ? known.offset : (vertical ? wish.y : wish.x) - start;
        const settled = known?.side === side;
        return {
          port,
          settled,
          size: sizeOf(port),
          center: Math.min(length - corner, Math.max(corner, offset)),
        };
      })
      .sort((a, b) => a.center - b.center || (a.port.id < b.port.id ? -1 : 1));
    return spread(items, length).map(({ port, at }): PlacedPort => {
      const { width, height } = port;
      const x = side === 'left' ? box.x - width : side === 'right' ? box.x + box.width : box.x + at;
      const y =
        side === 'top' ? box.y - height : side === 'bottom' ? box.y + box.height : box.y + at;
      return { port, side, x: half(x), y: half(y), width, height };
    });
  });
}

interface Item {
  readonly port: Port;
  readonly size: number;
  readonly center: number;
  /** It was there before. */
  readonly settled: boolean;
}

/** Moves items along a side as little as it takes to keep them apart and inside. */
function spread(items: readonly Item[], length: number): { port: Port; at: number }[] {
  const result = items.map(({ port, size, center }) => ({ port, size, at: center - size / 2 }));
  const apart = result.every(({ at }, index) => {
    const before = result[index - 1];
    return at >= (before ? before.at + before.size + 2 : -0.5);
  });
  const last = result.at(-1);
  const inside = last === undefined || last.at + last.size <= length + 0.5;
  if (apart && inside && items.every(({ settled }) => settled)) return result;
  let least = corner;
  for (const item of result) {
    item.at = Math.max(item.at, least);
    least = item.at + item.size + between;
  }
  let most = length - corner;
  for (const item of [...result].reverse()) {
    item.at = Math.min(item.at, most - item.size);
    most = item.at - between;
  }
  return result;
}

/** Where edges reach a port: the middle of its outer edge. */
export function anchorOf({ x, y, width, height, side }: Box & { readonly side: Side }): Anchor {
  switch (side) {
    case 'left':
      return { x, y: y + height / 2, side };
    case 'right':
      return { x: x + width, y: y + height / 2, side };
    case 'top':
      return { x: x + width / 2, y, side };
    case 'bottom':
      return { x: x + width / 2, y: y + height, side };
  }
}

function behind(side: Side, box: Box, other: Box): boolean {
  switch (side) {
    case 'left':
      return other.x >= box.x + box.width;
    case 'right':
      return other.x + other.width <= box.x;
    case 'top':
      return other.y >= box.y + box.height;
    case 'bottom':
      return other.y + other.height <= box.y;
  }
}

/** Where plates on a side of a box stand. */
function plateStrip({ x, y, width, height }: Box, side: Side, port: Port): Box {
  switch (side) {
    case 'left':
      return { x: x - port.width, y, width: port.width, height };
    case 'right':
      return { x: x + width, y, width: port.width, height };
    case 'top':
      return { x, y: y - port.height, width, height: port.height };
    case 'bottom':
      return { x, y: y + height, width, height: port.height };
  }
}

/** The sides of a box, the one that looks toward other boxes first. */
function facing(box: Box, others: readonly Box[]): Side[] {
  if (others.length === 0) return ['right', 'left', 'bottom', 'top'];
  const right = Math.min(...others.map(({ x }) => x)) - (box.x + box.width);
  const left = box.x - Math.max(...others.map(({ x, width }) => x + width));
  const down = Math.min(...others.map(({ y }) => y)) - (box.y + box.height);
  const up = box.y - Math.max(...others.map(({ y, height }) => y + height));
  const sides: [Side, number][] = [
    ['right', right],
    ['left', left],
    ['bottom', down],
    ['top', up],
  ];
  return sides.sort((a, b) => b[1] - a[1]).map(([side]) => side);
}

function half(value: number): number {
  return Math.round(value * 2) / 2;
}
