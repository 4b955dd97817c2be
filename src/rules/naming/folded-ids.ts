import type { ElementId } from '../../model/elements/identity.js';

const hyphen = 0x2d;
const underscore = 0x5f;

/**
 * Notices whether two elements may share an id once it is folded, as those must that have one
 * parent and one name. Nearly always none do, and to tell that from numbers costs a fraction of
 * what it takes to fold all ids and keep them: 64 bits of each, in a table that is never fuller than
 * half. It may see two where there are none, if hardly ever; never the reverse.
 */
export class FoldedIds {
  #table = new Int32Array(4096);
  #count = 0;
  /** Whether two may be the same. */
  hasTwice = false;

  add(id: ElementId): void {
    if (this.hasTwice) return;
    // FNV-1a, and the same with another prime.
    let one = 0x811c9dc5 | 0;
    let two = 0x2c1b3c6d;
    for (let at = 0; at < id.length; at++) {
      let code = id.charCodeAt(at);
      if (code === hyphen || code === underscore) continue;
      // Names have the letters of ASCII only.
      if (code >= 0x41 && code <= 0x5a) code += 0x20;
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x5bd1e995);
    }
    this.#enter(one, two);
  }

  #enter(one: number, two: number): void {
    if (++this.#count * 4 > this.#table.length) this.#grow();
    this.hasTwice = !insert(this.#table, one, two);
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] !== 0) insert(this.#table, old[at]!, old[at + 1]!);
    }
  }
}

/** Whether the pair was not there. */
function insert(table: Int32Array, one: number, two: number): boolean {
  const mask = table.length / 2 - 1;
  // 0 stands for an empty place.
  const key = one === 0 ? 1 : one;
  for (let at = (key ^ (key >>> 15)) & mask; ; at = (at + 1) & mask) {
    if (table[at * 2] === 0) {
      table[at * 2] = key;
      table[at * 2 + 1] = two;
      return true;
    }
    if (table[at * 2] === key && table[at * 2 + 1] === two) return false;
  }
}
