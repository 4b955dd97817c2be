import type { Tree } from '../tree.js';
import type { Insertion, Spot } from './edits.js';
import type { Outcome } from './outcome.js';
import { identities, isByOrder, itemPlace, type Place } from './place.js';
import type { SourceEntry, SourceNode } from './source.js';
import type { ThreeWayMerge } from './three-way.js';

/** A list that the file and the model both have; undefined where items cannot be told apart. */
export function mergedList(
  merge: ThreeWayMerge,
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
        ? merge.notInModel(below, old, disk, entry)
        : merge.value(below, old, entry.node, now, { parent: disk, entry });
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
    const outcome = merge.notOnDisk(below, olds.get(id), news.get(id)!, disk);
    if (outcome.base !== undefined) bases.set(id, outcome.base);
    if (outcome.value !== undefined)
      inserted.push({ after: behind, key: undefined, value: model[index]! });
  });
  const value = listValue(disk, result, inserted);
  merge.edits.restructure(disk, removed, inserted, value, spot);
  const order = [...modelIds, ...baseIds.filter((id) => !news.has(id))];
  return { value, base: order.flatMap((id) => (bases.has(id) ? [bases.get(id)!] : [])) };
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
