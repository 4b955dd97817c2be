/** Literals of the model, defaults and examples, as JSON values that keep their type's rules. */
import type { Literal } from '../../model/elements/literals.js';
import type { Constraints, PrimitiveName, Type } from '../../model/elements/types.js';
import type { Tree } from '../tree.js';
import { wireKind } from './constraints.js';
import { decimalPattern, fitsNumber, int64Pattern } from './decimal.js';
import { formats, hasFormat } from './formats.js';
import { compiledPattern } from './pattern.js';
import { baseType, innermost, mergedConstraints, typeElement } from './resolve.js';
import type { TypeSettings } from './settings.js';

/** The value, or undefined where it does not fit the type or breaks one of its constraints. */
export function literalValue(
  settings: TypeSettings,
  type: Type,
  constraints: Constraints,
  literal: Literal,
): Tree | undefined {
  const base = baseType(settings.model, type);
  const all = mergedConstraints([...base.constraints, constraints]);
  const target = base.type;
  switch (target.shape) {
    case 'primitive':
      return primitiveValue(settings, target.name, innermost(base, constraints), all, literal);
    case 'named': {
      const element = typeElement(settings.model, target.target);
      const name = textOf(literal);
      return element?.kind === 'enum' && element.values.some((value) => value.name === name)
        ? name
        : undefined;
    }
    case 'list':
    case 'set':
      return literal.kind === 'list'
        ? listValue(settings, target.item, target.shape === 'set', all, literal.items)
        : undefined;
    default:
      return undefined;
  }
}

function listValue(
  settings: TypeSettings,
  item: Type,
  set: boolean,
  constraints: Constraints,
  literals: readonly Literal[],
): Tree | undefined {
  const values = literals.map((literal) => literalValue(settings, item, {}, literal));
  if (values.some((value) => value === undefined)) return undefined;
  if (values.length < (constraints.min ?? constraints.minLength ?? 0)) return undefined;
  if (values.length > (constraints.max ?? constraints.maxLength ?? Infinity)) return undefined;
  if (constraints.length !== undefined && values.length !== constraints.length) return undefined;
  const distinct = new Set(values.map((value) => JSON.stringify(value)));
  if ((set || constraints.unique) && distinct.size < values.length) return undefined;
  return values as Tree[];
}

function primitiveValue(
  { style }: TypeSettings,
  name: PrimitiveName,
  wire: Constraints,
  constraints: Constraints,
  literal: Literal,
): Tree | undefined {
  switch (name) {
    case 'boolean':
      return literal.kind === 'boolean' ? literal.value : undefined;
    case 'int32':
    case 'float32':
    case 'float64':
      return numberValue(literal, constraints, name === 'int32');
    case 'int64':
    case 'decimal': {
      if (literal.kind !== 'number') return undefined;
      const integer = name === 'int64';
      if (wireKind(style, name, wire) === 'number') {
        return numberValue(literal, constraints, integer);
      }
      const pattern = constraints.pattern ?? (integer ? int64Pattern : decimalPattern(constraints));
      const inBounds = fitsNumber(literal.value, constraints, false);
      return inBounds && compiledPattern(pattern)?.test(literal.text) ? literal.text : undefined;
    }
    case 'json':
      return anyValue(literal);
    default: {
      const text =
        name === 'duration' && literal.kind === 'duration'
          ? isoDuration(literal.value)
          : textOf(literal);
      return text !== undefined && fitsText(text, name, constraints) ? text : undefined;
    }
  }
}

function numberValue(
  literal: Literal,
  constraints: Constraints,
  integer: boolean,
): Tree | undefined {
  if (literal.kind !== 'number' || !fitsNumber(literal.value, constraints, integer))
    return undefined;
  return literal.value;
}

/** Whether a text keeps the format, the length and the pattern of a string-like primitive. */
export function fitsText(text: string, name: PrimitiveName, constraints: Constraints): boolean {
  const length = [...text].length;
  const format = constraints.format ?? (name === 'bytes' ? 'byte' : formats[name]);
  return (
    length >= (constraints.length ?? constraints.minLength ?? constraints.min ?? 0) &&
    length <= (constraints.length ?? constraints.maxLength ?? constraints.max ?? Infinity) &&
    (constraints.pattern === undefined ||
      (compiledPattern(constraints.pattern)?.test(text) ?? true)) &&
    (format === undefined || hasFormat(text, format))
  );
}

function textOf(literal: Literal): string | undefined {
  switch (literal.kind) {
    case 'string':
    case 'name':
    case 'date':
      return literal.value;
    default:
      return undefined;
  }
}

function anyValue(literal: Literal): Tree | undefined {
  switch (literal.kind) {
    case 'null':
      return null;
    case 'list':
      return literal.items.map((item) => anyValue(item) ?? null);
    case 'duration':
      return isoDuration(literal.value);
    case 'percent':
      return literal.value.ratio;
    case 'rate':
      return literal.value.text;
    default:
      return literal.value;
  }
}

/** ISO 8601: `PT15M`, `P7D`, `PT0.25S`. */
export function isoDuration(milliseconds: number): string {
  if (milliseconds === 0) return 'PT0S';
  const days = Math.floor(milliseconds / 86_400_000);
  const rest = milliseconds - days * 86_400_000;
  const hours = Math.floor(rest / 3_600_000);
  const minutes = Math.floor((rest % 3_600_000) / 60_000);
  const seconds = (rest % 60_000) / 1000;
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}
