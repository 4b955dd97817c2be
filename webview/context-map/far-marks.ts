import type { Box } from '../../src/diagram/picture.js';

/** How much larger marks of overlays and badges are from afar; as in style.css. */
const larger = 1.6;

/**
 * Lets what stands at the border of a box grow away from it, so that the name keeps its room, and
 * away from what stands beside it.
 *
 * @param at where it stands as it is near by
 * @param beside what else stands at the border
 * @returns where it stands from afar; nothing where there is nothing
 */
export function grownFrom(
  drawn: SVGElement | null | undefined,
  at: Box | null | undefined,
  node: Box,
  beside: Box | null | undefined,
): Box[] {
  if (!drawn || !at) return [];
  const across = share(at, node, 'x', 'width');
  const down = share(at, node, 'y', 'height');
  // Upper and lower borders are longer, and most of them stand there.
  const isBeside = down > 0.2 && down < 0.8;
  const x = isBeside ? Number(across < 0.5) : awayFrom(beside, at);
  const y = isBeside ? 0.5 : down < 0.5 ? 1 : 0;
  drawn.style.transformOrigin = `${String(100 * x)}% ${String(100 * y)}%`;
  const [width, height] = [at.width * larger, at.height * larger];
  return [{ x: at.x - (width - at.width) * x, y: at.y - (height - at.height) * y, width, height }];
}

/** The share of its width that grows to the left: all, nothing, or half where nothing is near. */
function awayFrom(other: Box | null | undefined, at: Box): number {
  if (!other || Math.abs(other.y - at.y) > larger * at.height) return 0.5;
  return Number(other.x + other.width / 2 > at.x + at.width / 2);
}

/** Where the middle of something is along a side of its box, from 0 to 1; beyond that outside of it. */
function share(at: Box, node: Box, from: 'x' | 'y', length: 'width' | 'height'): number {
  return (at[from] + at[length] / 2 - node[from]) / node[length];
}
