import { outerNodes } from '../../src/diagram/outer-nodes.js';
import type { Picture, PictureNode } from '../../src/diagram/picture.js';

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
