import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/diagram/layout/geometry.js';
import { layeredLayout } from '../../../src/diagram/layout/layered/layered.js';
import { framedGraphs, padding } from './graphs.js';
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
});
