/**
 * Numbers of protobuf fields and enum values. They are the wire format: a number once given stays
 * with its field, and one whose field is gone is never given again. `@number(n)` gives one in the
 * model; all others come from a lock file that is committed with the contracts.
 */
import type { ElementId } from '../../model/elements/identity.js';
import { byText, sortedEntries } from '../tree.js';

/** What the lock file holds: for each message or enum, the number of every name it ever had. */
export type NumberLock = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A field or enum value that wants a number. */
export interface Numbered {
  readonly name: string;
  /** `@number(n)`. */
  readonly number?: number | undefined;
  /** The name it had before, for `@renamedFrom`. */
  readonly renamedFrom?: string | undefined;
}

export interface Numbers {
  readonly of: ReadonlyMap<string, number>;
  /** Numbers and names that once were, sorted; `reserved` in the file. */
  readonly reserved: readonly { readonly name: string; readonly number: number }[];
}

/** protobuf keeps these for itself. */
const internal = { from: 19_000, to: 19_999 };
const largest = 536_870_911;

export class FieldNumbers {
  private readonly known = new Map<string, Map<string, number>>();

  constructor(lock: NumberLock = {}) {
    for (const [id, names] of Object.entries(lock)) {
      this.known.set(id, new Map(Object.entries(names)));
    }
  }

  /**
   * The numbers of a message's fields or an enum's values, with new ones given where none is known:
   * the smallest free ones, in the order of the names, so that the order of declaration is nothing.
   *
   * @param owner the API and the type: numbers belong to one file
   * @param first the smallest number to give
   */
  assign(owner: ElementId, items: readonly Numbered[], first = 1): Numbers {
    let known = this.known.get(owner);
    if (!known) this.known.set(owner, (known = new Map<string, number>()));
    for (const { name, renamedFrom } of items) {
      const former = renamedFrom === undefined ? undefined : known.get(renamedFrom);
      if (former === undefined || known.has(name)) continue;
      known.delete(renamedFrom!);
      known.set(name, former);
    }
    const declared = new Map<number, string>();
    for (const { name, number } of items) {
      if (number !== undefined && isUsable(number, first) && !declared.has(number)) {
        declared.set(number, name);
      }
    }
    for (const [number, name] of declared) {
      // The author's word counts more than the lock: whoever had that number has to move.
      for (const [other, taken] of known)
        if (taken === number && other !== name) known.delete(other);
      known.set(name, number);
    }
    const taken = new Set(known.values());
    let next = first;
    for (const name of items.map((item) => item.name).sort(byText)) {
      if (known.has(name)) continue;
      while (taken.has(next) || !isUsable(next, first)) next++;
      taken.add(next);
      known.set(name, next);
    }
    const current = new Set(items.map((item) => item.name));
    return {
      of: new Map([...current].map((name) => [name, known.get(name)!])),
      reserved: [...known]
        .filter(([name]) => !current.has(name))
        .map(([name, number]) => ({ name, number }))
        .sort((a, b) => a.number - b.number),
    };
  }

  /** The lock to commit, sorted, so that it merges well. */
  lock(): NumberLock {
    return Object.fromEntries(
      sortedEntries(this.known)
        .filter(([, names]) => names.size > 0)
        .map(([id, names]) => [id, Object.fromEntries(sortedEntries(names))]),
    );
  }
}

function isUsable(number: number, first: number): boolean {
  return (
    Number.isInteger(number) &&
    number >= first &&
    number <= largest &&
    !(number >= internal.from && number <= internal.to)
  );
}
