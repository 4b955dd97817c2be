/**
 * The three-way merge of trees: base (generated last), disk (with hand edits), model (generated
 * now). For each place: where one side changed, it wins; where both are equal, nothing happens;
 * otherwise the file stays and a conflict is reported.
 */
import { isList, isMap, map, type Tree } from '../tree.js';
import { commentsIn, commentsOn, within } from './comments.js';
import type { Conflict, ConflictKind, HandChange, Resolve } from './conflict.js';
import { driftsAt } from './drifts.js';
import { Edits, type Spot } from './edits.js';
import { movedReferences } from './moved-references.js';
import type { Outcome } from './outcome.js';
import { pointerOf, rootPlace, same, type Place } from './place.js';
import type { Renames } from './renames.js';
import { mergedList } from './three-way-list.js';
import { mergedMap } from './three-way-map.js';
import {
  aliasedIn,
  Lines,
  type Comment,
  type SourceEntry,
  type SourceNode,
  type SourceText,
} from './source.js';

export interface ThreeWayResult {
  readonly value: Tree;
  readonly base: Tree | undefined;
  readonly edits: Edits;
  readonly conflicts: readonly Conflict[];
  readonly handChanges: readonly HandChange[];
  /** Comments that a resolution gave up on purpose. */
  readonly lost: readonly Comment[];
}

/**
 * @param base undefined when a file is adopted: then what is missing is added, nothing is
 *   overwritten, and every difference is a conflict
 * @param needed pointers of what stays though the model has it no more, as something refers to it
 */
export function threeWay(
  source: SourceText & { readonly root: SourceNode },
  base: Tree | undefined,
  model: Tree,
  resolve: Resolve = () => undefined,
  renames: Renames = new Map(),
  needed: ReadonlySet<string> = new Set(),
): ThreeWayResult {
  const moved = movedReferences(renames, base, source.root, model);
  const merge = new ThreeWayMerge(source, resolve, renames, needed, moved);
  const outcome = merge.value(rootPlace, base, source.root, model, undefined);
  return {
    value: outcome.value!,
    base: outcome.base,
    edits: merge.edits,
    conflicts: merge.conflicts,
    handChanges: merge.handChanges,
    lost: merge.lost,
  };
}

/** A merge while it goes on: it settles one place after the other, and notes what that means. */
export class ThreeWayMerge {
  readonly edits = new Edits();
  readonly conflicts: Conflict[] = [];
  readonly handChanges: HandChange[] = [];
  readonly lost: Comment[] = [];
  private readonly source: SourceText;
  private readonly lines: Lines;
  private readonly resolve: Resolve;
  readonly renames: Renames;
  private readonly needed: ReadonlySet<string>;
  private readonly moved: ReadonlyMap<string, string>;

  constructor(
    source: SourceText,
    resolve: Resolve,
    renames: Renames,
    needed: ReadonlySet<string>,
    moved: ReadonlyMap<string, string>,
  ) {
    this.source = source;
    this.lines = new Lines(source.text);
    this.resolve = resolve;
    this.renames = renames;
    this.needed = needed;
    this.moved = moved;
  }

  /** A value that the file and the model both have. */
  value(
    place: Place,
    base: Tree | undefined,
    disk: SourceNode,
    model: Tree,
    spot: Spot | undefined,
  ): Outcome {
    const isWhole = place.atomic || disk.aliased === true;
    if (!isWhole && disk.kind === 'map' && isMap(model)) {
      return mergedMap(this, place, isMap(base) ? base : undefined, disk, model, spot);
    }
    if (!isWhole && disk.kind === 'list' && isList(model)) {
      const merged = mergedList(this, place, isList(base) ? base : undefined, disk, model, spot);
      if (merged) return merged;
    }
    if (same(disk.value, model)) return { value: disk.value, base: model };
    if (same(base, model)) {
      this.byHand('changed', place, disk.start);
      return { value: this.followed(disk, spot), base: model };
    }
    const comments = spot ? this.commentsAtStake(disk, model, spot) : this.source.comments;
    if (same(base, disk.value) && comments.length === 0 && !aliasedIn(disk)) {
      this.edits.replace(spot, model);
      return { value: model, base: model };
    }
    const kind = base === undefined ? 'both-added' : 'both-changed';
    const verdict = this.conflict(kind, place, base, disk.value, model, disk.start);
    if (verdict === 'model') {
      this.lost.push(...comments);
      this.edits.replace(spot, model);
      return { value: model, base: model };
    }
    return { value: this.followed(disk, spot), base: verdict === 'mine' ? model : base };
  }

