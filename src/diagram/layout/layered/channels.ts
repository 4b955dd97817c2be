import { fewBackward } from './acyclic.js';

/** A line between two layers that runs across: where it comes from and goes to on both sides. */
export interface Bend {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Lines that come so near would look like one. */
const near = 4;
/** What it is worth to keep lines apart, in crossings. */
const touching = 20;

/**
 * Tracks for the bends between two layers, so that few lines cross and none run into each other; 0 is
 * the leftmost one.
 */
export function tracksOf(bends: readonly Bend[]): number[] {
  const extents = bends.map(extentOf);
  const arcs: { from: number; to: number; weight: number }[] = [];
  for (let a = 0; a < bends.length; a++) {
    for (let b = a + 1; b < bends.length; b++) {
      // Bends apart from each other have nothing to do with each other.
      if (!overlap(extents[a]!, extents[b]!)) continue;
      const forth = cost(bends[a]!, extents[a]!, bends[b]!, extents[b]!);
      const back = cost(bends[b]!, extents[b]!, bends[a]!, extents[a]!);
      if (forth < back) arcs.push({ from: a, to: b, weight: back - forth });
      if (back < forth) arcs.push({ from: b, to: a, weight: forth - back });
    }
  }
  const place = fewBackward(bends.length, arcs);
  const order = bends.map((_, index) => index).sort((a, b) => place[a]! - place[b]!);
  const tracks = new Array<number>(bends.length).fill(0);
  for (let at = 0; at < order.length; at++) {
    const bend = order[at]!;
    const extent = extents[bend]!;
    let track = 0;
    for (let before = 0; before < at; before++) {
      const earlier = order[before]!;
      if (tracks[earlier]! >= track && overlap(extent, extents[earlier]!))
        track = tracks[earlier]! + 1;
    }
    tracks[bend] = track;
  }
  return tracks;
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

function extentOf({ left, right }: Bend): Extent {
  const ends = [...left, ...right];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** What is bad about a bend standing left of another one. */
function cost(first: Bend, firstExtent: Extent, second: Bend, secondExtent: Extent): number {
  let sum = 0;
  // What leaves the first to the right passes the second, whose left ends pass the first.
  for (const end of first.right) {
    if (within(end, secondExtent)) sum++;
    for (const other of second.left) if (Math.abs(end - other) < near) sum += touching;
  }
  for (const end of second.left) if (within(end, firstExtent)) sum++;
  return sum;
}

function within(place: number, { low, high }: Extent): boolean {
  return place > low && place < high;
}

function overlap(a: Extent, b: Extent): boolean {
  return a.low < b.high + near && b.low < a.high + near;
}
