/** Types of the model as JSON schemas, with the named ones as components of one document. */
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Literal } from '../../model/elements/literals.js';
import type { Constraints, Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import type { ContractStyle } from '../config.js';
import type { ContractRemark } from '../document.js';
import { paragraphs } from '../text/markdown.js';
import { byText, compact, map, type Tree, type TreeMap } from '../tree.js';
import { constraintKeywords, primitiveKeywords } from './constraints.js';
import { extended, nullable, nullsAllowed, type Dialect } from './dialect.js';
import { enumSchema } from './enum-schema.js';
import { exampleOf } from './example.js';
import { descriptionOf, head } from './head.js';
import { literalValue } from './literal.js';
import { objectSchema } from './object-schema.js';
import { baseType, identityOf, typeElement } from './resolve.js';
import type { Direction, TypeSettings } from './settings.js';
import { unionSchema } from './union-schema.js';

/** A value of the model that has a type: a field or a parameter. */
export interface TypedPlace {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly constraints: Constraints;
  readonly default?: Literal;
}

export class Schemas implements TypeSettings {
  readonly model: Model;
  readonly style: ContractStyle;
  readonly dialect: Dialect;
  readonly remarks: ContractRemark[] = [];
  private readonly names: ReadonlyMap<ElementId, string>;
  readonly directions: Readonly<Partial<Record<Direction, ReadonlySet<ElementId>>>>;

  /**
   * @param names what each type that the document needs is called in it (components.ts)
   * @param directions the types that requests and that responses hold, where there are such
   */
  constructor(
    model: Model,
    style: ContractStyle,
    dialect: Dialect,
    names: ReadonlyMap<ElementId, string>,
    directions: Readonly<Partial<Record<Direction, ReadonlySet<ElementId>>>> = {},
  ) {
    this.model = model;
    this.style = style;
    this.dialect = dialect;
    this.names = names;
    this.directions = directions;
  }

  nameOf(id: ElementId): string | undefined {
    return this.names.get(id);
  }

  ref(id: ElementId): TreeMap {
    const name = this.names.get(id);
    return name === undefined ? {} : { $ref: `${this.dialect.refPrefix}${name}` };
  }

  /** The schema of a type by itself; `{}`, any value, where it does not resolve. */
  type(type: Type, constraints: Constraints = {}): TreeMap {
    const { base, own } = this.bare(type, constraints);
    return extended(this.dialect, base, own.keywords);
  }

  /** The schema of a field or parameter, with what its declaration adds to the type. */
  place(place: TypedPlace, more: TreeMap = {}, description?: string, owner?: ElementId): TreeMap {
    const { base, own } = this.bare(place.type, place.constraints);
    let schema = extended(this.dialect, base, own.keywords);
    if (place.nullable) schema = nullable(this.dialect, schema, this.jsonType(place.type));
    const text = paragraphs(description, own.words.join(' '));
    return extended(this.dialect, schema, {
      ...compact({ description: text === '' ? undefined : text }),
      ...this.defaultOf(place, owner),
      ...more,
    });
  }

  /** An example of a type; undefined where none can be built. */
  example(
    type: Type,
    constraints: Constraints,
    hint: string,
    direction?: Direction,
  ): Tree | undefined {
    return exampleOf(this, type, constraints, hint, direction);
  }

  /** All components by name. `special` may write one in its own way (problem documents). */
  components(
    elements: readonly TypeElement[],
    special: (element: TypeElement) => TreeMap | undefined = () => undefined,
  ): TreeMap {
    return map(
      elements
        .filter((element) => this.names.has(element.id))
        .map(
          (element) =>
            [this.names.get(element.id)!, special(element) ?? this.component(element)] as const,
        )
        .sort((a, b) => byText(a[0], b[0])),
    );
  }

  /** The schema of one named type. */
  component(element: TypeElement): TreeMap {
    switch (element.kind) {
      case 'scalar': {
        // Scalars that stand for each other in a circle stand for nothing: any value.
        const circular = baseType(this.model, element.type).type.shape === 'unresolved';
        const type: Type = circular
          ? { shape: 'unresolved', path: element.name, span: element.nameSpan }
          : element.type;
        const place = { ...element, type, nullable: false };
        return { ...this.place(place, head(element), descriptionOf(element), element.id) };
      }
      case 'enum':
        return enumSchema(element);
      case 'union':
        return unionSchema(this, element);
      default:
        return { ...objectSchema(this, element), ...head(element) };
    }
  }

  private bare(type: Type, constraints: Constraints) {
    const resolved = baseType(this.model, type);
    return {
      base: this.shape(type, constraints),
      own: constraintKeywords(this, this.dialect, resolved, constraints),
    };
  }

  private shape(type: Type, constraints: Constraints): TreeMap {
    switch (type.shape) {
      case 'primitive':
        return primitiveKeywords(this, this.dialect, type.name, constraints);
      case 'named':
        return this.ref(type.target);
      case 'ref': {
        const identity = identityOf(this.model, type.target);
        if (!identity) return { type: 'string' };
        const { type: base } = baseType(this.model, type);
        return base.shape === 'unresolved' ? {} : this.type(identity.type, identity.constraints);
      }
      case 'list':
        return { type: 'array', items: this.type(type.item) };
      case 'set':
        return { type: 'array', items: this.item(type.item, type), uniqueItems: true };
      case 'map':
        return { type: 'object', additionalProperties: this.item(type.value, type) };
      default:
        return {};
    }
  }

  /** What a set or map holds. */
  private item(type: Type, { nullableItems }: { readonly nullableItems?: true }): TreeMap {
    const schema = this.type(type);
    return nullableItems ? nullable(this.dialect, schema, this.jsonType(type)) : schema;
  }

  private defaultOf(place: TypedPlace, owner: ElementId | undefined): TreeMap {
    if (!place.default) return {};
    const value = this.defaultValue(place, place.default);
    if (value !== undefined) return { default: value };
    // A place that cannot be null is told so by a rule; there is nothing that a contract leaves out.
    if (place.default.kind === 'null' && !place.nullable) return {};
    if (owner !== undefined) this.unfit(owner, 'default');
    return {};
  }

  /**
   * OpenAPI 3.0 lets a place take null that a reference describes, but the schema behind it does not,
   * and a default has to keep to both.
   */
  private defaultValue(place: TypedPlace, literal: Literal): Tree | undefined {
    if (literal.kind !== 'null') {
      return literalValue(this, place.type, place.constraints, literal);
    }
    return place.nullable && nullsAllowed(this.dialect, place.type) ? null : undefined;
  }

  /** Notes that a default or an example is left out. */
  unfit(element: ElementId, what: string): void {
    this.remarks.push({
      element,
      message: `Its ${what} does not fit its type and constraints, so the contract leaves it out.`,
    });
  }

  /** The JSON type below a type, where there is exactly one. */
  private jsonType(type: Type): string | undefined {
    const base = baseType(this.model, type).type;
    if (base.shape === 'named') {
      return typeElement(this.model, base.target)?.kind === 'enum' ? 'string' : 'object';
    }
    const schema = this.type(base);
    return typeof schema['type'] === 'string' ? schema['type'] : undefined;
  }
}
