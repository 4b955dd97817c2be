import { describe, expect, it } from 'vitest';
import type { Layers, Slot, Vertex } from '../../../src/diagram/layout/layered/layers.js';
import { placement } from '../../../src/diagram/layout/layered/placement.js';

const spacing = { node: 40, layer: 52, edgeNode: 20, edge: 14, component: 56 };

function slot(vertex: number): Slot {
  return { vertex, side: 'before', along: 0, across: 20, port: 0 };
}

/** Boxes and passing lines by name, layer for layer in their order, and who is joined to whom how often. */
function placed(
  layers: readonly (readonly string[])[],
  across: Readonly<Record<string, number>>,
  joined: readonly (readonly [string, string, number])[],
  /** Has a plate in its middle, where the lines that lead to it end. */
  plate?: string,
): Record<string, number> {
  const names = layers.flat();
  const vertices = layers.flatMap((layer, index) =>
    layer.map((name): Vertex => {
      const extent = across[name] ?? 0;
      return { kind: extent === 0 ? 'pass' : 'node', layer: index, along: 0, across: extent };
    }),
  );
  const pieces = joined.map(([from, to]) => ({
    from: names.indexOf(from),
    to: names.indexOf(to),
    fromSlot: undefined,
    toSlot: to === plate ? 0 : undefined,
  }));
  const slots = plate === undefined ? [] : [slot(names.indexOf(plate))];
  const graph: Layers = {
    vertices,
    pieces,
    paths: joined.flatMap(([, , edges], piece) =>
      Array.from({ length: edges }, () => ({ pieces: [piece], reversed: false })),
    ),
    slots,
    turns: [],
    levels: [],
    chains: [],
    layers: [],
    frames: [],
  };
  const none = vertices.map(() => 0);
  const order = layers.map((layer) => layer.map((name) => names.indexOf(name)));
  const attached = {
    offsets: slots.map(({ vertex }) => vertices[vertex]!.across / 2),
    plates: slots.map((_, index) => [index]),
  };
  const result = placement(graph, order, attached, { first: none, last: none }, spacing);
  return Object.fromEntries(names.map((name, index) => [name, result.vertices[index]!]));
}

/** Two tall boxes with a straight line between them hold a box above and one below them apart. */
const sizes = { above: 20, tall: 400, high: 20, other: 400, below: 20 };
const held = [
  ['tall', 'line', 1],
  ['line', 'other', 1],
] as const;

describe('places across the direction of the edges', () => {
  it('take little room: rather than that a map is high, a plate stands near a corner', () => {
    const lines = [['above', 'high', 1]] as const;
    const places = placed([['above', 'tall'], ['high']], { ...sizes, high: 300 }, lines, 'high');
    // The line is straight, and the plate of 20 ends 12 below the upper corner.
    expect(places).toEqual({ high: 0, above: 12, tall: 12 + 20 + 40 });
  });

  it('are those that straighten the lines of most edges', () => {
    const at = (middle: readonly string[], before: number, after: number) =>
      placed([['above', 'tall'], middle, ['other', 'below']], sizes, [
        ...held,
        ['above', 'high', before],
        ['high', 'below', after],
      ]);
    const early = at(['high', 'line'], 3, 1);
    expect(early['high']).toBe(early['above']);
    const late = at(['line', 'high'], 1, 3);
    expect(late['high']).toBe(late['below']);
    // As far as the line lets it.
    const lower = at(['high', 'line'], 1, 3);
    expect(lower['line']! - lower['high']!).toBe(20 + 20);
  });
});
