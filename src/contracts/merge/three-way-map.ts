import { valueAt, type Tree, type TreeMap } from '../tree.js';
import type { Insertion, Spot } from './edits.js';
import type { Outcome } from './outcome.js';
import { entryPlace, pointerOf, type Place } from './place.js';
import type { Renames } from './renames.js';
import type { SourceEntry, SourceNode } from './source.js';
import type { ThreeWayMerge } from './three-way.js';

/** A map that the file and the model both have, entry by entry. */
export function mergedMap(
  merge: ThreeWayMerge,
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
  const renamed = renamedKeys(merge.renames, pointerOf(place), base, disk, model);
  const known = new Set(disk.entries.map((entry) => renamed.get(entry.key) ?? entry.key));
  for (const entry of disk.entries) {
    const key = renamed.get(entry.key) ?? entry.key;
    const below = entryPlace(place, key);
    const [old, now] = [valueAt(base, entry.key), valueAt(model, key)];
    const outcome =
      now === undefined
        ? merge.notInModel(below, old, disk, entry)
        : merge.value(below, old, entry.node, now, { parent: disk, entry });
    if (outcome.base !== undefined) bases.set(key, outcome.base);
    if (outcome.value === undefined) removed.add(entry);
    else {
      values.set(key, outcome.value);
      stays.set(key, entry);
      if (key !== entry.key) merge.edits.renamed.set(entry, key);
    }
  }
  const inserted: Insertion[] = [];
  let after: SourceEntry | undefined;
  for (const [key, now] of Object.entries(model)) {
    const present = stays.get(key);
    if (present) after = present;
    if (known.has(key)) continue;
    const below = entryPlace(place, key);
    const outcome = merge.notOnDisk(below, valueAt(base, key), now, disk);
    if (outcome.base !== undefined) bases.set(key, outcome.base);
    if (outcome.value === undefined) continue;
    values.set(key, outcome.value);
    inserted.push({ after, key, value: outcome.value });
  }
  // Deleted on both sides, or waiting for a decision: the base keeps only what waits.
  const value = Object.fromEntries(values);
  merge.edits.restructure(disk, removed, inserted, value, spot);
  return { value, base: ordered(bases, model, base) };
}

/** Keys in the file that the model has renamed, with their new names. */
export function renamedKeys(
  renames: Renames,
  pointer: string,
  base: TreeMap | undefined,
  disk: SourceNode,
  model: TreeMap,
): Map<string, string> {
  const found = new Map<string, string>();
  const former = renames.size === 0 ? undefined : renames.get(pointer);
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
