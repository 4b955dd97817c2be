/**
 * Keywords by their text, looked up where the text stands: a hash map would need each word cut out
 * of the text first, and there are as many of them as names.
 */
export class KeywordTable {
  readonly #words: string[];
  readonly #types: Int16Array;
  readonly #mask: number;

  constructor(keywords: Iterable<readonly [word: string, type: number]>) {
    const all = [...keywords];
    const size = 2 ** Math.ceil(Math.log2(all.length * 4 + 1));
    this.#mask = size - 1;
    this.#words = Array<string>(size).fill('');
    this.#types = new Int16Array(size).fill(-1);
    for (const [word, type] of all) {
      let hash = 0;
      for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i));
      let slot = hash & this.#mask;
      while (this.#types[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#words[slot] = word;
      this.#types[slot] = type;
    }
  }

  /** Number of the keyword from `at` to `end`; -1 for none. `hash` is that of its characters. */
  typeAt(text: string, at: number, end: number, hash: number): number {
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const type = this.#types[slot] ?? -1;
      if (type === -1) return -1;
      const word = this.#words[slot] ?? '';
      if (word.length === end - at && text.startsWith(word, at)) return type;
    }
  }
}

/** Hash of some characters and one more; 0 for none. */
export function hashed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}
