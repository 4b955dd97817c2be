import type { Layers } from './layers.js';

/** Rounds in which places spread from nodes to what is new, and to where edges pass. */
const rounds = 8;

/**
 * Units of each layer in the order in which they were. What is new, and where edges pass through a
 * layer, has the mean place of its neighbours.
 *
 * @param members the vertices of a unit
 * @param before by node, where it was across the layers, if it was
 */
export function inFormerOrder(
  layers: readonly (readonly number[])[],
  members: (unit: number) => readonly number[],
  { vertices, pieces }: Pick<Layers, 'vertices' | 'pieces'>,
  before: readonly (number | undefined)[],
): number[][] {
  const places = placesOf(vertices.length, pieces, before);
  const placeOf = (unit: number) => {
    const known = members(unit).flatMap((vertex) => places[vertex] ?? []);
    return known.reduce((sum, place) => sum + place, 0) / Math.max(1, known.length);
  };
  return layers.map((layer) => {
    const placed = layer.map((unit, at) => ({ unit, at, place: placeOf(unit) }));
    return placed.sort((a, b) => a.place - b.place || a.at - b.at).map(({ unit }) => unit);
  });
}

/** Whether nodes that were there before stand in the order in which they were. */
export function isInFormerOrder(
  layers: readonly (readonly number[])[],
  before: readonly (number | undefined)[],
): boolean {
  return layers.every((layer) => {
    let last = -Infinity;
    for (const vertex of layer) {
      const place = before[vertex];
      if (place === undefined) continue;
      if (place < last) return false;
      last = place;
    }
    return true;
  });
}

function placesOf(
  count: number,
  pieces: Layers['pieces'],
  before: readonly (number | undefined)[],
): (number | undefined)[] {
  const places = Array.from({ length: count }, (_, vertex) => before[vertex]);
  const neighbours: number[][] = places.map(() => []);
  for (const { from, to } of pieces) {
    neighbours[from]!.push(to);
    neighbours[to]!.push(from);
  }
  for (let round = 0; round < rounds; round++) {
    for (let vertex = 0; vertex < count; vertex++) {
      if (before[vertex] !== undefined) continue;
      const known = neighbours[vertex]!.flatMap((other) => places[other] ?? []);
      if (known.length === 0) continue;
      places[vertex] = known.reduce((sum, place) => sum + place, 0) / known.length;
    }
  }
  return places;
}
