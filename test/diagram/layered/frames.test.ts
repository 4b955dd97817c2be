import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/diagram/layout/geometry.js';
import { layeredLayout } from '../../../src/diagram/layout/layered/layered.js';
import { framedGraphs, padding, spacing } from './graphs.js';
import { expectTidy } from './tidy.js';

describe('frames in the layered layout', () => {
  it('hold all their members and nothing else, whatever the graph', () => {
    fc.assert(
      fc.property(framedGraphs, (graph) => {
        const placed = layeredLayout(graph);
        expectTidy(graph, placed);
        for (const [index, frame] of placed.frames.entries()) {
          const { members, least } = graph.frames[index]!;
          expect(frame.width).toBeGreaterThanOrEqual(least - 0.01);
          for (const [node, box] of placed.nodes.entries()) {
            if (!members.includes(node)) {
              expect(overlap(frame, box)).toBe(false);
              continue;
            }
            expect(box.x).toBeGreaterThanOrEqual(frame.x + padding.left - 0.01);
            expect(box.y).toBeGreaterThanOrEqual(frame.y + padding.top - 0.01);
            expect(box.x + box.width + padding.right).toBeLessThanOrEqual(
              frame.x + frame.width + 0.01,
            );
            expect(box.y + box.height + padding.bottom).toBeLessThanOrEqual(
              frame.y + frame.height + 0.01,
            );
          }
          expect(frame.x).toBeGreaterThanOrEqual(-0.01);
          expect(frame.y).toBeGreaterThanOrEqual(-0.01);
          expect(frame.x + frame.width).toBeLessThanOrEqual(placed.width + 0.01);
          expect(frame.y + frame.height).toBeLessThanOrEqual(placed.height + 0.01);
          const others = placed.frames.slice(index + 1);
          expect(others.filter((other) => overlap(frame, other))).toEqual([]);
        }
      }),
      {
        numRuns: Number(process.env['ARCHIVOLT_LAYOUT_RUNS'] ?? 200),
        seed: Number(process.env['ARCHIVOLT_LAYOUT_SEED'] ?? 1126),
      },
    );
  });

  const box = { width: 100, height: 40 };
  const graph = (nodes: number, edges: readonly (readonly [number, number])[]) => ({
    nodes: Array.from({ length: nodes }, () => box),
    edges: edges.map(([from, to]) => ({ from, to })),
    direction: 'right' as const,
    aspect: 1.6,
    spacing,
  });
  const frame = (...members: number[]) => ({ members, padding, least: 60 });
  const numbers = Array.from({ length: 24 }, (_, index) => index);

  it('pack what nothing is related to, alone and beside what others are', () => {
    const alone = layeredLayout({ ...graph(24, []), frames: [frame(...numbers)] });
    expect(alone.width / alone.height).toBeGreaterThan(1);
    expect(alone.width / alone.height).toBeLessThan(2.5);
    const { frames, nodes, edges } = layeredLayout({
      ...graph(26, [
        [0, 24],
        [1, 2],
        [24, 25],
      ]),
      frames: [frame(...numbers), frame(24)],
    });
    expect(frames[0]!.width / frames[0]!.height).toBeGreaterThan(1);
    expect(edges.map(({ points }) => points.length)).toEqual([2, 2, 2]);
    // What hangs together in the frame is not torn apart.
    expect(nodes[2]!.x - nodes[1]!.x).toBe(box.width + spacing.layer);
  });

  it('stand beside each other in one order, whatever layers they share', () => {
    const { frames } = layeredLayout({
      ...graph(6, [
        [0, 1],
        [1, 2],
        [3, 4],
        [4, 5],
        [0, 5],
      ]),
      frames: [frame(0, 1, 2), frame(3, 4, 5)],
    });
    const [a, b] = frames;
    expect(overlap(a!, b!)).toBe(false);
    expect(a!.x < b!.x + b!.width && b!.x < a!.x + a!.width).toBe(true);
  });

  it('are left and entered at their ends, by straight lines where nothing is in the way', () => {
    const { frames, edges } = layeredLayout({
      ...graph(4, [
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      frames: [frame(0, 1), frame(2, 3)],
    });
    expect(edges.map(({ points }) => points.length)).toEqual([2, 2, 2]);
    expect(frames[0]!.x + frames[0]!.width).toBeLessThan(frames[1]!.x);
  });

  it('have room for their names', () => {
    const named = (direction: 'right' | 'down') =>
      layeredLayout({
        ...graph(2, [[0, 1]]),
        direction,
        frames: [{ members: [0], padding, least: 500 }],
      }).frames[0]!;
    expect(named('right').width).toBe(500);
    expect(named('down').width).toBe(500);
  });

  it('have the words of lines between them outside where there is room', () => {
    const label = { width: 80, height: 20 };
    const { frames, edges } = layeredLayout({
      ...graph(4, []),
      edges: [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
        { from: 2, to: 3, label },
        { from: 0, to: 3, label },
      ],
      frames: [frame(0, 1, 2), frame(3)],
    });
    const words = edges.flatMap((edge) => (edge.label ? [{ ...edge.label, ...label }] : []));
    expect(words).toHaveLength(2);
    expect(words.filter((box) => frames.some((other) => overlap(box, other)))).toEqual([]);
  });
});
