/**
 * Example values. They are a function of the types alone, and valid by construction: the tests
 * check every one against its schema.
 */
import type { Field } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Constraints, Type } from '../../model/elements/types.js';
import { map, type Tree } from '../tree.js';
import { nullsAllowed, type Dialect } from './dialect.js';
import { distinctValues } from './distinct.js';
import { literalValue } from './literal.js';
import { readable } from './readable-example.js';
import { allPatternsMatch, fitsPrimitive, primitiveExample } from './primitive-example.js';
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
    const required = (fieldsOf(element) ?? []).filter((field) => !field.optional);
    return readable(
      this.settings.dialect,
      map(entries),
      new Set(required.map((field) => names.get(field.name)!)),
    );
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
      (value) =>
        allPatternsMatch(name, value, constraints) !== undefined && fitsPrimitive(value, name, all),
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
