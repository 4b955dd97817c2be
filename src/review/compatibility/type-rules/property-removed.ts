import type { Field } from '../../../model/elements/data-types.js';
import type { Direction, Found, Stand } from '../difference.js';

/**
 * A field that is no longer there. Readers miss it; writers that still send it are ignored at best.
 * An optional one may have been missing all along: a warning, unless a consumer names it.
 */
export function propertyRemoved(field: Field, before: Stand, direction: Direction): Found {
  const isOptional = field.optional;
  const rule =
    direction === 'input'
      ? 'property-removed'
      : isOptional
        ? 'optional-property-removed'
        : 'required-property-removed';
  return {
    rule,
    impact: direction === 'input' || isOptional ? 'warning' : 'breaking',
    what: 'was removed',
    before,
  };
}
