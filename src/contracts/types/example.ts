/**
 * Example values. They are a function of the types alone, and valid by construction: the tests
 * check every one against its schema.
 */
import type { Field } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Constraints, PrimitiveName, Type } from '../../model/elements/types.js';
import { humanize } from '../naming.js';
import { map, type Tree } from '../tree.js';
import { wireKind } from './constraints.js';
import { decimalPattern, decimalText, exampleNumber, fitsNumber, int64Pattern } from './decimal.js';
import { nullsAllowed, type Dialect } from './dialect.js';
import { distinctValues } from './distinct.js';
import { formatExamples, formats } from './formats.js';
import { fitsText, literalValue } from './literal.js';
import { compiledPattern, patternExample } from './pattern.js';
import { baseType, fieldsOf, innermost, mergedConstraints, typeElement } from './resolve.js';
import { wireNames, type Direction, type TypeSettings } from './settings.js';
import { discriminatorsOf, tagOf, unionMembers } from './union.js';

/** Values in one example; types that need more get the optional parts left out. */
const budget = 100;
/** Items of a list; types that need more get no example. */
const longest = 50;
/** Objects within objects; deeper down, optional ones and lists of them are left out. */
const depth = 3;

/** An example has to keep to what the document's own schemas say. */
type ExampleSettings = TypeSettings & { readonly dialect: Dialect };

/**
 * An example of a type, or undefined where none can be built: a type that contains itself of
 * necessity, or constraints that contradict each other.
 */
export function exampleOf(
  settings: ExampleSettings,
  type: Type,
  constraints: Constraints,
  hint: string,
  direction?: Direction,
): Tree | undefined {
  return new ExampleBuilder(settings, direction).type(type, constraints, hint);
}

class ExampleBuilder {
  private readonly settings: ExampleSettings;
  private readonly open = new Set<ElementId>();
  private readonly direction: Direction | undefined;
  private left = budget;

  constructor(settings: ExampleSettings, direction: Direction | undefined) {
    this.settings = settings;
    this.direction = direction;
  }

  type(type: Type, constraints: Constraints, hint: string): Tree | undefined {
    this.left--;
    const base = baseType(this.settings.model, type);
    const all = mergedConstraints([...base.constraints, constraints]);
    if (all.example) {
      const given = literalValue(this.settings, type, constraints, all.example);
      if (given !== undefined) return given;
    }
    const target = base.type;
    switch (target.shape) {
      case 'primitive':
        return allPatternsMatch(
          target.name,
          primitiveExample(this.settings, target.name, innermost(base, constraints), all, hint),
          [...base.constraints, constraints],
        );
      case 'named':
        return this.element(target.target);
      case 'list':
      case 'set':
        return this.list(target.item, target.shape === 'set', all, hint);
      case 'map': {
        const { least, most } = counts(all);
        if (least > longest || least > most) return undefined;
        if (most < 1) return {};
        const value = this.type(target.value, {}, hint);
        if (value === undefined) return least === 0 ? {} : undefined;
        const keys = Array.from({ length: Math.max(least, 1) }, (_, n) =>
          n === 0 ? 'key' : `key${n + 1}`,
        );
        return map(keys.map((key) => [key, value]));
      }
      default:
        return {};
    }
  }

  private element(id: ElementId): Tree | undefined {
    const element = typeElement(this.settings.model, id);
    if (!element || element.kind === 'scalar') return {};
    if (element.kind === 'enum') return element.values[0]?.name ?? 'value';
    if (this.open.has(id)) return undefined;
    this.open.add(id);
    try {
      return element.kind === 'union'
        ? this.union(unionMembers(this.settings.model, element))
        : this.object(element);
    } finally {
      this.open.delete(id);
    }
  }

  private union(members: readonly TypeElement[]): Tree | undefined {
    for (const member of members) {
      const value = this.element(member.id);
      if (value !== undefined) return value;
    }
    return members.length === 0 ? {} : undefined;
  }

  private object(element: TypeElement): Tree | undefined {
    const names = wireNames(this.settings, element);
    const entries: [string, Tree][] = discriminatorsOf(this.settings.model, element.id).map(
      (property) => [property, tagOf(this.settings.model, element)],
    );
    for (const field of fieldsOf(element) ?? []) {
      if (!travels(field, this.direction)) continue;
      const value = this.field(field);
      if (value !== undefined) entries.push([names.get(field.name)!, value]);
      else if (!field.optional) return undefined;
    }
    return map(entries);
  }

  private field(field: Field): Tree | undefined {
    if (field.optional && this.isEnough(field.type)) return undefined;
    const value = this.type(field.type, field.constraints, field.name);
    if (value !== undefined || !field.nullable) return value;
    return nullsAllowed(this.settings.dialect, field.type) ? null : undefined;
  }

  private list(item: Type, set: boolean, constraints: Constraints, hint: string): Tree | undefined {
    const { least, most } = counts(constraints);
    if (least > longest || least > most) return undefined;
    if (most < 1 || (least === 0 && this.isEnough(item))) return [];
    const value = this.type(item, {}, singular(hint));
    if (value === undefined) return least === 0 ? [] : undefined;
    const count = Math.max(least, 1);
    if (count === 1) return [value];
    if (!set && !constraints.unique) return Array.from({ length: count }, () => value);
    return this.distinct(item, value, count);
  }

  /** Several different values like the first; only for kinds of value where that is certain. */
  private distinct(item: Type, first: Tree, count: number): Tree[] | undefined {
    const choices = this.enumValues(item);
    if (choices) return choices.length >= count ? choices.slice(0, count) : undefined;
    const { type, constraints } = baseType(this.settings.model, item);
    if (type.shape !== 'primitive' || type.name === 'json') return undefined;
    const { name } = type;
    const all = mergedConstraints([{}, ...constraints]);
    return distinctValues(
      first,
      count,
      all.multipleOf ?? 1,
      (value) => allPatternsMatch(name, value, constraints) !== undefined && fits(value, name, all),
    );
  }

  /** Whether the example is large or deep enough without a value that may be left out. */
  private isEnough(type: Type): boolean {
    if (this.left <= 0) return true;
    if (this.open.size < depth) return false;
    const base = baseType(this.settings.model, type).type;
    return base.shape !== 'primitive' && this.enumValues(type) === undefined;
  }

  private enumValues(type: Type): readonly string[] | undefined {
    const target = baseType(this.settings.model, type).type;
    const element =
      target.shape === 'named' ? typeElement(this.settings.model, target.target) : undefined;
    return element?.kind === 'enum' ? element.values.map((value) => value.name) : undefined;
  }
}

/** How many items or entries a list or a map may have, as its schema says it. */
function counts({ length, min, max, minLength, maxLength }: Constraints): {
  readonly least: number;
  readonly most: number;
} {
  return {
    least: length ?? min ?? minLength ?? 0,
    most: length ?? max ?? maxLength ?? Infinity,
  };
}

/** Whether a value that is like a valid one is valid, too. */
function fits(value: Tree, name: PrimitiveName, constraints: Constraints): boolean {
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

/** Whether a field is there when the value goes that way. */
export function travels(field: Field, direction: Direction | undefined): boolean {
  return !(
    (direction === 'request' && field.readOnly) ||
    (direction === 'response' && field.writeOnly && !field.readOnly)
  );
}

function singular(name: string): string {
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}

/**
 * A scalar and its use may both have a pattern, a decimal's digits included; an example has to match
 * every one.
 */
function allPatternsMatch(
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
