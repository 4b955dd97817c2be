import type { PictureNode } from './picture.js';

/** Participants and the frames around them: all but what is inside of contexts. */
export function outerNodes(nodes: readonly PictureNode[]): PictureNode[] {
  const groups = new Set(nodes.filter(({ shape }) => shape === 'group').map(({ id }) => id));
  return nodes.filter(({ parent }) => parent === undefined || groups.has(parent));
}
