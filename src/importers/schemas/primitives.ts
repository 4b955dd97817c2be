/** Schemas of strings and numbers as primitives of the language with their constraints. */
import { decimalPattern, int64Pattern } from '../../contracts/types/decimal.js';
import type { ContractStyle } from '../../contracts/config.js';
import { compiledPattern } from '../../contracts/types/pattern.js';
import { numberLiteral, quote } from '../arch/literals.js';
import type { DocumentNode } from '../node.js';

export interface Primitive {
  readonly name: string;
  readonly constraints: readonly string[];
}

const stringFormats: Readonly<Record<string, string>> = {
  uuid: 'uuid',
  uri: 'uri',
  email: 'email',
  hostname: 'hostname',
  date: 'date',
  time: 'time',
  'date-time': 'datetime',
  'date-time-local': 'localDatetime',
  duration: 'duration',
  byte: 'bytes',
  binary: 'bytes',
  decimal: 'decimal',
  int64: 'int64',
};

const numberFormats: Readonly<Record<string, string>> = { float: 'float32', double: 'float64' };

/** A schema of type `string`. */
export function stringPrimitive(node: DocumentNode): Primitive {
  const format = node.text('format');
  const base64 = node.at('contentEncoding')?.value === 'base64';
  if (base64) node.at('contentEncoding')?.modelled();
  const name = base64
    ? 'bytes'
    : format !== undefined && Object.hasOwn(stringFormats, format)
      ? stringFormats[format]!
      : 'string';
  const pattern = patternOf(node);
  if (name === 'decimal' || name === 'int64') return { name, constraints: digits(name, pattern) };
  const least = count(node.number('minLength'));
  const most = count(node.number('maxLength'));
  const isFixed = least !== undefined && least === most;
  return {
    name,
    constraints: [
      ...(name === 'string' && format !== undefined ? [`format ${quote(format)}`] : []),
      ...(isFixed ? [`length ${String(least)}`] : []),
      ...(!isFixed && least !== undefined ? [`minLength ${String(least)}`] : []),
      ...(!isFixed && most !== undefined ? [`maxLength ${String(most)}`] : []),
      ...(pattern === undefined ? [] : [`pattern ${quote(pattern)}`]),
    ],
  };
}

/** The pattern, where it is a regular expression as JSON Schema has them. */
function patternOf(node: DocumentNode): string | undefined {
  const pattern = node.text('pattern');
  if (pattern === undefined || compiledPattern(pattern)) return pattern;
  node.at('pattern')?.unsupported('This is no regular expression (ECMA-262, with the `u` flag).');
  return undefined;
}

/** Numbers in strings: their pattern says what digits they may have. */
function digits(name: 'decimal' | 'int64', pattern: string | undefined): string[] {
  if (pattern === undefined || pattern === int64Pattern) return [];
  if (name === 'decimal') {
    const match =
      /^\^(-\?)?\[0-9\](?:\+|\{1,(\d+)\})(?:\(\\\.\[0-9\](?:\+|\{1,(\d+)\})\)\?)?\$$/.exec(pattern);
    if (match) {
      const scale = match[3] ?? (pattern.includes('\\.') ? undefined : '0');
      const precision =
        match[2] === undefined ? undefined : String(Number(match[2]) + Number(scale ?? 0));
      const found = {
        ...(match[1] === undefined ? { min: 0 } : {}),
        ...(precision === undefined ? {} : { precision: Number(precision) }),
        ...(scale === undefined ? {} : { scale: Number(scale) }),
      };
      if (decimalPattern(found) === pattern) {
        return Object.entries(found).map(([key, value]) => `${key} ${String(value)}`);
      }
    }
  }
  return [`pattern ${quote(pattern)}`];
}

/** A schema of type `integer` or `number`. */
export function numberPrimitive(
  node: DocumentNode,
  isInteger: boolean,
  style: Partial<ContractStyle>,
): Primitive {
  const format = node.text('format');
  const bounds = numberBounds(node);
  const isSmall =
    bounds.least !== undefined &&
    bounds.most !== undefined &&
    bounds.least >= -0x80000000 &&
    bounds.most <= 0x7fffffff;
  const integer = format === 'int32' || (format !== 'int64' && isSmall) ? 'int32' : 'int64';
  const name = isInteger
    ? integer
    : format !== undefined && Object.hasOwn(numberFormats, format)
      ? numberFormats[format]!
      : style.decimal === 'number'
        ? 'decimal'
        : 'float64';
  return { name, constraints: bounds.constraints };
}

function numberBounds(node: DocumentNode) {
  const constraints: string[] = [];
  const add = (name: string, value: number | undefined) => {
    const text = value === undefined ? undefined : numberLiteral(value);
    if (text !== undefined) constraints.push(`${name} ${text}`);
  };
  const least = node.number('minimum');
  const most = node.number('maximum');
  // OpenAPI 3.0 has flags beside the bounds.
  const isAbove = node.flag('exclusiveMinimum');
  const isBelow = node.flag('exclusiveMaximum');
  add(isAbove ? 'exclusiveMin' : 'min', least);
  add(isBelow ? 'exclusiveMax' : 'max', most);
  if (!isAbove) add('exclusiveMin', node.number('exclusiveMinimum'));
  if (!isBelow) add('exclusiveMax', node.number('exclusiveMaximum'));
  const step = node.number('multipleOf');
  if (step !== undefined && step > 0) add('multipleOf', step);
  return { constraints, least, most };
}

export function count(value: number | undefined): number | undefined {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
