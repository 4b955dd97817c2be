import type { Field } from '../../../model/elements/data-types.js';
import type { Direction, Found, Stand } from '../difference.js';

/**
 * A field under another name, as `@renamedFrom` says: another name on the wire. Readers miss the old
 * one; writers do not send the new one, which matters where it is required.
 */
export function propertyRenamed(
  before: Field,
  after: Field,
  stands: { readonly before: Stand; readonly after: Stand },
  direction: Direction,
): Found[] {
  if (before.name === after.name) return [];
  const isDemanded = direction === 'output' || !after.optional;
  return [
    {
      rule: 'property-renamed',
      impact: isDemanded ? 'breaking' : 'warning',
      what: `was renamed from \`${before.name}\``,
      ...stands,
    },
  ];
}
