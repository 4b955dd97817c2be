/** What the names of types in a CML text mean. */
import { primitiveMeantBy } from '../../language/primitive-names.js';
import { primitives } from '../../language/vocabulary/types.js';
import { typeName } from '../arch/names.js';
import type { CmlContext, CmlField, CmlObject } from './syntax.js';

interface Declared {
  readonly context: string;
  readonly aggregate: string | undefined;
  readonly object: CmlObject;
}

/** Java's types that differ from what the language would guess. */
const javaTypes: Readonly<Record<string, string>> = {
  Date: 'date',
  Timestamp: 'datetime',
  LocalDateTime: 'localDatetime',
  BigInteger: 'int64',
  Byte: 'int32',
  Character: 'string',
  Clob: 'string',
  void: 'json',
};

export class TypeNames {
  private readonly byName = new Map<string, Declared[]>();
  private readonly aggregates = new Map<string, string[]>();
  /** Types that are named and never described, by context. */
  readonly missing = new Map<string, Set<string>>();

  constructor(contexts: readonly CmlContext[]) {
    for (const { name: context, objects, aggregates } of contexts) {
      for (const object of objects) this.add({ context, aggregate: undefined, object });
      for (const aggregate of aggregates) {
        const known = this.aggregates.get(aggregate.name) ?? [];
        this.aggregates.set(aggregate.name, [...known, context]);
        for (const object of aggregate.objects) {
          this.add({ context, aggregate: aggregate.name, object });
        }
      }
    }
  }

  /** The context of an aggregate; of several of one name that of `near`, else none. */
  contextOfAggregate(name: string, near: string): string | undefined {
    const contexts = [...new Set(this.aggregates.get(name) ?? [])];
    return contexts.includes(near) ? near : contexts.length === 1 ? contexts[0] : undefined;
  }

  /** The fields of an object's parents, the topmost first; a circle ends. */
  inherited(
    object: CmlObject,
    context: string,
    aggregate: string | undefined,
  ): readonly CmlField[] {
    const fields: CmlField[] = [];
    const seen = new Set<CmlObject>([object]);
    for (let at: CmlObject | undefined = object; at.parent !== undefined;) {
      const parent: CmlObject | undefined = this.find(at.parent, context, aggregate)?.object;
      if (!parent || seen.has(parent)) break;
      seen.add(parent);
      fields.unshift(...parent.fields);
      at = parent;
    }
    return fields;
  }

  /** A type where it is used in a context: `ref Other.Customer[]`. */
  use(
    field: Pick<CmlField, 'type' | 'collection' | 'isReference'>,
    context: string,
    aggregate: string | undefined,
  ): string {
    const one = this.one(field, context, aggregate);
    switch (field.collection) {
      case undefined:
        return one;
      case 'Set':
        return `set<${one}>`;
      case 'Map':
        return `map<string, ${one}>`;
      default:
        return `${one}[]`;
    }
  }

  /** Whether a type is one of several objects that only a union or a value could tell. */
  find(name: string, context: string, aggregate: string | undefined): Declared | undefined {
    const all = this.byName.get(name) ?? [];
    return (
      all.find((one) => one.context === context && one.aggregate === aggregate) ??
      all.find((one) => one.context === context) ??
      all[0]
    );
  }

  private one(
    { type, isReference }: Pick<CmlField, 'type' | 'isReference'>,
    context: string,
    aggregate: string | undefined,
  ): string {
    const found = this.find(type, context, aggregate);
    if (found) {
      const isElsewhere = found.context !== context || found.aggregate !== aggregate;
      const byIdentity = isReference && isElsewhere && found.object.kind === 'entity';
      return `${byIdentity ? 'ref ' : ''}${this.path(found, context)}`;
    }
    const primitive = (primitives as readonly string[]).includes(type)
      ? type
      : ((Object.hasOwn(javaTypes, type) ? javaTypes[type] : undefined) ?? primitiveMeantBy(type));
    if (primitive !== undefined) return primitive;
    const known = this.missing.get(context) ?? new Set<string>();
    this.missing.set(context, known.add(type));
    return typeName(type, 'Type');
  }

  /** The shortest path that means this object alone. */
  private path({ context, aggregate, object }: Declared, from: string): string {
    const name = typeName(object.name, 'Type');
    const same = (this.byName.get(object.name) ?? []).filter((one) => one.context === context);
    const inner = same.length > 1 && aggregate !== undefined ? `${aggregate}.${name}` : name;
    return context === from && same.length === 1 ? inner : `${context}.${inner}`;
  }

  private add(declared: Declared): void {
    const { name } = declared.object;
    this.byName.set(name, [...(this.byName.get(name) ?? []), declared]);
  }
}
