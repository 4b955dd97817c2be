import type { Insets } from './insets.js';
import { between, corner, type Layers } from './layers.js';

/** Where slots stand at their nodes: at a fixed place, or with room to move. */
export interface Attached {
  /** By slot: from the node's edge across to the middle of the slot, spread evenly. */
  readonly offsets: readonly number[];
  /** Slots with plates from first to last, of each side of each node that has some. */
  readonly plates: readonly (readonly number[])[];
}

/** Spreads slots evenly over the sides of their nodes, in the order of what they lead to. */
export function attached(
  { vertices, slots, pieces, turns }: Layers,
  order: readonly (readonly number[])[],
  { first, last }: Insets,
): Attached {
  const place: number[] = [];
  for (const layer of order) for (const [index, vertex] of layer.entries()) place[vertex] = index;
  const leads = slots.map((): number[] => []);
  for (const { from, to, fromSlot, toSlot } of pieces) {
    if (fromSlot !== undefined) leads[fromSlot]!.push(place[to]!);
    if (toSlot !== undefined) leads[toSlot]!.push(place[from]!);
  }
  for (const { slot, vertex } of turns) {
    // What turns passes above or below the node itself.
    const above = place[vertex]! < place[slots[slot]!.vertex]!;
    leads[slot]!.push(above ? -vertices.length : 2 * vertices.length);
  }
  const wish = leads.map(
    (list) => list.reduce((sum, at) => sum + at, 0) / Math.max(1, list.length),
  );
  const sides = new Map<string, number[]>();
  for (const [index, { vertex, side }] of slots.entries()) {
    const key = `${vertex} ${side}`;
    const list = sides.get(key);
    if (list) list.push(index);
    else sides.set(key, [index]);
  }
  const offsets = new Array<number>(slots.length).fill(0);
  const plates: number[][] = [];
  for (const list of sides.values()) {
    list.sort((a, b) => wish[a]! - wish[b]! || a - b);
    const { vertex } = slots[list[0]!]!;
    const start = first[vertex]!;
    const across = vertices[vertex]!.across - start - last[vertex]!;
    const sizes = list.map((slot) => slots[slot]!.across);
    if (list.every((slot) => slots[slot]!.port === undefined)) {
      for (const [index, slot] of list.entries())
        offsets[slot] = Math.round(start + (across * (index + 1)) / (list.length + 1));
      continue;
    }
    plates.push(list);
    const used = sizes.reduce((sum, size) => sum + size + between, -between);
    const gap = Math.max(0, across - used - 2 * corner) / (list.length + 1);
    let at = start + corner + gap;
    for (const [index, slot] of list.entries()) {
      offsets[slot] = Math.round(at + sizes[index]! / 2);
      at += sizes[index]! + between + gap;
    }
  }
  return { offsets, plates };
}
