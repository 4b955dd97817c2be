// The boxes and edges of a picture, laid out by ELK as it comes: one graph, children included.
import ELK from 'elkjs/lib/elk.bundled.js';

const elk = new ELK();

export async function rawElk({ nodes, edges }) {
  const made = new Map(
    nodes.map(({ id, width, height }) => [id, { id, width, height, children: [], edges: [] }]),
  );
  const root = {
    id: '',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
    children: [],
    edges: edges.map(({ from, to }, index) => ({
      id: `e${index}`,
      sources: [from],
      targets: [to],
    })),
  };
  for (const { id, parent } of nodes) {
    (made.get(parent) ?? root).children.push(made.get(id));
  }
  for (const node of made.values()) {
    if (node.children.length > 0) {
      delete node.width;
      delete node.height;
    }
  }
  const placed = await elk.layout(root);
  const found = [];
  const walk = (node, parent) => {
    for (const child of node.children ?? []) {
      const { id, x, y, width, height } = child;
      found.push({ id, parent, x, y, width, height });
      walk(child, id);
    }
  };
  walk(placed, undefined);
  return {
    nodes: found,
    edges: (placed.edges ?? []).map(({ sections = [] }) => ({
      points: sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        startPoint,
        ...bendPoints,
        endPoint,
      ]),
    })),
    width: placed.width,
    height: placed.height,
  };
}
