/** Constraints as JSON Schema keywords, and as words where JSON Schema has none. */
import type { Constraints, PrimitiveName } from '../../model/elements/types.js';
import { compact, type TreeMap } from '../tree.js';
import { fitsDouble } from '../../model/fits-double.js';
import { decimalPattern, int64Pattern } from './decimal.js';
import { exclusiveBound, type Dialect } from './dialect.js';
import { formats } from './formats.js';
import { compiledPattern } from './pattern.js';
import type { BaseType } from './resolve.js';
import type { TypeSettings } from './settings.js';

export interface ConstraintKeywords {
  readonly keywords: TreeMap;
  /** Sentences for the description: what the keywords cannot say. */
  readonly words: readonly string[];
}

/** The keywords of `constraints` at a place whose type has this base. */
export function constraintKeywords(
  { style }: TypeSettings,
  dialect: Dialect,
  { type: base, constraints: inherited }: BaseType,
  constraints: Constraints,
): ConstraintKeywords {
  switch (base.shape) {
    case 'list':
    case 'set':
      return itemKeywords(constraints);
    case 'map':
      return {
        keywords: compact({
          minProperties: count(constraints.length ?? constraints.min ?? constraints.minLength),
          maxProperties: count(constraints.length ?? constraints.max ?? constraints.maxLength),
        }),
        words: [],
      };
    case 'primitive':
      switch (wireKind(style, base.name, inherited[0] ?? constraints)) {
        case 'number':
          return numberKeywords(dialect, constraints);
        case 'digits':
          return digitKeywords(base.name, constraints);
        case 'text':
          return textKeywords(constraints);
        default:
          return { keywords: {}, words: [] };
      }
    default:
      return { keywords: {}, words: [] };
  }
}

/**
 * How a primitive travels, by the constraints at the place that names it (`innermost`): `digits`
 * is a number in a string, so that none of them is lost.
 */
export function wireKind(
  style: TypeSettings['style'],
  name: PrimitiveName,
  constraints: Constraints,
): 'number' | 'digits' | 'text' | 'other' {
  switch (name) {
    case 'int32':
    case 'float32':
    case 'float64':
      return 'number';
    case 'int64':
      return style.int64 === 'number' || fitsDouble(constraints) ? 'number' : 'digits';
    case 'decimal':
      return style.decimal === 'number' ? 'number' : 'digits';
    case 'boolean':
    case 'json':
      return 'other';
    default:
      return 'text';
  }
}

/** The schema of a primitive with its own constraints. */
export function primitiveKeywords(
  settings: TypeSettings,
  dialect: Dialect,
  name: PrimitiveName,
  constraints: Constraints,
): TreeMap {
  if (name === 'json') return {};
  if (name === 'boolean') return { type: 'boolean' };
  if (name === 'bytes') {
    return dialect.modern
      ? { type: 'string', contentEncoding: 'base64' }
      : { type: 'string', format: 'byte' };
  }
  const kind = wireKind(settings.style, name, constraints);
  const integer = name === 'int32' || name === 'int64';
  const type = kind === 'number' ? (integer ? 'integer' : 'number') : 'string';
  const base = compact({ type, format: formats[name] });
  if (kind !== 'digits' || constraints.pattern !== undefined) return base;
  return { ...base, pattern: name === 'int64' ? int64Pattern : decimalPattern(constraints) };
}

function numberKeywords(dialect: Dialect, constraints: Constraints): ConstraintKeywords {
  const { min, max, exclusiveMin, exclusiveMax, multipleOf, precision, scale } = constraints;
  const keywords = {
    ...compact({ minimum: finite(min), maximum: finite(max) }),
    ...(finite(exclusiveMin) === undefined
      ? {}
      : exclusiveBound(dialect, 'minimum', exclusiveMin!)),
    ...(finite(exclusiveMax) === undefined
      ? {}
      : exclusiveBound(dialect, 'maximum', exclusiveMax!)),
    ...compact({ multipleOf: multipleOf !== undefined && multipleOf > 0 ? multipleOf : undefined }),
  };
  const words = [];
  if (precision !== undefined) words.push(`At most ${precision} significant digits.`);
  if (scale !== undefined) words.push(`At most ${scale} fraction digits.`);
  return { keywords, words };
}

function digitKeywords(name: PrimitiveName, constraints: Constraints): ConstraintKeywords {
  const { min, max, exclusiveMin, exclusiveMax, multipleOf } = constraints;
  const words = [];
  if (min !== undefined) words.push(`At least ${min}.`);
  if (max !== undefined) words.push(`At most ${max}.`);
  if (exclusiveMin !== undefined) words.push(`Greater than ${exclusiveMin}.`);
  if (exclusiveMax !== undefined) words.push(`Less than ${exclusiveMax}.`);
  if (multipleOf !== undefined) words.push(`A multiple of ${multipleOf}.`);
  const shaped =
    name === 'decimal' &&
    [min, exclusiveMin, constraints.precision, constraints.scale].some((it) => it !== undefined);
  const pattern =
    validPattern(constraints.pattern) ?? (shaped ? decimalPattern(constraints) : undefined);
  return { keywords: compact({ pattern }), words };
}

function textKeywords(constraints: Constraints): ConstraintKeywords {
  const { length, minLength, maxLength, min, max, pattern, format } = constraints;
  const keywords = compact({
    format,
    minLength: count(length ?? minLength ?? min),
    maxLength: count(length ?? maxLength ?? max),
    pattern: validPattern(pattern),
  });
  const invalid = pattern !== undefined && validPattern(pattern) === undefined;
  return { keywords, words: invalid ? [`Follows the pattern \`${pattern}\`.`] : [] };
}

function itemKeywords(constraints: Constraints): ConstraintKeywords {
  return {
    keywords: compact({
      minItems: count(constraints.length ?? constraints.min ?? constraints.minLength),
      maxItems: count(constraints.length ?? constraints.max ?? constraints.maxLength),
      uniqueItems: constraints.unique ? true : undefined,
    }),
    words: [],
  };
}

function validPattern(pattern: string | undefined): string | undefined {
  return pattern !== undefined && compiledPattern(pattern) ? pattern : undefined;
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function count(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
}
