import fc from 'fast-check';
import type { LayeredFrame, LayeredGraph } from '../../../src/diagram/layout/layered/graph.js';

export const spacing = { node: 24, layer: 44, edgeNode: 16, edge: 12, component: 24 };
export const padding = { top: 50, bottom: 20, left: 20, right: 20 };

const sizes = fc.record({
  width: fc.integer({ min: 60, max: 240 }),
  height: fc.integer({ min: 30, max: 160 }),
});
/** Graphs with plates that several edges share, labels, and edges without direction. */
export const graphs = fc
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

/** Graphs of which some nodes are in frames. */
export const framedGraphs = fc
  .record({
    graph: graphs,
    frames: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 14, maxLength: 14 }),
    least: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ graph, frames, least }): LayeredGraph & { frames: readonly LayeredFrame[] } => {
    const members = [0, 1, 2, 3].map((frame) =>
      [...graph.nodes.keys()].filter((node) => frames[node] === frame),
    );
    return {
      ...graph,
      frames: members
        .filter(({ length }) => length > 0)
        .map((own) => ({ members: own, padding, least })),
    };
  });
