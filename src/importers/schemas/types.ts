/** JSON schemas as types of the language: what stands in place, and what gets a name. */
import type { ContractStyle } from '../../contracts/config.js';
import { canonical } from '../../contracts/merge/place.js';
import { isMap } from '../../contracts/tree.js';
import { Names, typeName } from '../arch/names.js';
import type { Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import type { References } from '../references.js';
import { listType, mapType } from './collections.js';
import { stringValues } from './enums.js';
import { Fields } from './fields.js';
import { defaultOf, exampleOf } from './given-values.js';
import { needsName } from './needs-name.js';
import { numberPrimitive } from './primitives.js';
import { alternatives, isNull, isNullable, typesOf } from './shape.js';
import { otherValues, textType } from './text-type.js';
import { TypeNames, type Named } from './type-names.js';
import { typeStatement } from './type-statement.js';
import { json, type TypeUse } from './type-use.js';
import { takeWords } from './words.js';

/** A type that gets a declaration of its own. */
export interface DeclaredType {
  readonly name: string;
  /** Names of its owners from the context on; empty for the document's own context. */
  readonly owners: readonly string[];
  readonly statement: Statement;
}

/** How deep schemas may be written into each other. */
const deepest = 30;

export class Types {
  readonly references: References;
  readonly names = new Names();
  /** In the order in which they were met. */
  readonly declared: DeclaredType[] = [];
  private readonly schemaNames: TypeNames;
  /** Schemas without a name that say the same thing under the same name are one type. */
  private readonly inline = new Map<string, Named>();
  private readonly begun = new Set<string>();
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
    this.schemaNames = new TypeNames(this.names, home);
    this.style = style;
    this.fields = new Fields(this);
  }

  /** Gives the schemas of a section their names, before any of them is read. */
  reserve(section: DocumentNode | undefined): void {
    for (const [key, node] of section?.entries() ?? []) this.schemaNames.of(node, key);
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
        ...defaultOf(node, reference),
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
        ...defaultOf(node, use.type),
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
    constraints.push(...exampleOf(node, type.type));
    return { ...type, constraints, nullable, ...own, ...defaultOf(node, type.type) };
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
    if (needsName(node, this.references)) return plain(this.inlined(node, hint).reference);
    const types = typesOf(node);
    if (types.length > 1) {
      node.at('type')?.unsupported('Values of several types; any value stands here.');
      return json;
    }
    node.at('type')?.modelled();
    const [type] = types;
    switch (type ?? implied(node)) {
      case 'string':
        return textType(node);
      case 'integer':
      case 'number': {
        const { name, constraints } = numberPrimitive(node, type === 'integer', this.style);
        otherValues(node);
        return plain(name, constraints);
      }
      case 'boolean':
        return plain('boolean');
      case 'array':
        return listType(node, (item) => this.item(item, hint));
      case 'object':
        return mapType(node, (item) => this.item(item, hint));
      default:
        for (const keyword of ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'enum', 'const']) {
          node.at(keyword)?.unsupported('The language has no such type; any value stands here.');
        }
        if (types.length > 0) node.at('type')?.unsupported('There is no such type.');
        else if (Object.keys(node.value as object).length === 0) node.modelled();
        return json;
    }
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
    const named = this.schemaNames.of(target, key.replaceAll('~1', '/').replaceAll('~0', '~'));
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
    return this.schemaNames.of(schema, 'Type');
  }

  private declare(name: string, owners: readonly string[], statement: Statement): void {
    this.declared.push({ name, owners, statement });
  }

  private declareSchema(node: DocumentNode, name: string, owners: readonly string[]): void {
    // In its place before what it needs, as the document has it.
    const index = this.declared.length;
    this.declared.push({ name, owners, statement: { head: '' } });
    this.declared[index] = { name, owners, statement: typeStatement(this, this.fields, node, name) };
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
