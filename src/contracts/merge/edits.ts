/** The changes that a merge makes to a text, before they have offsets. */
import type { Tree } from '../tree.js';
import type { SourceEntry, SourceNode } from './source.js';

/** Where a value hangs: an entry of a collection. The root hangs nowhere. */
export interface Spot {
  readonly parent: SourceNode;
  readonly entry: SourceEntry;
}

export interface Insertion {
  /** The entry before it; the last one where undefined. */
  readonly after: SourceEntry | undefined;
  /** Undefined for an item of a list. */
  readonly key: string | undefined;
  readonly value: Tree;
}

/** Entries that go and come in one collection, at least one of which stays. */
export interface Restructuring {
  readonly removed: ReadonlySet<SourceEntry>;
  readonly inserted: readonly Insertion[];
}

export class Edits {
  readonly replaced = new Map<SourceEntry, { readonly spot: Spot; readonly value: Tree }>();
  readonly restructured = new Map<SourceNode, Restructuring>();
  /** New keys of entries that keep their values. */
  readonly renamed = new Map<SourceEntry, string>();
  /** A new value for the whole document. */
  root: { readonly value: Tree } | undefined;

  replace(spot: Spot | undefined, value: Tree): void {
    if (spot) this.replaced.set(spot.entry, { spot, value });
    else this.root = { value };
  }

  /** Takes entries out of a collection and puts others in; `value` is what it becomes as a whole. */
  restructure(
    disk: SourceNode,
    removed: ReadonlySet<SourceEntry>,
    inserted: readonly Insertion[],
    value: Tree,
    spot: Spot | undefined,
  ): void {
    if (removed.size === 0 && inserted.length === 0) return;
    if (removed.size === disk.entries.length) this.replace(spot, value);
    else this.restructured.set(disk, { removed, inserted });
  }

  get isEmpty(): boolean {
    return (
      this.replaced.size === 0 &&
      this.renamed.size === 0 &&
      this.restructured.size === 0 &&
      this.root === undefined
    );
  }
}
