import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayeredGraph } from '../../../src/diagram/layout/layered/graph.js';
import { layeredLayout, layeredShape } from '../../../src/diagram/layout/layered/layered.js';
import type { Box } from '../../../src/diagram/picture.js';
import { graphs, spacing } from './graphs.js';
import { expectTidy } from './tidy.js';

const box = { width: 100, height: 40 };

function graph(
  nodes: number,
  edges: readonly (readonly [number, number])[],
  direction: LayeredGraph['direction'] = 'right',
): LayeredGraph {
  return {
    nodes: Array.from({ length: nodes }, () => box),
    edges: edges.map(([from, to]) => ({ from, to })),
    direction,
    aspect: 1.5,
    spacing,
  };
}

describe('the layered layout', () => {
  it('keeps boxes and labels apart, and leads edges around boxes from border to border', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expectTidy(graph, layeredLayout(graph));
      }),
      // The same graphs each time, so that a failure is nobody else's; others with the variables.
      {
        numRuns: Number(process.env['ARCHIVOLT_LAYOUT_RUNS'] ?? 150),
        seed: Number(process.env['ARCHIVOLT_LAYOUT_SEED'] ?? 1126),
      },
    );
  });

  it('draws a chain as a straight line', () => {
    const { edges, nodes } = layeredLayout(
      graph(3, [
        [0, 1],
        [1, 2],
      ]),
    );
    expect(edges.map(({ points }) => points.length)).toEqual([2, 2]);
    expect(nodes.map(({ x }) => x)).toEqual([0, 144, 288]);
  });

  it('points downwards where it is asked to', () => {
    const { nodes } = layeredLayout(graph(2, [[0, 1]], 'down'));
    expect(nodes).toEqual([
      { x: 0, y: 0, ...box },
      { x: 0, y: 84, ...box },
    ]);
  });

  it('crosses no edges of a tree', () => {
    const edges = Array.from({ length: 12 }, (_, index) => [index >> 1, index + 1] as const);
    const { edges: routes } = layeredLayout(graph(13, edges));
    const pieces = routes.flatMap(({ points }, edge) =>
      points.slice(1).map((to, index) => ({ edge, from: points[index]!, to })),
    );
    const flat = pieces.filter(({ from, to }) => from.y === to.y);
    const steep = pieces.filter(({ from, to }) => from.x === to.x);
    const between = (value: number, a: number, b: number) =>
      value > Math.min(a, b) && value < Math.max(a, b);
    const crossings = flat.flatMap((one) =>
      steep.filter(
        (other) =>
          other.edge !== one.edge &&
          between(other.from.x, one.from.x, one.to.x) &&
          between(one.from.y, other.from.y, other.to.y),
      ),
    );
    expect(crossings).toEqual([]);
  });

  it('draws calls in a circle, one of them backwards', () => {
    const { edges, nodes } = layeredLayout(
      graph(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
    );
    const [start, end] = [edges[2]!.points[0]!, edges[2]!.points.at(-1)!];
    expect(start.x).toBe(nodes[2]!.x);
    expect(end.x).toBe(nodes[0]!.x + box.width);
  });

  it('puts a label in the middle of its line', () => {
    const label = { width: 80, height: 20 };
    const { edges, nodes } = layeredLayout({
      ...graph(2, []),
      edges: [{ from: 0, to: 1, label }],
    });
    expect(edges[0]!.points).toHaveLength(2);
    const room = nodes[1]!.x - box.width;
    expect(edges[0]!.label!.x + label.width / 2).toBe(box.width + room / 2);
    expect(edges[0]!.label!.y + label.height / 2).toBe(edges[0]!.points[0]!.y);
  });

  it('leads edges of one plate along a common line, on one side of the node', () => {
    const { ports, edges } = layeredLayout({
      ...graph(4, []),
      ports: [{ node: 0, width: 50, height: 19 }],
      edges: [1, 2, 3].map((to) => ({ from: 0, to, fromPort: 0 })),
    });
    const starts = edges.map(({ points }) => points[0]);
    expect(new Set(starts.map((point) => JSON.stringify(point))).size).toBe(1);
    expect(ports[0]).toMatchObject({ side: 'right', x: box.width });
    const bent = edges.filter(({ points }) => points.length > 2);
    expect(new Set(bent.map(({ points }) => points[1]!.x)).size).toBe(1);
  });

  it('puts partners side by side, with a straight line and its words between them', () => {
    const label = { width: 80, height: 20 };
    const { nodes, ports, edges } = layeredLayout({
      ...graph(4, []),
      ports: [1, 2].map((node) => ({ node, width: 20, height: 19 })),
      edges: [
        { from: 0, to: 1 },
        { from: 2, to: 1, fromPort: 1, toPort: 0, level: true, label },
        { from: 2, to: 3 },
        { from: 1, to: 3 },
      ],
    });
    expect(nodes[1]!.x).toBe(nodes[2]!.x);
    const [above, below] = [1, 2].sort((a, b) => nodes[a]!.y - nodes[b]!.y);
    expect(ports[above! - 1]!.side).toBe('bottom');
    expect(ports[below! - 1]!.side).toBe('top');
    const [{ points, label: place }] = [edges[1]!];
    expect(points).toHaveLength(2);
    expect(points[0]!.x).toBe(points[1]!.x);
    expect(place!.x + label.width / 2).toBe(points[0]!.x);
    expect(place!.y).toBeGreaterThan(nodes[above!]!.y + box.height);
    expect(place!.y + label.height).toBeLessThan(nodes[below!]!.y);
  });

  it('keeps partners in reach of one line where their plates are longer than their boxes', () => {
    const narrow = { width: 60, height: 40 };
    const { nodes, edges } = layeredLayout({
      ...graph(0, []),
      nodes: [narrow, narrow, narrow, narrow],
      ports: [
        { node: 1, width: 70, height: 19 },
        { node: 2, width: 70, height: 19 },
      ],
      edges: [
        { from: 1, to: 2, level: true },
        { from: 0, to: 1, toPort: 0 },
        { from: 2, to: 3, fromPort: 1 },
      ],
    });
    const { points } = edges[0]!;
    expect(points).toHaveLength(2);
    for (const { x, width } of [nodes[1]!, nodes[2]!]) {
      expect(points[0]!.x).toBeGreaterThanOrEqual(x + 12);
      expect(points[0]!.x).toBeLessThanOrEqual(x + width - 12);
    }
  });

  it('puts partners below each other where there are too many to look for places beside', () => {
    const row = (nodes: number) => {
      const edges = Array.from({ length: nodes - 1 }, (_, from) => [from, from + 1] as const);
      const { edges: directed, ...rest } = graph(nodes, edges, 'down');
      return layeredLayout({ ...rest, edges: directed.map((edge) => ({ ...edge, level: true })) });
    };
    const layersOf = ({ nodes }: { readonly nodes: readonly Box[] }) =>
      new Set(nodes.map(({ y }) => y)).size;
    expect(layersOf(row(40))).toBeLessThan(40);
    expect(layersOf(row(460))).toBe(460);
  });

  it('puts partners in different layers where one depends on the other through a third', () => {
    const { nodes } = layeredLayout({
      ...graph(3, []),
      edges: [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
        { from: 0, to: 2, level: true },
        { from: 2, to: 1, level: true },
      ],
    });
    expect(new Set(nodes.map(({ x }) => x)).size).toBe(3);
  });

  it('puts a lone box beside others as long, where its layer is as long because of it only', () => {
    const large = { width: 300, height: 100 };
    const { width } = layeredLayout({
      ...graph(0, []),
      nodes: [large, box, large, large],
      edges: [
        { from: 0, to: 2, label: { width: 40, height: 20 } },
        { from: 2, to: 3, label: { width: 40, height: 20 } },
        { from: 1, to: 3 },
      ],
    });
    // Two labels of 40 between three boxes, each with room of its own.
    expect(width).toBeLessThanOrEqual(3 * 300 + 2 * (40 + 2 * 44));
  });

  it('knows about how large it will be from the layers alone', () => {
    const off: number[] = [];
    fc.assert(
      fc.property(graphs, (graph) => {
        const real = layeredLayout(graph);
        const about = layeredShape(graph);
        off.push(Math.abs(Math.log(about.width / real.width)));
        off.push(Math.abs(Math.log(about.height / real.height)));
      }),
      { numRuns: 150, seed: 7 },
    );
    off.sort((a, b) => a - b);
    expect(Math.exp(off[Math.floor(off.length / 2)]!)).toBeLessThan(1.15);
    expect(Math.exp(off[Math.floor(off.length * 0.95)]!)).toBeLessThan(1.8);
  });

  it('packs boxes without edges to the shape of a screen', () => {
    const { width, height } = layeredLayout(graph(24, []));
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2.2);
  });
});
