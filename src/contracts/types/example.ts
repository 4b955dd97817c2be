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
import { decimalPattern, decimalText, exampleNumber, int64Pattern } from './decimal.js';
import { formatExamples, formats } from './formats.js';
import { fitsText, literalValue } from './literal.js';
import { compiledPattern, patternExample } from './pattern.js';
import { baseType, fieldsOf, innermost, mergedConstraints, typeElement } from './resolve.js';
import { wireNames, type Direction, type TypeSettings } from './settings.js';
import { discriminatorsOf, tagOf, unionMembers } from './union.js';

/** Values in one example; types that need more get the optional parts left out. */
const budget = 100;
/** Objects within objects; deeper down, optional ones and lists of them are left out. */
const depth = 3;

/**
 * An example of a type, or undefined where none can be built: a type that contains itself of
 * necessity, or constraints that contradict each other.
 */
export function exampleOf(
  settings: TypeSettings,
  type: Type,
  constraints: Constraints,
  hint: string,
  direction?: Direction,
): Tree | undefined {
  return new ExampleBuilder(settings, direction).type(type, constraints, hint);
}

class ExampleBuilder {
  private readonly settings: TypeSettings;
  private readonly open = new Set<ElementId>();
  private readonly direction: Direction | undefined;
  private left = budget;

  constructor(settings: TypeSettings, direction: Direction | undefined) {
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
          primitiveExample(this.settings, target.name, innermost(base, constraints), all, hint),
          [...base.constraints, constraints],
        );
      case 'named':
        return this.element(target.target);
      case 'list':
      case 'set':
        return this.list(target.item, target.shape === 'set', all, hint);
      case 'map': {
        const value = this.type(target.value, {}, hint);
        const count = all.min ?? all.minLength ?? all.length ?? 0;
        if (value === undefined) return count === 0 ? {} : undefined;
        const keys = Array.from({ length: Math.min(Math.max(count, 1), 50) }, (_, n) =>
          n === 0 ? 'key' : `key${n + 1}`,
        );
        return count > 50 || (all.max ?? all.maxLength ?? 1) < 1
          ? {}
          : map(keys.map((key) => [key, value]));
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
    return value === undefined && field.nullable ? null : value;
  }

  private list(item: Type, set: boolean, constraints: Constraints, hint: string): Tree | undefined {
    const least = constraints.length ?? constraints.min ?? constraints.minLength ?? 0;
    const most = constraints.length ?? constraints.max ?? constraints.maxLength ?? 1;
    if (most < 1) return [];
    if (least > 50 || (least === 0 && this.isEnough(item))) return least === 0 ? [] : undefined;
    const value = this.type(item, {}, singular(hint));
    if (value === undefined) return least === 0 ? [] : undefined;
    const count = Math.max(least, 1);
    if (count === 1) return [value];
    if (!set && !constraints.unique) return Array.from({ length: count }, () => value);
    const values = distinct(value, count, this.enumValues(item));
    return values;
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

/** Several different values like the first; only for kinds of value where that is certain. */
function distinct(
  first: Tree,
  count: number,
  choices: readonly string[] | undefined,
): Tree | undefined {
  if (choices) return choices.length >= count ? choices.slice(0, count) : undefined;
  if (typeof first === 'boolean') return count === 2 ? [first, !first] : undefined;
  return undefined;
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

/** A scalar and its use may both have a pattern; an example has to match every one. */
function allPatternsMatch(value: Tree | undefined, all: readonly Constraints[]): Tree | undefined {
  if (typeof value !== 'string') return value;
  const fits = all.every(
    ({ pattern }) => pattern === undefined || (compiledPattern(pattern)?.test(value) ?? true),
  );
  return fits ? value : undefined;
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
      return matching(String(value), constraints.pattern ?? int64Pattern);
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
      if (Number(text) === value && matching(text, pattern) !== undefined) return text;
    }
  }
  return as === 'string' ? patternExample(pattern) : undefined;
}

function matching(text: string, pattern: string): string | undefined {
  return fitsText(text, 'string', { pattern }) ? text : patternExample(pattern);
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
