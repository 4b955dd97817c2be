import { foldedName } from '../../language/names.js';
import type { Element } from '../../model/elements/element.js';
import type { FoldedIds } from './folded-ids.js';

/** Names among which one is looked for without a table. */
export const few = 12;

/**
 * Notices whether two elements of one kind may share a parent and a folded name. What lies in
 * anything but a context stands in one block, behind each other: it is compared with those before
 * it there. Only what has no parent, or a context, which many files may add to, goes into a table
 * of all ids; so do those of a parent that has many.
 */
export class Siblings {
  readonly #folded: FoldedIds;
  /** The first few of one parent, in front of what is left of the one before. */
  readonly #last: Element[] = [];
  #count = 0;

  constructor(folded: FoldedIds) {
    this.#folded = folded;
  }

  add(element: Element): void {
    const { parent } = element;
    if (parent === undefined || parent.startsWith('context:')) {
      this.#folded.add(element.id);
      return;
    }
    const last = this.#last;
    if (last[0]?.parent !== parent) this.#count = 0;
    const before = this.#count++;
    if (before === few) for (const { id } of last) this.#folded.add(id);
    if (before >= few) {
      this.#folded.add(element.id);
      return;
    }
    if (isAmong(last, before, element.name)) this.#folded.hasTwice = true;
    last[before] = element;
  }
}

/** Whether one of the first few has that name, once both are folded. */
export function isAmong(
  named: readonly { readonly name: string }[],
  first: number,
  name: string,
): boolean {
  for (let at = 0; at < first; at++) if (isSameName(named[at]!.name, name)) return true;
  return false;
}

/** Whether two names are the same once they are folded. */
function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  // The first letters tell mostly; in small letters and capitals they differ by one bit.
  if (
    ((a.charCodeAt(0) ^ b.charCodeAt(0)) & ~0x20) !== 0 &&
    !a.startsWith('_') &&
    !b.startsWith('_')
  ) {
    return false;
  }
  return foldedName(a) === foldedName(b);
}
