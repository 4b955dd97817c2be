import { overlaySentence } from '../../src/diagram/overlay-words.js';
import type { Picture } from '../../src/diagram/picture.js';

/**
 * What changed between two pictures, in a sentence for the live region; empty for nothing. Another
 * overlay is told with what it shows, a new view with how large it is.
 */
export function summary(before: Picture | undefined, after: Picture): string {
  const relations = after.edges.filter(({ inside }) => inside === undefined).length;
  const overlaid = overlayChange(before, after);
  if (after.nodes.length === 0 && before?.nodes.length !== 0) return 'Nothing to show yet';
  if (before?.title !== after.title) {
    const size = `${after.title}: ${String(after.nodes.length)} boxes and ${String(relations)} relations`;
    return overlaid === '' ? size : `${size}. ${overlaid}`;
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
    overlaid,
    added.length > 0 ? `added ${names(added)}` : '',
    removed.length > 0 ? `removed ${names(removed)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function overlayChange(before: Picture | undefined, { overlay }: Picture): string {
  const now = overlay && overlaySentence(overlay);
  const then = before?.overlay && overlaySentence(before.overlay);
  if (now === then) return '';
  return now ?? 'No overlay';
}
