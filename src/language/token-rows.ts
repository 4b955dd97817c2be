import type { TokenRows } from './generated/parser.js';

/** Rows of tokens that are filled one after the other and used again for the next text. */
export class GrowingRows implements TokenRows {
  text = '';
  types = new Uint8Array(1024);
  offsets = new Uint32Array(1024);
  ends = new Uint32Array(1024);
  count = 0;

  clear(text: string): void {
    this.text = text;
    this.count = 0;
  }

  push(type: number, offset: number, end: number): void {
    if (this.count === this.types.length) this.#grow();
    this.types[this.count] = type;
    this.offsets[this.count] = offset;
    this.ends[this.count] = end;
    this.count++;
  }

  /** Puts an empty token behind another one. */
  insertBehind(index: number, type: number): void {
    const place = this.ends[index] ?? 0;
    this.push(type, place, place);
    for (const row of [this.types, this.offsets, this.ends]) {
      row.copyWithin(index + 2, index + 1, this.count - 1);
    }
    this.types[index + 1] = type;
    this.offsets[index + 1] = place;
    this.ends[index + 1] = place;
  }

  /** What the text says at a token. */
  image(index: number): string {
    return this.text.slice(this.offsets[index], this.ends[index]);
  }

  #grow(): void {
    const { types, offsets, ends } = this;
    this.types = new Uint8Array(types.length * 2);
    this.offsets = new Uint32Array(types.length * 2);
    this.ends = new Uint32Array(types.length * 2);
    this.types.set(types);
    this.offsets.set(offsets);
    this.ends.set(ends);
  }
}
