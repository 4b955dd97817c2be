/** Constraints in words, for formats that have no keywords for them. */
import type { Constraints, Type } from '../../model/elements/types.js';

/** Sentences in a fixed order; empty where nothing is constrained. */
export function constraintWords(constraints: Constraints, base: Type): string[] {
  const counted = base.shape === 'list' || base.shape === 'set' || base.shape === 'map';
  const unit = counted ? ' items' : '';
  const { min, max, exclusiveMin, exclusiveMax, multipleOf } = constraints;
  const { length, minLength, maxLength, pattern, precision, scale, format } = constraints;
  const long = counted ? ' items' : ' characters';
  return [
    min === undefined ? '' : `At least ${min}${unit}.`,
    max === undefined ? '' : `At most ${max}${unit}.`,
    exclusiveMin === undefined ? '' : `Greater than ${exclusiveMin}.`,
    exclusiveMax === undefined ? '' : `Less than ${exclusiveMax}.`,
    multipleOf === undefined ? '' : `A multiple of ${multipleOf}.`,
    length === undefined ? '' : `Exactly ${length}${long}.`,
    minLength === undefined ? '' : `At least ${minLength}${long}.`,
    maxLength === undefined ? '' : `At most ${maxLength}${long}.`,
    pattern === undefined ? '' : `Matches ${pattern}`,
    precision === undefined ? '' : `At most ${precision} significant digits.`,
    scale === undefined ? '' : `At most ${scale} fraction digits.`,
    format === undefined ? '' : `Format ${format}.`,
    constraints.unique ? (counted ? 'Holds no value twice.' : 'Unique.') : '',
  ].filter((text) => text !== '');
}
