import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/diagram/layout/geometry.js';
import type { LayeredGraph } from '../../../src/diagram/layout/layered/graph.js';
import { layeredLayout, layeredShape } from '../../../src/diagram/layout/layered/layered.js';
import { crosses } from '../../../src/diagram/layout/place-label.js';
import type { Box, Point } from '../../../src/diagram/picture.js';

const spacing = { node: 24, layer: 44, edgeNode: 16, edge: 12, component: 24 };
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

const sizes = fc.record({
  width: fc.integer({ min: 60, max: 240 }),
  height: fc.integer({ min: 30, max: 160 }),
});
const graphs = fc
  .integer({ min: 2, max: 14 })
  .chain((count) =>
    fc.record({
      nodes: fc.array(sizes, { minLength: count, maxLength: count }),
      edges: fc.array(
        fc
          .record({
            from: fc.integer({ min: 0, max: count - 1 }),
            to: fc.integer({ min: 0, max: count - 1 }),
            label: fc.option(fc.constant({ width: 90, height: 20 }), { nil: undefined }),
            // Several edges of a node may share a plate.
            fromPort: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
            toPort: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
            level: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.constant(true)),
          })
          .filter(({ from, to }) => from !== to),
        { maxLength: 20 },
      ),
      direction: fc.constantFrom('right' as const, 'down' as const),
      aspect: fc.constant(1.5),
      spacing: fc.constant(spacing),
    }),
  )
  .map(({ edges, ...rest }): LayeredGraph => {
    const ports = new Map<string, { node: number; width: number; height: number }>();
    const port = (node: number, name: string | undefined) => {
      if (name === undefined) return undefined;
      const key = `${node} ${name}`;
      if (!ports.has(key)) ports.set(key, { node, width: 30 + 8 * ports.size, height: 19 });
      return [...ports.keys()].indexOf(key);
    };
    const numbered = edges.map(({ from, to, label, level, ...names }) => {
      const [fromPort, toPort] = [port(from, names.fromPort), port(to, names.toPort)];
      return {
        from,
        to,
        level,
        ...(label ? { label } : {}),
        ...(fromPort === undefined ? {} : { fromPort }),
        ...(toPort === undefined ? {} : { toPort }),
      };
    });
    return { ...rest, edges: numbered, ports: [...ports.values()] };
  });

function onBorder({ x, y }: Point, box: Box): boolean {
  const withinX = x >= box.x - 0.01 && x <= box.x + box.width + 0.01;
  const withinY = y >= box.y - 0.01 && y <= box.y + box.height + 0.01;
  const atX = Math.abs(x - box.x) < 0.01 || Math.abs(x - box.x - box.width) < 0.01;
  const atY = Math.abs(y - box.y) < 0.01 || Math.abs(y - box.y - box.height) < 0.01;
  return (withinX && atY) || (withinY && atX);
}

const shrunk = ({ x, y, width, height }: Box): Box => ({
  x: x + 1,
  y: y + 1,
  width: width - 2,
  height: height - 2,
});

describe('the layered layout', () => {
  it('keeps boxes and labels apart, and leads edges around boxes from border to border', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const placed = layeredLayout(graph);
        const boxes = placed.nodes;
        const plates = placed.ports.map((port) => port!);
        for (const [index, { width, height }] of graph.nodes.entries()) {
          expect(boxes[index]!.width).toBeGreaterThanOrEqual(width);
          expect(boxes[index]!.height).toBeGreaterThanOrEqual(height);
        }
        for (const [index, plate] of plates.entries()) {
          const { node, width, height } = graph.ports![index]!;
          expect(plate).toMatchObject({ width, height });
          expect(overlap(plate, boxes[node]!)).toBe(false);
          expect(overlap(plate, boxes[node]!, 0.01)).toBe(true);
        }
        const labels = placed.edges.flatMap(({ label }, index) =>
          label ? [{ ...label, ...graph.edges[index]!.label! }] : [],
        );
        const taken = [...boxes, ...labels, ...plates];
        for (const [index, one] of taken.entries()) {
          expect(one.x).toBeGreaterThanOrEqual(-0.01);
          expect(one.y).toBeGreaterThanOrEqual(-0.01);
          expect(one.x + one.width).toBeLessThanOrEqual(placed.width + 0.01);
          expect(one.y + one.height).toBeLessThanOrEqual(placed.height + 0.01);
          expect(taken.slice(index + 1).filter((other) => overlap(one, other))).toEqual([]);
        }
        for (const [index, { points }] of placed.edges.entries()) {
          const { from, to, fromPort, toPort } = graph.edges[index]!;
          const ends = [
            fromPort === undefined ? boxes[from]! : plates[fromPort]!,
            toPort === undefined ? boxes[to]! : plates[toPort]!,
          ];
          expect(onBorder(points[0]!, ends[0]!)).toBe(true);
          expect(onBorder(points.at(-1)!, ends[1]!)).toBe(true);
          const obstacles = [...boxes, ...plates];
          expect(obstacles.filter((other) => crosses(points, shrunk(other)))).toEqual([]);
          for (const [at, { x, y }] of points.slice(1).entries()) {
            expect(x === points[at]!.x || y === points[at]!.y).toBe(true);
          }
        }
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
