import { fitsDouble } from '../../../model/fits-double.js';
import type { Constraints, PrimitiveName } from '../../../model/elements/types.js';
import type { Direction, Found, Slot } from '../difference.js';

/** Formats of text, each a narrower `string`. Decimals travel as text, too, but are numbers. */
const texts: ReadonlySet<PrimitiveName> = new Set([
  ...(['uuid', 'uri', 'email', 'hostname', 'date', 'time', 'datetime'] as const),
  ...(['localDatetime', 'duration', 'bytes'] as const),
]);

/** Whether every value of `narrow` is one of `wide`, and travels in the same form. */
function isWithin(narrow: PrimitiveName, wide: PrimitiveName, bounds: Constraints): boolean {
  if (wide === 'string') return texts.has(narrow);
  if (wide === 'int64') return narrow === 'int32' && fitsDouble(bounds);
  if (wide === 'float64') return narrow === 'float32' || narrow === 'int32';
  return false;
}

/** Another primitive type. Inputs may widen, outputs may narrow; anything else breaks. */
export function primitiveChanged(
  { name: old }: { readonly name: PrimitiveName },
  { name: now }: { readonly name: PrimitiveName },
  slots: { readonly before: Slot; readonly after: Slot },
  direction: Direction,
): Found[] {
  if (old === now) return [];
  const isWider = isWithin(old, now, slots.after.constraints);
  const isNarrower = isWithin(now, old, slots.before.constraints);
  const isSafe = direction === 'input' ? isWider : isNarrower;
  const word = isWider ? 'widened' : isNarrower ? 'narrowed' : 'changed';
  return [
    {
      rule: `property-type-${word === 'changed' || !isSafe ? 'changed' : word}`,
      impact: isSafe ? 'info' : 'breaking',
      what: `${word === 'changed' ? 'changed its type' : `was ${word}`} from ${old} to ${now}`,
      before: slots.before.stand,
      after: slots.after.stand,
    },
  ];
}
