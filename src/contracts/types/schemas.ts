/** Types of the model as JSON schemas, with the named ones as components of one document. */
import type { Enum, Field } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Literal } from '../../model/elements/literals.js';
import type { Constraints, Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import type { ContractStyle } from '../config.js';
import type { ContractRemark } from '../document.js';
import { markdown, paragraphs } from '../text/markdown.js';
import { byText, compact, map, type Tree, type TreeMap } from '../tree.js';
import { constraintKeywords, primitiveKeywords } from './constraints.js';
import { constant, extended, nullable, withExample, type Dialect } from './dialect.js';
import { exampleOf, travels } from './example.js';
import { literalValue } from './literal.js';
import { baseType, fieldsOf, identityOf, typeElement } from './resolve.js';
import { wireNames, type Direction, type TypeSettings } from './settings.js';
import {
  discriminatorOf,
  discriminatorsOf,
  discriminatorText,
  tagOf,
  unionMembers,
} from './union.js';

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
  private readonly directions: Readonly<Partial<Record<Direction, ReadonlySet<ElementId>>>>;

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
        return { ...this.place(place, this.head(element), this.describe(element), element.id) };
      }
      case 'enum':
        return this.enum(element);
      case 'union':
        return this.union(
          element.id,
          unionMembers(this.model, element),
          discriminatorOf(this.model, element),
        );
      default:
        return { ...this.object(element), ...this.head(element) };
    }
  }

  /** Properties and `required` of a type with fields, its discriminators among them. */
  object(element: TypeElement): TreeMap {
    const names = wireNames(this, element);
    const tags = discriminatorsOf(this.model, element.id);
    const fields = fieldsOf(element) ?? [];
    const properties = [
      ...tags.map(
        (tag) =>
          [
            tag,
            {
              ...constant(this.dialect, tagOf(this.model, element)),
              description: discriminatorText,
            },
          ] as const,
      ),
      ...fields.map((field) => [names.get(field.name)!, this.field(field)] as const),
    ];
    const required = [
      ...tags,
      ...fields
        .filter((field) => !field.optional && this.alwaysTravels(element, field))
        .map((field) => names.get(field.name)!),
    ];
    return compact({
      type: 'object',
      description: this.describe(element),
      required: required.length === 0 ? undefined : [...new Set(required)],
      properties: properties.length === 0 ? undefined : map(properties),
    });
  }

  /**
   * Whether a field is there in every direction that its type goes. OpenAPI lets `required` count
   * for one direction only; validators that know nothing of directions would refuse the other.
   */
  private alwaysTravels(element: TypeElement, field: Field): boolean {
    return (['request', 'response'] as const).every(
      (direction) => travels(field, direction) || !this.directions[direction]?.has(element.id),
    );
  }

  field(field: Field): TreeMap {
    const example = field.constraints.example;
    const given = example && literalValue(this, field.type, field.constraints, example);
    if (example && given === undefined) this.unfit(field.id, 'example');
    return this.place(
      field,
      {
        ...withExample(this.dialect, given),
        ...compact({
          readOnly: field.readOnly ? true : undefined,
          writeOnly: field.writeOnly && !field.readOnly ? true : undefined,
          deprecated: field.deprecated ? true : undefined,
          'x-sunset': field.deprecated?.sunset,
          'x-pii': field.pii ? true : undefined,
          'x-sensitive': field.sensitive ? true : undefined,
        }),
      },
      this.describeField(field),
      field.id,
    );
  }

  describe(element: { readonly doc?: string; readonly title?: string }): string | undefined {
    const text = element.doc ?? element.title;
    return text === undefined ? undefined : markdown(text) || undefined;
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
        return { type: 'array', items: this.type(type.item), uniqueItems: true };
      case 'map':
        return { type: 'object', additionalProperties: this.type(type.value) };
      default:
        return {};
    }
  }

  private enum(element: Enum): TreeMap {
    const values = element.values.map((value) => value.name);
    const notes = element.values.flatMap((value) => {
      const text = [
        value.doc,
        value.deprecated &&
          `Deprecated${value.deprecated.replacement ? `: ${value.deprecated.replacement}` : ''}.`,
      ]
        .filter((part) => part !== undefined)
        .join(' ');
      return text === '' ? [] : [`- \`${value.name}\`: ${markdown(text).replaceAll('\n', ' ')}`];
    });
    const open = element.open ? 'Consumers must accept values that are not listed.' : undefined;
    const description = paragraphs(this.describe(element), open, notes.join('\n'));
    return {
      type: 'string',
      ...compact({
        description: description === '' ? undefined : description,
        enum: element.open || values.length === 0 ? undefined : [...new Set(values)],
        'x-extensible-enum': element.open ? [...new Set(values)] : undefined,
      }),
      ...this.head(element),
    };
  }

  private union(id: ElementId, members: readonly TypeElement[], property: string): TreeMap {
    const element = typeElement(this.model, id)!;
    const named = members.filter((member) => this.names.has(member.id));
    const mapping = map(
      named.map(
        (member) => [tagOf(this.model, member), String(this.ref(member.id)['$ref'])] as const,
      ),
    );
    return {
      ...compact({
        description: this.describe(element),
        type: this.dialect.discriminator === 'name' ? 'object' : undefined,
        oneOf: named.length === 0 ? undefined : named.map((member) => this.ref(member.id)),
        discriminator:
          named.length === 0 || this.dialect.discriminator === 'none'
            ? undefined
            : this.dialect.discriminator === 'name'
              ? property
              : { propertyName: property, mapping },
      }),
      ...this.head(element),
    };
  }

  /** The way back to the model, and deprecation. */
  head(element: TypeElement): TreeMap {
    return compact({
      title: element.title,
      deprecated: element.deprecated ? true : undefined,
      'x-sunset': element.deprecated?.sunset,
      'x-arch-id': element.id,
      'x-arch-kind': element.kind,
    });
  }

  private describeField(field: Field): string | undefined {
    const replacement = field.deprecated?.replacement;
    const text = paragraphs(this.describe(field), replacement && `Deprecated: ${replacement}.`);
    return text === '' ? undefined : text;
  }

  private defaultOf(place: TypedPlace, owner: ElementId | undefined): TreeMap {
    if (!place.default) return {};
    if (place.default.kind === 'null') return place.nullable ? { default: null } : {};
    const value = literalValue(this, place.type, place.constraints, place.default);
    if (value !== undefined) return { default: value };
    if (owner !== undefined) this.unfit(owner, 'default');
    return {};
  }

  private unfit(element: ElementId, what: string): void {
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
