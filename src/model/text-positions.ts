import type { Position } from './span.js';

/** Offset of a position in a text; the end of the text for one behind it. */
export function offsetAt(text: string, { line, column }: Position): number {
  let offset = 0;
  for (let now = 1; now < line; now++) {
    const next = text.indexOf('\n', offset);
    if (next < 0) return text.length;
    offset = next + 1;
  }
  return Math.min(text.length, offset + column - 1);
}

/** Position of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset;) {
    line++;
    lineStart = next + 1;
    next = text.indexOf('\n', lineStart);
  }
  return { line, column: offset - lineStart + 1 };
}
