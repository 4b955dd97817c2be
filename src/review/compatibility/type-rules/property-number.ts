import type { Field } from '../../../model/elements/data-types.js';
import type { Found, Stand } from '../difference.js';

/**
 * The number of a field in protobuf, which is all that the wire knows of it. Where the model gives
 * none, the lock file does, and may have another one.
 */
export function propertyNumber(
  before: Field,
  after: Field,
  stands: { readonly before: Stand; readonly after: Stand },
): Found[] {
  if (before.number === after.number) return [];
  const isKnown = before.number !== undefined && after.number !== undefined;
  return [
    {
      rule: 'property-number-changed',
      impact: isKnown ? 'breaking' : 'warning',
      what: isKnown
        ? `has the number ${String(after.number)} instead of ${String(before.number)}`
        : 'may have another number than contracts gave it so far',
      ...stands,
    },
  ];
}
