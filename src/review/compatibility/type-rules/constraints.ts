import type { Constraints } from '../../../model/elements/types.js';
import type { Direction, Found, Slot } from '../difference.js';

type Bound = 'lower' | 'upper';

/** Constraints that are limits, with the way in which they grow tighter. */
const limits = {
  min: 'lower',
  exclusiveMin: 'lower',
  minLength: 'lower',
  max: 'upper',
  exclusiveMax: 'upper',
  maxLength: 'upper',
  precision: 'upper',
  scale: 'upper',
} as const satisfies Partial<Record<keyof Constraints, Bound>>;

/** Constraints of which only "the same" is known to be safe. */
const exact = ['pattern', 'multipleOf', 'length', 'format', 'unique'] as const;

/**
 * Limits of a value: inputs must not be tightened, outputs must not be loosened. For a pattern only
 * its presence has an order; another pattern may be either, so it is a warning.
 */
export function constraintChanges(
  before: Constraints,
  after: Constraints,
  slots: { readonly before: Slot; readonly after: Slot },
  direction: Direction,
): Found[] {
  const stands = { before: slots.before.stand, after: slots.after.stand };
  const found: Found[] = [];
  for (const [name, bound] of Object.entries(limits) as [keyof typeof limits, Bound][]) {
    const [old, now] = [before[name], after[name]];
    if (old === now) continue;
    const none = bound === 'lower' ? -Infinity : Infinity;
    const isHigher = (now ?? none) > (old ?? none);
    const isTighter = isHigher === (bound === 'lower');
    found.push({
      rule: `property-${dashed(name)}-${isHigher ? 'increased' : 'decreased'}`,
      impact: isTighter === (direction === 'input') ? 'breaking' : 'info',
      what: `${isTighter ? 'is limited more' : 'is limited less'}: ${name} ${shown(old)} → ${shown(now)}`,
      ...stands,
    });
  }
  for (const name of exact) {
    const [old, now] = [before[name] || undefined, after[name] || undefined];
    if (old === now) continue;
    const isTighter = old === undefined;
    const isLooser = now === undefined;
    const risky = direction === 'input' ? !isLooser : !isTighter;
    found.push({
      rule: `property-${dashed(name)}-${isTighter ? 'added' : isLooser ? 'removed' : 'changed'}`,
      impact: !risky ? 'info' : isTighter || name !== 'pattern' ? 'breaking' : 'warning',
      what: `has another ${name}: ${shown(old)} → ${shown(now)}`,
      ...stands,
    });
  }
  return found;
}

function shown(value: number | string | boolean | undefined): string {
  return value === undefined ? 'none' : `\`${String(value)}\``;
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
