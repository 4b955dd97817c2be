/** Which hand changes touch the contract itself. */
import type { Place } from './place.js';

/** Keywords that only say something about the contract, or where it is found. */
const prose = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'contact',
  'license',
  'termsOfService',
  'servers',
  'tags',
  'info',
  '$comment',
]);

/**
 * Whether a change at this place changes what the parties agreed on: a path, a type, a required
 * field. Words, examples, extensions and addresses are the team's to fill in.
 */
export function driftsAt(place: Place): boolean {
  for (let at: Place = place; at.parent; at = at.parent) {
    const isKeyword = !at.parent.names;
    if (isKeyword && (prose.has(at.key) || at.key.startsWith('x-'))) return false;
  }
  return true;
}
