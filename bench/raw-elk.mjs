// The boxes, plates, labels and edges of a picture, laid out by ELK as it comes: one graph with
// children included, the same sizes and the same ports; spacing and strategies are ELK's own.
import ELK from 'elkjs/lib/elk.bundled.js';

const elk = new ELK();

/** A layout by ELK alone, as boxes and routes. */
export async function rawElk(picture) {
  const placed = await elk.layout(graphOf(picture));
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

function graphOf({ nodes, ports, edges }) {
  const made = new Map(nodes.map((node) => [node.id, box(node)]));
  const portAt = new Map();
  for (const { id, node, width, height, edges: ends } of ports) {
    made.get(node).ports.push({ id, width, height });
    for (const edge of ends) portAt.set(`${node} ${edge}`, id);
  }
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
    edges: edges.map(({ id, from, to, label }, index) => ({
      id: `e${index}`,
      sources: [portAt.get(`${from} ${id}`) ?? from],
      targets: [portAt.get(`${to} ${id}`) ?? to],
      labels: label ? [inline(label)] : [],
    })),
  };
  for (const { id, parent } of nodes) {
    (made.get(parent) ?? root).children.push(made.get(id));
  }
  for (const node of made.values()) {
    if (node.children.length === 0) continue;
    delete node.width;
    delete node.height;
    // Where the name of an opened context stands.
    node.layoutOptions = { 'elk.padding': '[top=54,left=22,bottom=22,right=22]' };
  }
  return root;
}

function box({ id, width, height }) {
  return {
    id,
    width,
    height,
    children: [],
    ports: [],
    layoutOptions: {
      'elk.nodeSize.constraints': '[PORTS, MINIMUM_SIZE]',
      'elk.nodeSize.minimum': `(${width},${height})`,
    },
  };
}

function inline({ lines, width, height }) {
  return {
    text: lines.join('\n'),
    width,
    height,
    layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' },
  };
}
