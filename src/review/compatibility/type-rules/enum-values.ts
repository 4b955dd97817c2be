import type { Enum } from '../../../model/elements/data-types.js';
import type { Direction, Found } from '../difference.js';

/**
 * Values of an enum: inputs must go on to accept each, outputs must not send new ones – unless the
 * enum was `@open`, so that consumers had to be ready for them.
 */
export function enumValues(before: Enum, after: Enum, direction: Direction): Found[] {
  const found: Found[] = [];
  const then = new Map(before.values.map((value) => [value.name, value]));
  const now = new Map(after.values.map((value) => [value.name, value]));
  for (const value of before.values) {
    if (now.has(value.name)) continue;
    found.push({
      rule: 'property-enum-value-removed',
      impact: direction === 'input' && !after.open ? 'breaking' : 'info',
      what: `lost the value \`${value.name}\``,
      before: { text: value.name, span: value.span },
    });
  }
  for (const value of after.values) {
    if (then.has(value.name)) continue;
    found.push({
      rule: 'property-enum-value-added',
      impact: direction === 'output' && !before.open ? 'breaking' : 'info',
      what: `got the value \`${value.name}\``,
      after: { text: value.name, span: value.span },
    });
  }
  if (before.open !== after.open) {
    const unsafe = direction === 'output' ? after.open : before.open;
    found.push({
      rule: after.open ? 'property-enum-opened' : 'property-enum-closed',
      impact: unsafe ? 'breaking' : 'info',
      what: after.open ? 'may have unknown values now' : 'accepts no unknown values any more',
      before: { text: before.open ? '@open enum' : 'enum', span: before.nameSpan },
      after: { text: after.open ? '@open enum' : 'enum', span: after.nameSpan },
    });
  }
  return found;
}
