import type { Picture } from '../../src/diagram/picture.js';

/** What changed between two pictures, in a sentence for the live region; empty for nothing. */
export function summary(before: Picture | undefined, after: Picture): string {
  const relations = after.edges.filter(({ inside }) => inside === undefined).length;
  if (before?.title !== after.title) {
    return `${after.title}: ${String(after.nodes.length)} boxes and ${String(relations)} relations`;
  }
  const old = new Set(before.nodes.map(({ id }) => id));
  const now = new Set(after.nodes.map(({ id }) => id));
  const added = after.nodes.filter(({ id }) => !old.has(id));
  const removed = before.nodes.filter(({ id }) => !now.has(id));
  const names = (nodes: Picture['nodes']) =>
    nodes.length > 3
      ? `${String(nodes.length)} boxes`
      : nodes.map(({ name }) => name.join('')).join(', ');
  return [
    added.length > 0 ? `added ${names(added)}` : '',
    removed.length > 0 ? `removed ${names(removed)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
