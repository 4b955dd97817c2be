import type { Box, Size } from '../../picture.js';
import { offShape, screenFor } from '../fitting.js';
import type { Drawn } from './drawn.js';

/** A crossing is as bad as so many pixels of line. */
const crossing = 250;
/** … and a line through a frame that it has nothing to do with. */
const intrusion = 500;
/** Drawings with more lines than this are not worth comparing in detail. */
const mostPieces = 4000;

/** By edge: the frames of its ends. */
export type EdgeFrames = readonly (readonly [number | undefined, number | undefined])[];

/**
 * The drawing with short lines, few crossings and a pleasant shape; the first of several.
 *
 * @param ways by way to put nodes in layers: what may be drawn of it, the best order first
 */
export function bestDrawing(
  ways: readonly (readonly (() => Drawn)[])[],
  sizeOf: (drawing: Drawn) => Size,
  edgeFrames: EdgeFrames,
): Drawn {
  const first = ways[0]![0]!();
  const isSingle = ways.length === 1 && ways[0]!.length === 1;
  if (isSingle || piecesOf(first).length > mostPieces) return first;
  const judged = (drawing: Drawn): Judged => {
    const size = sizeOf(drawing);
    const lines = linesCost(drawing, edgeFrames);
    return { drawing, cost: (lines + screenFor(size)) * Math.sqrt(offShape(size)) };
  };
  // All orders are drawn in the better way only.
  const looks = ways.map(([draw], index) => judged(index === 0 ? first : draw!()));
  const best = looks.reduce(cheaper);
  const others = ways[looks.indexOf(best)]!.slice(1);
  return others.reduce((known, draw) => cheaper(known, judged(draw())), best).drawing;
}

interface Judged {
  readonly drawing: Drawn;
  readonly cost: number;
}

function cheaper(one: Judged, other: Judged): Judged {
  return other.cost < one.cost ? other : one;
}

/** A straight piece of a line. */
interface Piece {
  readonly edge: number;
  readonly isFlat: boolean;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

function piecesOf({ edges }: Drawn): Piece[] {
  return edges.flatMap(({ points }, edge) =>
    points.slice(1).map((to, index): Piece => {
      const from = points[index]!;
      const isFlat = from.y === to.y;
      const [start, end] = isFlat ? [from.x, to.x] : [from.y, to.y];
      const [low, high] = [Math.min(start, end), Math.max(start, end)];
      return { edge, isFlat, at: isFlat ? from.y : from.x, low, high };
    }),
  );
}

/** Lines that run together cross another one in one point, which counts once. */
function linesCost(drawing: Drawn, edgeFrames: EdgeFrames): number {
  const pieces = piecesOf(drawing);
  const length = pieces.reduce((sum, { low, high }) => sum + high - low, 0);
  const steep = pieces.filter(({ isFlat }) => !isFlat).sort((a, b) => a.at - b.at);
  const points = new Set<string>();
  for (const one of pieces) {
    if (!one.isFlat) continue;
    for (const other of steep) {
      if (other.at >= one.high) break;
      const isCrossed = other.at > one.low && one.at > other.low && one.at < other.high;
      if (isCrossed && one.edge !== other.edge) points.add(`${other.at} ${one.at}`);
    }
  }
  const intruding = new Set<string>();
  for (const piece of pieces)
    for (const [frame, box] of drawing.frames.entries())
      if (!edgeFrames[piece.edge]!.includes(frame) && runsThrough(piece, box))
        intruding.add(`${piece.edge} ${frame}`);
  return length + crossing * points.size + intrusion * intruding.size;
}

function runsThrough({ isFlat, at, low, high }: Piece, { x, y, width, height }: Box): boolean {
  return isFlat
    ? at > y && at < y + height && high > x && low < x + width
    : at > x && at < x + width && high > y && low < y + height;
}
