import type { Direction, Found, Slot } from '../difference.js';

/** Whether a value must be there: inputs must not demand more, outputs must not promise less. */
export function optionality(before: Slot, after: Slot, direction: Direction): Found[] {
  if (before.optional === after.optional) return [];
  const stands = { before: before.stand, after: after.stand };
  if (before.optional) {
    const isDemanded = direction === 'input' && !after.hasDefault;
    const impact = isDemanded ? 'breaking' : direction === 'input' ? 'warning' : 'info';
    return [{ rule: 'property-became-required', impact, what: 'became required', ...stands }];
  }
  const impact = direction === 'output' ? 'breaking' : 'info';
  return [{ rule: 'property-became-optional', impact, what: 'became optional', ...stands }];
}
