import { compare, type Position, type Span } from '../model/span.js';
import { positionAt } from '../model/text-positions.js';

/** One change between two texts: what stood from `start` to `oldEnd` now ends at `newEnd`. */
export interface TextChange {
  readonly start: Position;
  readonly oldEnd: Position;
  readonly newEnd: Position;
}

/**
 * Moves a span of the old text along, so that it covers the same words of the new one. One in the
 * midst of the change shrinks to its start.
 */
export function moveSpan(span: Span, { start, oldEnd, newEnd }: TextChange): Span {
  const move = (position: Position): Position => {
    if (compare(position, start) <= 0) return position;
    if (compare(position, oldEnd) < 0) return start;
    const line = position.line - oldEnd.line + newEnd.line;
    if (position.line > oldEnd.line) return { line, column: position.column };
    return { line, column: position.column - oldEnd.column + newEnd.column };
  };
  return { ...span, start: move(span.start), end: move(span.end) };
}

/** Whether a span of the old text overlaps the change or touches it. */
export function touches(span: Span, { start, oldEnd }: TextChange): boolean {
  return compare(span.start, oldEnd) <= 0 && compare(span.end, start) >= 0;
}

/** The smallest change that makes one text of the other. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  let tail = 0;
  while (
    tail < shorter - same &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return {
    start: positionAt(before, same),
    oldEnd: positionAt(before, before.length - tail),
    newEnd: positionAt(after, after.length - tail),
  };
}
