import { expect, it } from 'vitest';
import { elkLayers } from '../../src/diagram/layout/elk-layers.js';
import { layout } from '../../src/diagram/layout/layout.js';
import { layersOrElse, localEngine } from '../../src/diagram/layout/local-engine.js';
import { select } from '../../src/diagram/select.js';
import { bookshop, insurance } from './models.js';
import { overlapsIn } from './overlaps.js';

const broken = () => {
  throw new Error('Our layers are broken.');
};

it('draws a map by ELK where our own layers fail, grouped and opened as well', async () => {
  const asked: number[] = [];
  const engine = {
    ...localEngine,
    layers: (graph: Parameters<typeof elkLayers>[0]) =>
      layersOrElse(graph, broken, (problem) => {
        asked.push(problem.nodes.length);
        return elkLayers(problem);
      }),
  };
  for (const model of [bookshop(), insurance()]) {
    for (const options of [
      {},
      { groupBy: 'team' },
      { groupBy: 'domain', level: 'services' },
    ] as const) {
      const selection = select(model, options);
      const picture = await layout(model, selection, engine);
      expect(overlapsIn(picture)).toEqual([]);
      expect(picture.edges.filter(({ inside }) => inside === undefined)).toHaveLength(
        selection.relations.length + selection.links.length,
      );
    }
  }
  expect(asked).not.toEqual([]);
});

it('does not ask ELK where our own layers do', async () => {
  const placed = await layersOrElse(
    {
      nodes: [{ width: 10, height: 10 }],
      edges: [],
      direction: 'right',
      aspect: 1,
      spacing: { node: 1, layer: 1, edgeNode: 1, edge: 1, component: 1 },
    },
    () => ({ width: 10, height: 10, nodes: [], ports: [], edges: [], frames: [] }),
    () => Promise.reject(new Error('ELK was asked.')),
  );
  expect(placed.width).toBe(10);
});
