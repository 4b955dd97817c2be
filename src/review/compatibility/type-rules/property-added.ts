import type { Field } from '../../../model/elements/data-types.js';
import type { Direction, Found, Stand } from '../difference.js';

/** A new field: what writers must send and do not know breaks them, readers ignore it. */
export function propertyAdded(field: Field, after: Stand, direction: Direction): Found {
  const isDemanded = direction === 'input' && !field.optional && field.default === undefined;
  if (isDemanded) {
    return {
      rule: 'new-required-property',
      impact: 'breaking',
      what: 'is new and required',
      after,
    };
  }
  return { rule: 'new-optional-property', impact: 'info', what: 'is new', after };
}
