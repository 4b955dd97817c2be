/** JSON schemas as types of the language: what stands in place, and what gets a name. */
import type { ContractStyle } from '../../contracts/config.js';
import { canonical } from '../../contracts/merge/place.js';
import { isList, isMap } from '../../contracts/tree.js';
import { archIdentity } from '../arch/identity.js';
import { quote, titled } from '../arch/literals.js';
import { reference as referenceTo } from '../arch/references.js';
import { Names, typeName } from '../arch/names.js';
import type { Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import type { References } from '../references.js';
import { enumStatement, isEnum, stringValues } from './enums.js';
import { Fields } from './fields.js';
import { count, numberPrimitive, stringPrimitive } from './primitives.js';
import { alternatives, hasProperties, isNull, isNullable, partsOf, typesOf } from './shape.js';
import { inParentheses, valueLiteral } from './spelling.js';
import { takeWords } from './words.js';

/** A type where it is used. */
export interface TypeUse {
  readonly type: string;
  readonly nullable: boolean;
  readonly constraints: readonly string[];
  readonly default?: string | undefined;
  readonly doc?: string | undefined;
}

/** A type that gets a declaration of its own. */
export interface DeclaredType {
  readonly name: string;
  /** Names of its owners from the context on; empty for the document's own context. */
  readonly owners: readonly string[];
  readonly statement: Statement;
}

export const json: TypeUse = { type: 'json', nullable: false, constraints: [] };

/** How deep schemas may be written into each other. */
const deepest = 30;

interface Named {
  readonly reference: string;
  readonly nullable: boolean;
}

export class Types {
  readonly references: References;
  readonly names = new Names();
  /** In the order in which they were met. */
  readonly declared: DeclaredType[] = [];
  private readonly known = new Map<string, Named>();
  /** Schemas without a name that say the same thing under the same name are one type. */
  private readonly inline = new Map<string, Named>();
  private readonly begun = new Set<string>();
  private readonly home: string | undefined;
  private readonly style: Partial<ContractStyle>;
  private readonly fields: Fields;
  private depth = 0;

  /**
   * @param home the context of the document, where it says so itself
   * @param style how the document writes decimals and large integers
   */
  constructor(
    references: References,
    home: string | undefined,
    style: Partial<ContractStyle> = {},
  ) {
    this.references = references;
    this.home = home;
    this.style = style;
    this.fields = new Fields(this);
  }

  /** Gives the schemas of a section their names, before any of them is read. */
  reserve(section: DocumentNode | undefined): void {
    for (const [key, node] of section?.entries() ?? []) this.nameOf(node, key);
  }

  /** Declares the schemas of a section that nothing has referred to yet. */
  declareAll(
    section: DocumentNode | undefined,
    isDone: (node: DocumentNode) => boolean = () => false,
  ): void {
    for (const [key, node] of section?.entries() ?? []) if (!isDone(node)) this.named(node, key);
  }

  /** The type of a schema. `hint` names what needs a name and has none. */
  use(node: DocumentNode, hint: string): TypeUse {
    if (this.depth >= deepest) {
      node.unsupported('Schemas are written into each other too deeply; any value stands here.');
      return json;
    }
    this.depth++;
    try {
      return this.read(node, hint);
    } finally {
      this.depth--;
    }
  }

  private read(node: DocumentNode, hint: string): TypeUse {
    if (!isMap(node.value)) {
      if (node.value === true) node.modelled();
      else node.unsupported('This is no schema; any value stands here.');
      return json;
    }
    const doc = takeWords(node.text('description'));
    const own = { doc: doc.text, default: undefined as string | undefined };
    if (node.at('$ref')) {
      const target = this.references.follow(node);
      if (!target) return { ...json, ...own };
      const { reference, nullable } = this.named(target, hint);
      const { constraints } = doc;
      return {
        type: reference,
        nullable,
        constraints,
        ...own,
        ...this.defaultOf(node, reference),
      };
    }
    const nullable = isNullable(node);
    const single = this.wrapped(node);
    if (single) {
      const use = this.use(single, hint);
      return {
        ...use,
        nullable: nullable || use.nullable,
        constraints: [...use.constraints, ...doc.constraints],
        doc: doc.text ?? use.doc,
        ...this.defaultOf(node, use.type),
      };
    }
    const type = this.shape(node, hint);
    const constraints = [...type.constraints];
    for (const one of doc.constraints) {
      const [name] = one.split(' ');
      const at = constraints.findIndex((other) => other.startsWith(`${name!} `));
      if (at >= 0) constraints[at] = one;
      else constraints.push(one);
    }
    constraints.push(...this.exampleOf(node, type.type));
    return { ...type, constraints, nullable, ...own, ...this.defaultOf(node, type.type) };
  }

  /** The only schema inside of `allOf`, or beside null inside of `oneOf`, where nothing else counts. */
  private wrapped(node: DocumentNode): DocumentNode | undefined {
    if (node.at('properties')) return undefined;
    const all = node.at('allOf')?.items();
    if (all?.length === 1) return all[0];
    const some = alternatives(node).filter((one) => !isNull(one));
    if (some.length !== 1 || all) return undefined;
    for (const one of alternatives(node)) if (isNull(one)) one.modelled();
    return some[0];
  }

  private shape(node: DocumentNode, hint: string): TypeUse {
    const plain = (type: string, constraints: readonly string[] = []): TypeUse => ({
      type,
      nullable: false,
      constraints,
    });
    if (this.needsName(node)) return plain(this.inlined(node, hint).reference);
    const types = typesOf(node);
    if (types.length > 1) {
      node.at('type')?.unsupported('Values of several types; any value stands here.');
      return json;
    }
    node.at('type')?.modelled();
    const [type] = types;
    switch (type ?? implied(node)) {
      case 'string':
        return this.text(node);
      case 'integer':
      case 'number': {
        const { name, constraints } = numberPrimitive(node, type === 'integer', this.style);
        this.otherValues(node);
        return plain(name, constraints);
      }
      case 'boolean':
        return plain('boolean');
      case 'array':
        return this.list(node, hint);
      case 'object':
        return this.map(node, hint);
      default:
        for (const keyword of ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'enum', 'const']) {
          node.at(keyword)?.unsupported('The language has no such type; any value stands here.');
        }
        if (types.length > 0) node.at('type')?.unsupported('There is no such type.');
        else if (Object.keys(node.value as object).length === 0) node.modelled();
        return json;
    }
  }

  private text(node: DocumentNode): TypeUse {
    const { name, constraints } = stringPrimitive(node);
    const values = stringValues(node);
    if (!values) {
      this.otherValues(node);
      return { type: name, nullable: false, constraints };
    }
    const given = node.at('enum') ?? node.at('const') ?? node.at('x-extensible-enum');
    given?.unsupported('These values are no names of the language; a pattern lists them instead.');
    const pattern = `^(?:${values.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})$`;
    const own = pattern.length > 2000 ? [] : [`pattern ${quote(pattern)}`];
    return {
      type: 'string',
      nullable: false,
      constraints: [...constraints.filter((one) => !one.startsWith('pattern ')), ...own],
    };
  }

  private otherValues(node: DocumentNode): void {
    for (const keyword of ['enum', 'const'] as const) {
      node.at(keyword)?.unsupported('The language lists values of texts only.');
    }
  }

  private list(node: DocumentNode, hint: string): TypeUse {
    const items = node.at('items');
    if (node.at('prefixItems') ?? (items && isList(items.value))) {
      (node.at('prefixItems') ?? items)?.unsupported('Lists have items of one type.');
    }
    const isTyped = items !== undefined && !isList(items.value);
    const item = isTyped ? this.item(items, hint) : 'json';
    const unique = node.flag('uniqueItems');
    const [least, most] = [count(node.number('minItems')), count(node.number('maxItems'))];
    return {
      type: unique ? `set<${item}>` : `${item}[]`,
      nullable: false,
      constraints: [
        ...(least === undefined ? [] : [`min ${String(least)}`]),
        ...(most === undefined ? [] : [`max ${String(most)}`]),
      ],
    };
  }

  private map(node: DocumentNode, hint: string): TypeUse {
    const values = node.at('additionalProperties');
    const isTyped = values && isMap(values.value) && Object.keys(values.value).length > 0;
    if (!isTyped) values?.modelled();
    const item = isTyped ? this.item(values, hint) : 'json';
    const [least, most] = [count(node.number('minProperties')), count(node.number('maxProperties'))];
    return {
      type: `map<string, ${item}>`,
      nullable: false,
      constraints: [
        ...(least === undefined ? [] : [`min ${String(least)}`]),
        ...(most === undefined ? [] : [`max ${String(most)}`]),
      ],
    };
  }

  /** The type of an item: with constraints of its own it needs a name, for the list has its own. */
  private item(node: DocumentNode, hint: string): string {
    const use = this.use(node, `${hint}Item`);
    if (use.nullable) node.unsupported('Items of lists and maps are never null.');
    const constraints = use.constraints.filter((one) => !one.startsWith('example '));
    if (constraints.length === 0) return use.type;
    const key = `scalar ${use.type} ${constraints.join()} ${hint}`;
    const known = this.inline.get(key);
    if (known) return known.reference;
    const name = this.names.take(typeName(`${hint}Item`, 'Item'));
    this.inline.set(key, { reference: name, nullable: false });
    this.declare(name, [], {
      doc: use.doc,
      head: `scalar ${name} = ${use.type} (${constraints.join(', ')})`,
    });
    return name;
  }

  /** Enums, unions and objects with properties have names in the language. */
  private needsName(node: DocumentNode): boolean {
    return isEnum(node) || this.isUnion(node) || hasProperties(node, this.references);
  }

  private isUnion(node: DocumentNode): boolean {
    const members = alternatives(node).filter((one) => !isNull(one));
    return (
      members.length > 1 &&
      !node.at('properties') &&
      members.every((one) => {
        const target = this.references.follow(one);
        return target !== undefined && !isEnum(target) && hasProperties(target, this.references);
      })
    );
  }

  private inlined(node: DocumentNode, hint: string): Named {
    const wanted = typeName(hint, 'Type');
    const key = `${wanted} ${canonical(node.value)}`;
    const known = this.inline.get(key);
    if (known) return known;
    const name = this.names.take(wanted);
    const named = { reference: name, nullable: false };
    this.inline.set(key, named);
    this.declareSchema(node, name, []);
    return named;
  }

  /** A schema that others refer to, declared at the first reference. */
  named(target: DocumentNode, hint: string): Named {
    const last = target.pointer.split('/').at(-1) ?? '';
    const key = last === '' || /^\d+$|^(?:schema|items)$/.test(last) ? hint : last;
    const named = this.nameOf(target, key.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!this.begun.has(target.key)) {
      this.begun.add(target.key);
      const { owners, name } = named;
      this.declareSchema(target, name, owners);
    }
    return named;
  }

  /** How a schema of our own contracts is called, for those who declare it themselves. */
  own(schema: DocumentNode): Named {
    this.begun.add(schema.key);
    return this.nameOf(schema, 'Type');
  }

  private nameOf(
    node: DocumentNode,
    key: string,
  ): Named & { readonly name: string; readonly owners: readonly string[] } {
    const known = this.known.get(node.key) as
      (Named & { readonly name: string; readonly owners: readonly string[] }) | undefined;
    if (known) return known;
    const identity = isMap(node.value) ? archIdentity(node) : undefined;
    const nullable = isMap(node.value) && isNullable(node);
    const owners = identity?.path.slice(0, -1) ?? [];
    const own = identity?.path.at(-1);
    const isHome = owners.length === 0 || owners[0] === this.home;
    // Two types of one simple name, in aggregates say, are told apart by their paths.
    const isFree = own === undefined || !this.names.has(own);
    const name = own ?? this.names.take(typeName(key, 'Type'));
    if (own !== undefined && isHome && isFree) this.names.take(own);
    const inside = isFree ? name : [...owners.slice(1), name].join('.');
    const reference = owners.length === 0 ? name : referenceTo([...owners, name], inside);
    const named = { reference, nullable, name, owners };
    this.known.set(node.key, named);
    return named;
  }

  private declare(name: string, owners: readonly string[], statement: Statement): void {
    this.declared.push({ name, owners, statement });
  }

  private declareSchema(node: DocumentNode, name: string, owners: readonly string[]): void {
    // In its place before what it needs, as the document has it.
    const index = this.declared.length;
    this.declared.push({ name, owners, statement: { head: '' } });
    this.declared[index] = { name, owners, statement: this.statement(node, name) };
  }

  private statement(node: DocumentNode, name: string): Statement {
    if (!isMap(node.value)) {
      node.unsupported('This is no schema; any value stands here.');
      return { head: `scalar ${name} = json` };
    }
    const annotations = this.annotations(node);
    if (isEnum(node)) return enumStatement(node, name, annotations);
    if (this.isUnion(node)) {
      const members = alternatives(node)
        .filter((one) => !isNull(one))
        .map((one, index) => this.use(one, `${name}${String(index + 1)}`).type);
      const property = node.at('discriminator')?.at('propertyName');
      if (property?.value === 'type') property.modelled();
      else property?.unsupported('The model tells the members of a union apart by `type`.');
      return {
        doc: node.text('description'),
        annotations,
        head: `union ${titled(name, node.text('title'))} = ${[...new Set(members)].join(' | ')}`,
      };
    }
    if (hasProperties(node, this.references) && !node.at('$ref')) {
      const parts = partsOf(node, this.references);
      const kind = archIdentity(node)?.kind;
      const keyword = kind === 'entity' || kind === 'event' || kind === 'command' ? kind : 'value';
      node.at('type')?.modelled();
      return {
        doc: node.text('description'),
        annotations,
        head: `${keyword} ${titled(name, node.text('title'))}`,
        members: this.fields.read(parts, name, keyword === 'entity'),
      };
    }
    const title = node.text('title');
    const use = this.use(node, `${name}Value`);
    return {
      doc: use.doc,
      annotations,
      head: `scalar ${titled(name, title)} = ${use.type}${inParentheses(use.constraints)}`,
    };
  }

  annotations(node: DocumentNode): string[] {
    if (!node.flag('deprecated')) return [];
    const sunset = node.text('x-sunset');
    return sunset !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(sunset)
      ? [`@deprecated(sunset: ${sunset})`]
      : ['@deprecated'];
  }

  private defaultOf(node: DocumentNode, type: string): { default?: string } {
    const value = node.at('default');
    const text = value && value.value !== null ? valueLiteral(value.value, type) : undefined;
    if (text === undefined) return {};
    value!.modelled();
    return { default: text };
  }

  /** The first example that stands at a node, as a constraint. */
  exampleOf(node: DocumentNode, type: string): string[] {
    const example = node.at('example') ?? node.at('examples')?.items()[0];
    const value = example?.value;
    if (value === undefined || value === null || typeof value === 'object') return [];
    const text = valueLiteral(value, type);
    if (text === undefined || text.length > 200) return [];
    example!.modelled();
    return [`example ${text}`];
  }
}

/** The type of a schema that does not say it. */
function implied(node: DocumentNode): string | undefined {
  if (node.at('items')) return 'array';
  if (node.at('additionalProperties')) return 'object';
  if (node.at('pattern') ?? node.at('minLength') ?? node.at('maxLength')) return 'string';
  if (node.at('minimum') ?? node.at('maximum')) return 'number';
  return stringValues(node) ? 'string' : undefined;
}