  /** On disk, not in the model: added by hand, or deleted from the model. */
  notInModel(
    place: Place,
    base: Tree | undefined,
    parent: SourceNode,
    entry: SourceEntry,
  ): Outcome {
    const mine = entry.node.value;
    if (base === undefined) {
      this.byHand('added', place, entry.start);
      return { value: this.followed(entry.node, { parent, entry }), base: undefined };
    }
    if (this.needed.has(pointerOf(place))) return { value: mine, base };
    const comments = commentsOn(this.source, parent, entry);
    const edited = !same(base, mine) || aliasedIn(entry.node) !== undefined;
    if (!edited && comments.length === 0) return { value: undefined, base: undefined };
    const kind = edited ? 'edited-deleted' : 'comment-deleted';
    const verdict = this.conflict(kind, place, base, mine, undefined, entry.start);
    if (verdict !== 'model') {
      const value = this.followed(entry.node, { parent, entry });
      return { value, base: verdict === 'mine' ? undefined : base };
    }
    this.lost.push(...comments);
    return { value: undefined, base: undefined };
  }

  /** In the model, not on disk: new in the model, or deleted by hand. */
  notOnDisk(place: Place, base: Tree | undefined, model: Tree, parent: SourceNode): Outcome {
    if (base === undefined) return { value: model, base: model };
    if (same(base, model)) {
      this.byHand('deleted', place, parent.start);
      return { value: undefined, base: model };
    }
    const verdict = this.conflict('deleted-changed', place, base, undefined, model, parent.start);
    if (verdict === 'model') return { value: model, base: model };
    return { value: undefined, base: verdict === 'mine' ? model : base };
  }

  /** A value that stays by hand; its references lead to what has another name now. */
  private followed(node: SourceNode, spot: Spot | undefined): Tree {
    if (this.moved.size === 0) return node.value;
    if (node.kind === 'scalar') {
      const target =
        spot?.entry.key === '$ref' && typeof node.value === 'string'
          ? this.moved.get(node.value)
          : undefined;
      if (target === undefined) return node.value;
      this.edits.replace(spot, target);
      return target;
    }
    const values = node.entries.map((entry) => this.followed(entry.node, { parent: node, entry }));
    return node.kind === 'list'
      ? values
      : map(node.entries.map((entry, index) => [entry.key, values[index]!]));
  }

  /** Comments that would go with the text of a value that is replaced. */
  private commentsAtStake(disk: SourceNode, model: Tree, { entry }: Spot): readonly Comment[] {
    if (disk.kind !== 'scalar') return commentsIn(this.source, entry);
    const from = isMap(model) || isList(model) ? entry.valueStart : disk.start;
    return within(this.source, { from, to: disk.end });
  }

  private conflict(
    kind: ConflictKind,
    place: Place,
    base: Tree | undefined,
    mine: Tree | undefined,
    model: Tree | undefined,
    offset: number,
  ): ReturnType<Resolve> {
    const line = this.lines.at(offset);
    const conflict: Conflict = { kind, pointer: pointerOf(place), base, mine, model, line };
    const verdict = this.resolve(conflict, driftsAt(place));
    if (verdict === undefined) this.conflicts.push(conflict);
    return verdict;
  }

  private byHand(what: HandChange['what'], place: Place, offset: number): void {
    const line = this.lines.at(offset);
    this.handChanges.push({ what, pointer: pointerOf(place), line, drifts: driftsAt(place) });
  }
}
