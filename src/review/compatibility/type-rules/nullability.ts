import type { Direction, Found, Slot } from '../difference.js';

/** Whether a value may be null: inputs must go on to accept it, outputs must not begin with it. */
export function nullability(before: Slot, after: Slot, direction: Direction): Found[] {
  if (before.nullable === after.nullable) return [];
  const stands = { before: before.stand, after: after.stand };
  return after.nullable
    ? [
        {
          rule: 'property-became-nullable',
          impact: direction === 'output' ? 'breaking' : 'info',
          what: 'may be null now',
          ...stands,
        },
      ]
    : [
        {
          rule: 'property-became-not-nullable',
          impact: direction === 'input' ? 'breaking' : 'info',
          what: 'must not be null any more',
          ...stands,
        },
      ];
}
