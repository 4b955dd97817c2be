/** Decimals as strings: a pattern that says what digits they may have. */
import type { Constraints } from '../../model/elements/types.js';

/** Sign, integer digits and fraction as `precision`, `scale` and a lower bound allow them. */
export function decimalPattern(constraints: Constraints): string {
  const { min, exclusiveMin, precision, scale } = constraints;
  const sign = (min ?? -1) >= 0 || (exclusiveMin ?? -1) >= 0 ? '' : '-?';
  const whole =
    precision === undefined ? '[0-9]+' : `[0-9]{1,${Math.max(precision - (scale ?? 0), 1)}}`;
  const fraction =
    scale === undefined ? '(\\.[0-9]+)?' : scale > 0 ? `(\\.[0-9]{1,${scale}})?` : '';
  return `^${sign}${whole}${fraction}$`;
}

export const int64Pattern = '^-?[0-9]{1,19}$';

/** A number within the bounds, near to a friendly one; undefined where there is none. */
export function exampleNumber(constraints: Constraints, integer: boolean): number | undefined {
  const { min, max, exclusiveMin, exclusiveMax, multipleOf, scale } = constraints;
  const digits = integer ? 0 : (scale ?? 2);
  const step = multipleOf ?? (digits === 0 ? 1 : 10 ** -Math.min(digits, 6));
  const low = Math.max(min ?? -Infinity, exclusiveMin ?? -Infinity);
  const high = Math.min(max ?? Infinity, exclusiveMax ?? Infinity);
  const friendly = integer ? 1 : digits === 0 ? 20 : 19.9;
  const candidates = [
    friendly,
    low,
    low + step,
    Math.ceil(low / step) * step,
    (Math.floor(low / step) + 1) * step,
    high,
    high - step,
    0,
    step,
    (low + high) / 2,
    1,
    9.5,
  ];
  for (const candidate of candidates) {
    const value = Number(candidate.toFixed(integer ? 0 : Math.min(Math.max(digits, 6), 12)));
    if (Number.isFinite(candidate) && fitsNumber(value, constraints, integer)) return value;
  }
  return undefined;
}

/** Whether a number keeps numeric bounds; fraction digits count too. */
export function fitsNumber(value: number, constraints: Constraints, integer: boolean): boolean {
  const { min, max, exclusiveMin, exclusiveMax, multipleOf } = constraints;
  return (
    (!integer || Number.isSafeInteger(value)) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (exclusiveMin === undefined || value > exclusiveMin) &&
    (exclusiveMax === undefined || value < exclusiveMax) &&
    (multipleOf === undefined || multipleOf <= 0 || Number.isInteger(value / multipleOf))
  );
}

/** The digits of a decimal, without an exponent. */
export function decimalText(value: number, scale?: number): string {
  const text = scale === undefined ? String(value) : value.toFixed(Math.min(scale, 20));
  return /e/i.test(text) ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
