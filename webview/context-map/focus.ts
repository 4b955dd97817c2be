import { bounds } from '../../src/diagram/layout/geometry.js';
import { outerNodes } from '../../src/diagram/outer-nodes.js';
import type { Box, Picture, PictureNode } from '../../src/diagram/picture.js';

/** Participants of a map, those with the most relations first; as they are drawn where that is equal. */
export function busiestFirst({ nodes, edges }: Picture): PictureNode[] {
  const relations = new Map<string, number>();
  for (const { from, to, inside } of edges) {
    if (inside !== undefined) continue;
    for (const id of [from, to]) relations.set(id, (relations.get(id) ?? 0) + 1);
  }
  return outerNodes(nodes)
    .filter(({ shape }) => shape !== 'group')
    .map((node) => ({ node, count: relations.get(node.id) ?? 0 }))
    .sort((a, b) => b.count - a.count)
    .map(({ node }) => node);
}

/** Whether a flow or a chain of calls lies over the map. */
export function hasSteps({ overlay }: Picture): boolean {
  return overlay !== undefined && overlay.steps.length > 0;
}

/** Around all boxes that a flow or a chain of calls goes through; undefined where there is none. */
export function stepsBox({ nodes, overlay }: Picture): Box | undefined {
  const ids = new Set(overlay?.steps.flatMap(({ from, to }) => [from, to]));
  const corners = nodes
    .filter(({ id }) => ids.has(id))
    .flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]);
  return corners.length === 0 ? undefined : bounds(corners);
}
