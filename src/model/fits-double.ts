import type { Constraints } from './elements/types.js';

/**
 * Whether every allowed value is exact in a double: within ±(2^53 − 1). An `int64` of other bounds
 * travels as text in JSON, since readers would round it.
 */
export function fitsDouble(constraints: Constraints): boolean {
  const low = constraints.min ?? constraints.exclusiveMin;
  const high = constraints.max ?? constraints.exclusiveMax;
  return (
    low !== undefined &&
    high !== undefined &&
    low >= Number.MIN_SAFE_INTEGER &&
    high <= Number.MAX_SAFE_INTEGER
  );
}
