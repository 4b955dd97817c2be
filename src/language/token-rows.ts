import { endOfText, keywords, type TokenRows } from './generated/parser.js';

/** Each keyword once, so that nothing is cut out of the text for it and comparing it is fast. */
const words = Array<string | undefined>(endOfText + 1).fill(undefined);
for (const [word, type] of keywords) words[type] = word;

/** Short names that were read last, by their hash: models say the same few over and over. */
const names = Array<string>(4096).fill('');
/** Longer ones are no copies: they would keep the texts that they were cut out of. */
const longestName = 12;

/** Rows of tokens that are filled one after the other and used again for the next text. */
export class GrowingRows implements TokenRows {
  text = '';
  types = new Uint8Array(1024);
  offsets = new Uint32Array(1024);
  ends = new Uint32Array(1024);
  /** Of names; 0 for other tokens. */
  hashes = new Int32Array(1024);
  count = 0;

  clear(text: string): void {
    this.text = text;
    this.count = 0;
  }

  push(type: number, offset: number, end: number, hash = 0): void {
    if (this.count === this.types.length) this.#grow();
    this.types[this.count] = type;
    this.offsets[this.count] = offset;
    this.ends[this.count] = end;
    this.hashes[this.count] = hash;
    this.count++;
  }

  /** Puts an empty token behind another one. */
  insertBehind(index: number, type: number): void {
    const place = this.ends[index] ?? 0;
    this.push(type, place, place);
    for (const row of [this.types, this.offsets, this.ends, this.hashes]) {
      row.copyWithin(index + 2, index + 1, this.count - 1);
    }
    this.types[index + 1] = type;
    this.offsets[index + 1] = place;
    this.ends[index + 1] = place;
    this.hashes[index + 1] = 0;
  }

  /** What the text says at a token. */
  image(index: number): string {
    const word = words[this.types[index] ?? endOfText];
    if (word !== undefined) return word;
    const from = this.offsets[index] ?? 0;
    const end = this.ends[index] ?? 0;
    const hash = this.hashes[index] ?? 0;
    return hash === 0 || end - from > longestName
      ? this.text.slice(from, end)
      : this.#name(from, end, hash);
  }

  #name(from: number, end: number, hash: number): string {
    const slot = hash & (names.length - 1);
    const known = names[slot] ?? '';
    if (known.length === end - from && this.text.startsWith(known, from)) return known;
    const name = this.text.slice(from, end);
    names[slot] = name;
    return name;
  }

  #grow(): void {
    const { types, offsets, ends, hashes } = this;
    this.types = new Uint8Array(types.length * 2);
    this.offsets = new Uint32Array(types.length * 2);
    this.ends = new Uint32Array(types.length * 2);
    this.types.set(types);
    this.offsets.set(offsets);
    this.ends.set(ends);
    this.hashes = new Int32Array(types.length * 2);
    this.hashes.set(hashes);
  }
}
