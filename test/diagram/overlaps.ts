import { overlap } from '../../src/diagram/layout/geometry.js';
import type { Box, Picture, PictureNode } from '../../src/diagram/picture.js';

/** What covers what in a picture and must not, in words. */
export function overlapsIn(picture: Picture): string[] {
  const found: string[] = [];
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const around = ({ parent }: PictureNode) =>
    parent === undefined ? undefined : nodes.get(parent);
  const { nodes: boxes, ports } = picture;
  eachPair(boxes, (a, b) => {
    if (a.parent === b.parent && overlap(a, b)) found.push(`${a.id} and ${b.id}`);
  });
  for (const node of boxes) {
    const parent = around(node);
    if (parent && !within(node, parent)) found.push(`${node.id} leaves ${parent.id}`);
    if (!within(node, { x: 0, y: 0, ...picture })) found.push(`${node.id} leaves the picture`);
  }
  eachPair(ports, (a, b) => {
    if (overlap(a, b)) found.push(`ports ${a.id} and ${b.id}`);
  });
  const labels = picture.edges.flatMap(({ id, inside, label }) =>
    label ? [{ id, inside, ...label }] : [],
  );
  eachPair(labels, (a, b) => {
    if (overlap(a, b)) found.push(`labels of ${a.id} and ${b.id}`);
  });
  for (const label of labels) {
    for (const port of ports)
      if (overlap(label, port)) found.push(`label of ${label.id} and port ${port.id}`);
    for (const node of boxes) {
      const surrounding = node.shape === 'group' || node.id === label.inside;
      if (!surrounding && overlap(label, node)) found.push(`label of ${label.id} and ${node.id}`);
    }
  }
  return found;
}

function eachPair<T>(items: readonly T[], visit: (a: T, b: T) => void): void {
  items.forEach((a, index) => {
    for (const b of items.slice(index + 1)) visit(a, b);
  });
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.width <= outer.x + outer.width + 0.5 &&
    inner.y + inner.height <= outer.y + outer.height + 0.5
  );
}
