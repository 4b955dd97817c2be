import { positionAt, type Position } from '../span.js';

/** The lines of one text, to tell positions from offsets. */
export class Lines {
  readonly #starts: readonly number[];
  #last = 0;

  constructor(text: string) {
    this.#starts = lineStarts(text);
  }

  position(offset: number): Position {
    const line = this.#lineOf(offset);
    return positionAt(line + 1, offset - (this.#starts[line] ?? 0) + 1);
  }

  #lineOf(offset: number): number {
    const starts = this.#starts;
    let line = this.#last;
    // Places are mostly asked for in the order of the text, so start where the last one was.
    if ((starts[line] ?? 0) > offset || (starts[line + 4] ?? Infinity) <= offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      line = low;
    }
    while ((starts[line + 1] ?? Infinity) <= offset) line++;
    this.#last = line;
    return line;
  }
}

/** Offsets at which the lines of a text begin. */
function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
    return starts;
  }
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
