/**
 * The three-way merge of trees: base (generated last), disk (with hand edits), model (generated
 * now). For each place: where one side changed, it wins; where both are equal, nothing happens;
 * otherwise the file stays and a conflict is reported.
 */
import { isList, isMap, valueAt, type Tree, type TreeMap } from '../tree.js';
import { commentsIn, commentsOn, within } from './comments.js';
import type { Conflict, ConflictKind, HandChange, Resolve } from './conflict.js';
import { driftsAt } from './drifts.js';
import { Edits, type Insertion, type Spot } from './edits.js';
import {
  entryPlace,
  identities,
  isByOrder,
  itemPlace,
  pointerOf,
  rootPlace,
  same,
  type Place,
} from './place.js';
import type { Renames } from './renames.js';
import {
  Lines,
  type Comment,
  type SourceEntry,
  type SourceNode,
  type SourceText,
} from './source.js';

/** The merged value, and the base for the next time: the model, but old where a conflict stays. */
interface Outcome {
  readonly value: Tree | undefined;
  readonly base: Tree | undefined;
}

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
 */
export function threeWay(
  source: SourceText & { readonly root: SourceNode },
  base: Tree | undefined,
  model: Tree,
  resolve: Resolve = () => undefined,
  renames: Renames = new Map(),
): ThreeWayResult {
  const merge = new ThreeWayMerge(source, resolve, renames);
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

class ThreeWayMerge {
  readonly edits = new Edits();
  readonly conflicts: Conflict[] = [];
  readonly handChanges: HandChange[] = [];
  readonly lost: Comment[] = [];
  private readonly source: SourceText;
  private readonly lines: Lines;
  private readonly resolve: Resolve;
  private readonly renames: Renames;

  constructor(source: SourceText, resolve: Resolve, renames: Renames) {
    this.source = source;
    this.lines = new Lines(source.text);
    this.resolve = resolve;
    this.renames = renames;
  }

  /** A value that the file and the model both have. */
  value(
    place: Place,
    base: Tree | undefined,
    disk: SourceNode,
    model: Tree,
    spot: Spot | undefined,
  ): Outcome {
    if (!place.atomic && disk.kind === 'map' && isMap(model)) {
      return this.map(place, isMap(base) ? base : undefined, disk, model, spot);
    }
    if (!place.atomic && disk.kind === 'list' && isList(model)) {
      const merged = this.list(place, isList(base) ? base : undefined, disk, model, spot);
      if (merged) return merged;
    }
    if (same(disk.value, model)) return { value: disk.value, base: model };
    if (same(base, model)) {
      this.byHand('changed', place, disk.start);
      return { value: disk.value, base: model };
    }
    const comments = spot ? this.commentsAtStake(disk, model, spot) : this.source.comments;
    if (same(base, disk.value) && comments.length === 0) {
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
    return { value: disk.value, base: verdict === 'mine' ? model : base };
  }

  private map(
    place: Place,
    base: TreeMap | undefined,
    disk: SourceNode,
    model: TreeMap,
    spot: Spot | undefined,
  ): Outcome {
    const values = new Map<string, Tree>();
    const bases = new Map<string, Tree>();
    const removed = new Set<SourceEntry>();
    const stays = new Map<string, SourceEntry>();
    const renamed = this.renamedKeys(place, base, disk, model);
    const known = new Set(disk.entries.map((entry) => renamed.get(entry.key) ?? entry.key));
    for (const entry of disk.entries) {
      const key = renamed.get(entry.key) ?? entry.key;
      const below = entryPlace(place, key);
      const [old, now] = [valueAt(base, entry.key), valueAt(model, key)];
      const outcome =
        now === undefined
          ? this.notInModel(below, old, disk, entry)
          : this.value(below, old, entry.node, now, { parent: disk, entry });
      if (outcome.base !== undefined) bases.set(key, outcome.base);
      if (outcome.value === undefined) removed.add(entry);
      else {
        values.set(key, outcome.value);
        stays.set(key, entry);
        if (key !== entry.key) this.edits.renamed.set(entry, key);
      }
    }
    const inserted: Insertion[] = [];
    let after: SourceEntry | undefined;
    for (const [key, now] of Object.entries(model)) {
      const present = stays.get(key);
      if (present) after = present;
      if (known.has(key)) continue;
      const below = entryPlace(place, key);
      const outcome = this.notOnDisk(below, valueAt(base, key), now, disk);
      if (outcome.base !== undefined) bases.set(key, outcome.base);
      if (outcome.value === undefined) continue;
      values.set(key, outcome.value);
      inserted.push({ after, key, value: outcome.value });
    }
    // Deleted on both sides, or waiting for a decision: the base keeps only what waits.
    const value = Object.fromEntries(values);
    this.restructure(disk, removed, inserted, value, spot);
    return { value, base: ordered(bases, model, base) };
  }

  /** Keys in the file that the model has renamed, with their new names. */
  private renamedKeys(
    place: Place,
    base: TreeMap | undefined,
    disk: SourceNode,
    model: TreeMap,
  ): Map<string, string> {
    const found = new Map<string, string>();
    const former = this.renames.size === 0 ? undefined : this.renames.get(pointerOf(place));
    if (!former) return found;
    const keys = new Set(disk.entries.map((entry) => entry.key));
    for (const [key, old] of former) {
      const isMove = keys.has(old) && !keys.has(key) && !Object.hasOwn(model, old);
      if (isMove && valueAt(base, old) !== undefined && valueAt(base, key) === undefined) {
        found.set(old, key);
      }
    }
    return found;
  }

  /** Undefined where items cannot be told apart. */
  private list(
    place: Place,
    base: readonly Tree[] | undefined,
    disk: SourceNode,
    model: readonly Tree[],
    spot: Spot | undefined,
  ): Outcome | undefined {
    const diskIds = identities(place, disk.value as readonly Tree[]);
    const modelIds = identities(place, model);
    const baseIds = identities(place, base ?? []);
    if (!diskIds || !modelIds || !baseIds) return undefined;
    const olds = new Map(baseIds.map((id, index) => [id, base![index]!]));
    const news = new Map(modelIds.map((id, index) => [id, model[index]!]));
    const result = new Map<SourceEntry, Tree>();
    const bases = new Map<string, Tree>();
    const removed = new Set<SourceEntry>();
    const stays = new Map<string, SourceEntry>();
    disk.entries.forEach((entry, index) => {
      const id = diskIds[index]!;
      const below = itemPlace(place, id, index);
      const [old, now] = [olds.get(id), news.get(id)];
      const outcome =
        now === undefined
          ? this.notInModel(below, old, disk, entry)
          : this.value(below, old, entry.node, now, { parent: disk, entry });
      if (outcome.base !== undefined) bases.set(id, outcome.base);
      if (outcome.value === undefined) removed.add(entry);
      else {
        result.set(entry, outcome.value);
        stays.set(id, entry);
      }
    });
    const known = new Set(diskIds);
    const inserted: Insertion[] = [];
    const lastByOrder = disk.entries.findLast(
      (entry, index) => isByOrder(diskIds[index]!) && result.has(entry),
    );
    let after: SourceEntry | undefined;
    modelIds.forEach((id, index) => {
      after = stays.get(id) ?? after;
      if (known.has(id)) return;
      // Behind all that count as well, or the next merge would take one for the other.
      const behind = isByOrder(id) ? later(disk, after, lastByOrder) : after;
      const below = itemPlace(place, id, disk.entries.length);
      const outcome = this.notOnDisk(below, olds.get(id), news.get(id)!, disk);
      if (outcome.base !== undefined) bases.set(id, outcome.base);
      if (outcome.value !== undefined)
        inserted.push({ after: behind, key: undefined, value: model[index]! });
    });
    const value = listValue(disk, result, inserted);
    this.restructure(disk, removed, inserted, value, spot);
    const order = [...modelIds, ...baseIds.filter((id) => !news.has(id))];
    return { value, base: order.flatMap((id) => (bases.has(id) ? [bases.get(id)!] : [])) };
  }

  /** On disk, not in the model: added by hand, or deleted from the model. */
  private notInModel(
    place: Place,
    base: Tree | undefined,
    parent: SourceNode,
    entry: SourceEntry,
  ): Outcome {
    const mine = entry.node.value;
    if (base === undefined) {
      this.byHand('added', place, entry.start);
      return { value: mine, base: undefined };
    }
    const comments = commentsOn(this.source, parent, entry);
    const edited = !same(base, mine);
    if (!edited && comments.length === 0) return { value: undefined, base: undefined };
    const kind = edited ? 'edited-deleted' : 'comment-deleted';
    const verdict = this.conflict(kind, place, base, mine, undefined, entry.start);
    if (verdict !== 'model') return { value: mine, base: verdict === 'mine' ? undefined : base };
    this.lost.push(...comments);
    return { value: undefined, base: undefined };
  }

  /** In the model, not on disk: new in the model, or deleted by hand. */
  private notOnDisk(
    place: Place,
    base: Tree | undefined,
    model: Tree,
    parent: SourceNode,
  ): Outcome {
    if (base === undefined) return { value: model, base: model };
    if (same(base, model)) {
      this.byHand('deleted', place, parent.start);
      return { value: undefined, base: model };
    }
    const verdict = this.conflict('deleted-changed', place, base, undefined, model, parent.start);
    if (verdict === 'model') return { value: model, base: model };
    return { value: undefined, base: verdict === 'mine' ? model : base };
  }

  /** Comments that would go with the text of a value that is replaced. */
  private commentsAtStake(disk: SourceNode, model: Tree, { entry }: Spot): readonly Comment[] {
    if (disk.kind !== 'scalar') return commentsIn(this.source, entry);
    const from = isMap(model) || isList(model) ? entry.valueStart : disk.start;
    return within(this.source, { from, to: disk.end });
  }

  private restructure(
    disk: SourceNode,
    removed: ReadonlySet<SourceEntry>,
    inserted: readonly Insertion[],
    value: Tree,
    spot: Spot | undefined,
  ): void {
    if (removed.size === 0 && inserted.length === 0) return;
    if (removed.size === disk.entries.length) this.edits.replace(spot, value);
    else this.edits.restructured.set(disk, { removed, inserted });
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

/** The entries in the model's order, those that wait for a decision behind them. */
function ordered(
  values: ReadonlyMap<string, Tree>,
  model: TreeMap,
  base: TreeMap | undefined,
): TreeMap {
  const keys = new Set([...Object.keys(model), ...Object.keys(base ?? {})]);
  return Object.fromEntries(
    [...keys].flatMap((key) => (values.has(key) ? [[key, values.get(key)!]] : [])),
  );
}

/** What stays, in the file's order, with each new item behind the one that it follows. */
function listValue(
  disk: SourceNode,
  stays: ReadonlyMap<SourceEntry, Tree>,
  inserted: readonly Insertion[],
): Tree[] {
  const last = [...stays.keys()].at(-1);
  const behind = (entry: SourceEntry | undefined) =>
    inserted.filter((one) => (one.after ?? last) === entry).map((one) => one.value);
  if (stays.size === 0) return inserted.map((one) => one.value);
  return disk.entries.flatMap((entry) =>
    stays.has(entry) ? [stays.get(entry)!, ...behind(entry)] : [],
  );
}

/** The one of two entries that stands further down; undefined stands above all. */
function later(
  { entries }: SourceNode,
  a: SourceEntry | undefined,
  b: SourceEntry | undefined,
): SourceEntry | undefined {
  if (!a || !b) return a ?? b;
  return entries.indexOf(a) > entries.indexOf(b) ? a : b;
}
