import type { Point, Size } from '../../picture.js';

/**
 * Packs boxes beside and below each other to a shape near `aspect`, large ones first; each takes the
 * highest place where it fits.
 *
 * @returns corners in the order of the boxes, and the size of all
 */
export function packed(
  boxes: readonly Size[],
  gap: number,
  aspect: number,
): { readonly corners: readonly Point[]; readonly size: Size } {
  const [widest = 0, second = 0] = boxes.map(({ width }) => width).sort((a, b) => b - a);
  const row = boxes.reduce((sum, { width }) => sum + width + gap, -gap);
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const wanted = Math.sqrt(area * aspect);
  const widths = [
    ...[0.8, 1, 1.2, 1.5, 2].map((share) => Math.max(widest, wanted * share)),
    // Small boxes in a column beside the one that decides the shape.
    widest + gap + second,
  ]
    .map((width) => Math.min(row, width))
    .filter((width, index, all) => all.indexOf(width) === index);
  const tries = widths.map((width) => packedTo(boxes, gap, width));
  return tries.reduce(
    (best, one) => (isBetter(one.size, best.size, aspect) ? one : best),
    tries[0] ?? { corners: [], size: { width: 0, height: 0 } },
  );
}

/** Whether a smaller screen of that shape shows it all; where none does, whether it takes less of it. */
function isBetter(one: Size, other: Size, aspect: number): boolean {
  const screen = ({ width, height }: Size) => Math.max(width / aspect, height);
  const difference = screen(one) - screen(other);
  if (difference !== 0) return difference < 0;
  return one.width * one.height < other.width * other.height;
}

/** A part of the lower border of what is packed so far. */
interface Step {
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

function packedTo(boxes: readonly Size[], gap: number, limit: number) {
  const corners: Point[] = boxes.map(() => ({ x: 0, y: 0 }));
  let skyline: Step[] = [{ x: 0, width: limit + gap, y: 0 }];
  const order = boxes
    .map((_, index) => index)
    .sort((a, b) => boxes[b]!.height - boxes[a]!.height || a - b);
  for (const index of order) {
    const { width, height } = boxes[index]!;
    const at = highest(skyline, width + gap);
    corners[index] = at;
    skyline = raised(skyline, at.x, width + gap, at.y + height + gap);
  }
  const right = boxes.map(({ width }, index) => corners[index]!.x + width);
  const bottom = boxes.map(({ height }, index) => corners[index]!.y + height);
  return { corners, size: { width: Math.max(0, ...right), height: Math.max(0, ...bottom) } };
}

function highest(skyline: readonly Step[], width: number): Point {
  const end = Math.max(...skyline.map((step) => step.x + step.width));
  let best: Point = { x: 0, y: Infinity };
  for (const { x } of skyline) {
    if (x > 0 && x + width > end + 0.01) break;
    const y = Math.max(
      ...skyline.filter((step) => step.x < x + width && x < step.x + step.width).map(({ y }) => y),
    );
    if (y < best.y) best = { x, y };
  }
  return best;
}

function raised(skyline: readonly Step[], x: number, width: number, y: number): Step[] {
  const end = x + width;
  const cut = skyline.flatMap((step): Step[] => [
    ...(step.x < x ? [{ ...step, width: Math.min(step.width, x - step.x) }] : []),
    ...(step.x + step.width > end
      ? [
          {
            x: Math.max(step.x, end),
            width: step.x + step.width - Math.max(step.x, end),
            y: step.y,
          },
        ]
      : []),
  ]);
  const steps = [...cut, { x, width, y }].sort((a, b) => a.x - b.x);
  return steps.reduce((merged: Step[], step) => {
    const last = merged.at(-1);
    if (last?.y === step.y) merged[merged.length - 1] = { ...last, width: last.width + step.width };
    else merged.push(step);
    return merged;
  }, []);
}
