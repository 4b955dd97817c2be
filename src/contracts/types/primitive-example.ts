/** Examples of primitives under all their constraints. */
import type { Constraints, PrimitiveName } from '../../model/elements/types.js';
import { humanize } from '../naming.js';
import type { Tree } from '../tree.js';
import { wireKind } from './constraints.js';
import { decimalPattern, decimalText, exampleNumber, fitsNumber, int64Pattern } from './decimal.js';
import { formatExamples, formats } from './formats.js';
import { fitsText } from './literal.js';
import { compiledPattern, patternExample } from './pattern.js';
import type { TypeSettings } from './settings.js';

/**
 * A scalar and its use may both have a pattern, a decimal's digits included; an example has to match
 * every one.
 */
export function allPatternsMatch(
  name: PrimitiveName,
  value: Tree | undefined,
  all: readonly Constraints[],
): Tree | undefined {
  if (typeof value !== 'string') return value;
  const matches = all.every((constraints) => {
    const pattern =
      constraints.pattern ?? (name === 'decimal' ? decimalPattern(constraints) : undefined);
    return pattern === undefined || (compiledPattern(pattern)?.test(value) ?? true);
  });
  return matches ? value : undefined;
}

/**
 * An example of a primitive under all its constraints; undefined where none is found. `wire` are
 * the constraints that decide how it travels.
 */
export function primitiveExample(
  { style }: TypeSettings,
  name: PrimitiveName,
  wire: Constraints,
  constraints: Constraints,
  hint: string,
): Tree | undefined {
  switch (name) {
    case 'boolean':
      return true;
    case 'int32':
      return exampleNumber(constraints, true);
    case 'float32':
    case 'float64':
      return exampleNumber(constraints, false);
    case 'int64': {
      const value = exampleNumber(constraints, true);
      if (wireKind(style, name, wire) === 'number' || value === undefined) return value;
      return digits(String(value), constraints, int64Pattern);
    }
    case 'decimal':
      return decimalExample(style.decimal, constraints);
    case 'json':
      return { key: 'value' };
    default:
      return textExample(name, constraints, hint);
  }
}

function decimalExample(as: 'string' | 'number', constraints: Constraints): Tree | undefined {
  const pattern = constraints.pattern ?? decimalPattern(constraints);
  const candidates = [
    exampleNumber(constraints, false),
    exampleNumber({ ...constraints, max: Math.min(constraints.max ?? 9.5, 9.5) }, false),
    exampleNumber({ ...constraints, max: Math.min(constraints.max ?? 1, 1) }, false),
  ];
  for (const value of candidates) {
    if (value === undefined) continue;
    if (as === 'number') return value;
    for (const scale of [constraints.scale, undefined]) {
      const text = decimalText(value, scale);
      if (Number(text) === value && fitsText(text, 'string', { pattern })) return text;
    }
  }
  return as === 'string' ? digits('', constraints, pattern) : undefined;
}

/** The text if it keeps the pattern, else one that does and keeps the bounds; a pattern may ask for no number. */
function digits(text: string, constraints: Constraints, ownPattern: string): string | undefined {
  const pattern = constraints.pattern ?? ownPattern;
  if (fitsText(text, 'string', { pattern })) return text;
  const other = patternExample(pattern);
  const value = Number(other);
  return Number.isNaN(value) || fitsNumber(value, constraints, false) ? other : undefined;
}

function textExample(
  name: PrimitiveName,
  constraints: Constraints,
  hint: string,
): string | undefined {
  const least = constraints.length ?? constraints.minLength ?? constraints.min ?? 0;
  const most = constraints.length ?? constraints.maxLength ?? constraints.max ?? Infinity;
  const format = constraints.format ?? (name === 'bytes' ? 'byte' : formats[name]);
  const candidates = [
    format === undefined ? undefined : formatExamples.get(format),
    constraints.pattern === undefined
      ? undefined
      : patternExample(constraints.pattern, least, most),
    stretched(humanize(hint), least, most),
  ];
  return candidates.find((text) => text !== undefined && fitsText(text, name, constraints));
}

/** The text cut or repeated to a length that the bounds allow. */
function stretched(text: string, least: number, most: number): string | undefined {
  if (least > most || least > 1000) return undefined;
  let result = text || 'Text';
  while (result.length < least) result += ` ${text.toLowerCase() || 'text'}`;
  const wanted =
    least === most || result.length > most ? Math.min(most, Math.max(least, 0)) : undefined;
  if (result.length > most) result = result.slice(0, most === Infinity ? undefined : most);
  else if (wanted !== undefined) result = result.slice(0, wanted);
  return result.trim().length === result.length ? result : result.trim().padEnd(result.length, 'x');
}

/** Whether a value that is like a valid one is valid, too. */
export function fitsPrimitive(value: Tree, name: PrimitiveName, constraints: Constraints): boolean {
  const integer = name === 'int32' || name === 'int64';
  if (typeof value === 'number') return fitsNumber(value, constraints, integer);
  if (typeof value !== 'string') return true;
  if (!integer && name !== 'decimal') return fitsText(value, name, constraints);
  const pattern = name === 'decimal' ? decimalPattern(constraints) : int64Pattern;
  return (
    fitsText(value, 'string', { pattern: constraints.pattern ?? pattern }) &&
    fitsNumber(Number(value), constraints, integer)
  );
}
