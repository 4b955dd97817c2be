import type { Constraints } from '../../../model/elements/types.js';
import type { Direction, Found, Slot } from '../difference.js';

type Bound = 'lower' | 'upper';

type Bounds = 'min' | 'exclusiveMin' | 'max' | 'exclusiveMax';

/** Constraints that are limits by themselves, with the way in which they grow tighter. */
const limits = {
  minLength: 'lower',
  maxLength: 'upper',
  precision: 'upper',
  scale: 'upper',
} as const satisfies Partial<Record<keyof Constraints, Bound>>;

interface LimitChange {
  readonly name: string;
  readonly bound: Bound;
  readonly isTighter: boolean;
  readonly texts: readonly [before: string, after: string];
}

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
  for (const { name, bound, isTighter: tighter, texts } of [
    ...boundChange(before, after, 'lower'),
    ...boundChange(before, after, 'upper'),
    ...limitChanges(before, after),
  ]) {
    const isHigher = tighter === (bound === 'lower');
    found.push({
      rule: `property-${dashed(name)}-${isHigher ? 'increased' : 'decreased'}`,
      impact: tighter === (direction === 'input') ? 'breaking' : 'info',
      what: `is limited ${tighter ? 'more' : 'less'}: ${texts.join(' → ')}`,
      ...stands,
    });
  }
  for (const name of exact) {
    const [old, now] = [before[name] || undefined, after[name] || undefined];
    if (old === now) continue;
    const narrows = old === undefined || (name === 'multipleOf' && isMultiple(now, old));
    const widens = now === undefined || (name === 'multipleOf' && isMultiple(old, now));
    const risky = direction === 'input' ? !widens : !narrows;
    found.push({
      rule: `property-${dashed(name)}-${old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'}`,
      impact: !risky ? 'info' : old === undefined || name !== 'pattern' ? 'breaking' : 'warning',
      what: `has another ${name}: ${shown(old)} → ${shown(now)}`,
      ...stands,
    });
  }
  return found;
}

function limitChanges(before: Constraints, after: Constraints): LimitChange[] {
  return (Object.entries(limits) as [keyof typeof limits, Bound][]).flatMap(([name, bound]) => {
    const [old, now] = [before[name], after[name]];
    if (old === now) return [];
    const none = bound === 'lower' ? -Infinity : Infinity;
    const tighter = (now ?? none) > (old ?? none) === (bound === 'lower');
    const text = (value: number | undefined) =>
      value === undefined ? 'none' : `\`${name} ${value}\``;
    return [{ name, bound, isTighter: tighter, texts: [text(old), text(now)] as const }];
  });
}

/** The bound that counts of one that a value may reach and one that it may not. */
interface Reached {
  readonly name: Bounds;
  readonly value: number;
  readonly isReached: boolean;
}

function tightest(constraints: Constraints, bound: Bound): Reached | undefined {
  const [reached, beyond] =
    bound === 'lower' ? (['min', 'exclusiveMin'] as const) : (['max', 'exclusiveMax'] as const);
  const [value, other] = [constraints[reached], constraints[beyond]];
  const one = value === undefined ? undefined : { name: reached, value, isReached: true };
  const two = other === undefined ? undefined : { name: beyond, value: other, isReached: false };
  return one && two ? (isTighter(two, one, bound) ? two : one) : (one ?? two);
}

function isTighter(one: Reached, other: Reached, bound: Bound): boolean {
  if (one.value === other.value) return !one.isReached && other.isReached;
  return one.value > other.value === (bound === 'lower');
}

/** `exclusiveMin 0` that is `min 0` now lets one value more in: both are one bound. */
function boundChange(before: Constraints, after: Constraints, bound: Bound): LimitChange[] {
  const [old, now] = [tightest(before, bound), tightest(after, bound)];
  if (old?.value === now?.value && old?.isReached === now?.isReached) return [];
  const tighter = !old || (now !== undefined && isTighter(now, old, bound));
  const name = (now ?? old)!.name;
  return [{ name, bound, isTighter: tighter, texts: [reachedText(old), reachedText(now)] }];
}

function reachedText(bound: Reached | undefined): string {
  return bound ? `\`${bound.name} ${bound.value}\`` : 'none';
}

function isMultiple(one: unknown, other: unknown): boolean {
  return typeof one === 'number' && typeof other === 'number' && Number.isInteger(one / other);
}

function shown(value: number | string | boolean | undefined): string {
  return value === undefined ? 'none' : `\`${String(value)}\``;
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
