import type { AstNode } from 'langium';
import type {
  Annotation as AnnotationNode,
  Field,
  Flag,
  FlowProperty,
  ListProperty,
  Literal as LiteralNode,
  Property,
  ViewProperty,
} from '../../language/generated/ast.js';
import type { BlockKind } from '../../language/vocabulary/block-kind.js';
import { blocksTaking, membersOf } from '../../language/vocabulary/members.js';
import { blocksWith, propertiesOf } from '../../language/vocabulary/properties.js';
import type { PropertySpec } from '../../language/vocabulary/property-table.js';
import { closest } from '../../language/closest.js';
import { extentOf } from '../../language/extent-nodes.js';
import type { Literal, Percentage, Rate } from '../elements/literals.js';
import { none } from '../none.js';
import type { Span } from '../span.js';
import { PropertyValue } from './property-value.js';
import { unannotated, type FileReader } from './reader.js';
import type { Statement } from './statement.js';

type PropertyNode = Property | ListProperty | Flag | FlowProperty | ViewProperty;

const propertyTypes: ReadonlySet<string> = new Set<PropertyNode['$type']>([
  'Property',
  'ListProperty',
  'Flag',
  'FlowProperty',
  'ViewProperty',
]);

function valuesOf(node: PropertyNode): readonly LiteralNode[] {
  if ('values' in node) return node.values;
  return 'value' in node ? [node.value] : none;
}

function isProperty(node: AstNode): node is PropertyNode {
  return propertyTypes.has(node.$type);
}

/** Keyword under which the vocabulary knows a member that is no property. */
function memberKeyword(node: AstNode & { keyword?: string; type?: unknown }): string {
  const keyword = keywordByType[node.$type];
  return keyword ?? node.keyword ?? node.$type;
}

const keywordByType: Readonly<Record<string, string>> = {
  System: 'system',
  Domain: 'domain',
  Subdomain: 'subdomain',
  Team: 'team',
  Actor: 'actor',
  External: 'external',
  Broker: 'broker',
  Library: 'library',
  Context: 'context',
  ContextMap: 'contextmap',
  View: 'view',
  Flow: 'flow',
  Aggregate: 'aggregate',
  Entity: 'entity',
  ValueType: 'value',
  EnumType: 'enum',
  ScalarType: 'scalar',
  UnionType: 'union',
  EventType: 'event',
  CommandType: 'command',
  ErrorType: 'error',
  Service: 'service',
  Store: 'store',
  Api: 'api',
  RestOperation: 'operation',
  RpcOperation: 'operation',
  GraphqlOperation: 'operation',
  Slo: 'slo',
  Term: 'term',
  AuthProperty: 'auth',
  Field: 'field',
  Relation: 'relation',
  Selection: 'include',
  Step: 'step',
};

const allowedIn = new Map<BlockKind, ReadonlySet<string>>();

/** Keywords of the members that a block takes. */
function allowedMembers(kind: BlockKind): ReadonlySet<string> {
  let allowed = allowedIn.get(kind);
  if (!allowed) {
    allowed = new Set(membersOf(kind));
    allowedIn.set(kind, allowed);
  }
  return allowed;
}

/**
 * The members of one block, sorted into properties and statements. Members that do not belong
 * here become problems that say where they do, and are left out.
 */
export class Block {
  /** In the order of the text. A block has so few that looking through them is fastest. */
  #properties: PropertyValue[] | undefined;
  readonly statements: readonly Statement[];
  readonly kind: BlockKind;
  private readonly reader: FileReader;
  private readonly label: string;

  /** @param label how the block is called in messages: `service OrderService` */
  constructor(reader: FileReader, kind: BlockKind, members: readonly AstNode[], label: string) {
    this.reader = reader;
    this.kind = kind;
    this.label = label;
    const specs = propertiesOf(kind);
    const allowed = allowedMembers(kind);
    let statements: Statement[] | undefined;
    let annotations = unannotated;
    for (const node of members) {
      if (node.$type === 'Annotation') {
        annotations = [...annotations, node as AnnotationNode];
        continue;
      }
      if (isProperty(node)) this.#addProperty(node, specs);
      else if (allowed.has(memberKeyword(node))) {
        (statements ??= []).push(reader.statement(node, annotations));
      } else if (node.$type === 'Field') {
        this.#misplacedField(node as Field, specs, allowed);
      } else {
        this.#misplaced(memberKeyword(node), node, blocksTaking(memberKeyword(node)));
      }
      annotations = unannotated;
    }
    reader.loose(annotations);
    this.statements = statements ?? none;
  }

  /** Statements whose syntax node has this type. */
  of<T extends AstNode>(type: T['$type']): readonly Statement<T>[] {
    let found: Statement<T>[] | undefined;
    for (const statement of this.statements) {
      if (statement.node.$type === type) (found ??= []).push(statement as Statement<T>);
    }
    return found ?? none;
  }

  #addProperty(node: PropertyNode, specs: ReadonlyMap<string, PropertySpec>): void {
    const spec = specs.get(node.name);
    if (!spec) {
      this.#misplaced(node.name, node, blocksWith(node.name));
      return;
    }
    const nodes = valuesOf(node);
    const before = this.property(node.name);
    if (before && !lists.has(spec.value)) {
      const message = `\`${node.name}\` is given twice. Remove one of the two.`;
      this.reader.problem(message, this.reader.span(node), [
        { span: before.span, message: 'First given here.' },
      ]);
      return;
    }
    const values = nodes.length === 0 ? none : nodes.map((value) => this.reader.literal(value));
    if (!this.#fits(spec, values, nodes)) return;
    if (before) before.add(values, nodes);
    else {
      this.#properties ??= [];
      this.#properties.push(new PropertyValue(this.reader, node, spec.name, values, nodes));
    }
  }

  #fits(spec: PropertySpec, values: readonly Literal[], nodes: readonly LiteralNode[]): boolean {
    const expected = expectations[spec.value];
    if (!expected) return true;
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      const node = nodes[index];
      if (!value || !node) continue;
      if (!expected.kinds.includes(value.kind)) {
        this.reader.problem(`\`${spec.name}\` takes ${expected.text}.`, this.reader.span(node));
        return false;
      }
      if (spec.words && !spec.open && value.kind === 'name') {
        const what = `${spec.name} of ${articled(this.kind)}`;
        if (this.reader.oneOf(value.value, spec.words, what, node) === undefined) return false;
      }
    }
    return true;
  }

  #misplaced(keyword: string, node: AstNode, homes: readonly BlockKind[]): void {
    const { offset } = extentOf(node);
    const length = keywordLength(this.reader.sourceOf(node), keyword);
    const span = this.reader.extentSpan({ offset, end: offset + length });
    const where = homes.length > 0 ? ` It belongs in ${listed(homes.map(articled))}.` : '';
    const near = closest(keyword, propertiesOf(this.kind).keys(), 1)[0];
    const hint = near ? ` Did you mean \`${near}\`?` : '';
    this.reader.problem(`\`${keyword}\` has no place in ${this.label}.${where}${hint}`, span);
  }

  /** A field where none may stand; often a property with a colon, as in YAML. */
  #misplacedField(
    node: Field,
    specs: ReadonlyMap<string, PropertySpec>,
    members: ReadonlySet<string>,
  ): void {
    const name = node.name.text;
    const { offset } = extentOf(node.name);
    const { offset: end } = extentOf(node.type);
    if (specs.has(name) || members.has(name)) {
      const meant = `${name} ${this.reader.sourceOf(node.type)}`;
      const span = this.reader.extentSpan({ offset, end });
      const message = `\`${name}\` is a property, and properties have no colon: \`${meant}\`.`;
      const fix = { title: `Write \`${meant}\``, edits: [{ span, text: `${name} ` }] };
      this.reader.problem(message, span, [], [fix]);
      return;
    }
    const homes = listed(blocksTaking('field').map(articled));
    const message = `The field \`${name}\` has no place in ${this.label}. It belongs in ${homes}.`;
    this.reader.problem(message, this.reader.span(node.name));
  }

  property(name: string): PropertyValue | undefined {
    for (const property of this.#properties ?? none) if (property.name === name) return property;
    return undefined;
  }

  has(name: string): boolean {
    return this.property(name) !== undefined;
  }

  span(name: string): Span | undefined {
    return this.property(name)?.span;
  }

  /** Where each property stands. */
  get spans(): Record<string, Span> {
    const spans: Record<string, Span> = {};
    for (const { name, span } of this.#properties ?? none) spans[name] = span;
    return spans;
  }

  #value(name: string): Literal | undefined {
    return this.property(name)?.values[0];
  }

  /** Text or word of a property. */
  text(name: string): string | undefined {
    const value = this.#value(name);
    if (value?.kind === 'string' || value?.kind === 'name') return value.value;
    return value?.kind === 'number' ? value.text : undefined;
  }

  number(name: string): number | undefined {
    const value = this.#value(name);
    return value?.kind === 'number' ? value.value : undefined;
  }

  duration(name: string): number | undefined {
    const value = this.#value(name);
    return value?.kind === 'duration' ? value.value : undefined;
  }

  percent(name: string): Percentage | undefined {
    const value = this.#value(name);
    return value?.kind === 'percent' ? value.value : undefined;
  }

  rate(name: string): Rate | undefined {
    const value = this.#value(name);
    return value?.kind === 'rate' ? value.value : undefined;
  }

  /** A word of a closed list; the block has checked that it is one of them. */
  word<W extends string>(name: string): W | undefined {
    const value = this.#value(name);
    return value?.kind === 'name' ? (value.value as W) : undefined;
  }

  texts(name: string): readonly string[] {
    const values = this.property(name)?.values ?? none;
    if (values.length === 0) return none;
    return values.flatMap((value) =>
      value.kind === 'string' || value.kind === 'name' ? [value.value] : [],
    );
  }
}

/** Values that are lists: what a block says of them at several places is one list. */
const lists: ReadonlySet<PropertySpec['value']> = new Set(['texts', 'words', 'names']);

const expectations: Readonly<
  Partial<Record<PropertySpec['value'], { kinds: readonly Literal['kind'][]; text: string }>>
> = {
  text: { kinds: ['string'], text: 'a text in quotes' },
  word: { kinds: ['name'], text: 'a word' },
  name: { kinds: ['name'], text: 'a name' },
  number: { kinds: ['number'], text: 'a number' },
  duration: { kinds: ['duration'], text: 'a duration such as `300ms`, `2s` or `1d`' },
  percent: { kinds: ['percent'], text: 'a percentage such as `99.9%`' },
  rate: { kinds: ['rate'], text: 'a rate such as `100/s`' },
  version: { kinds: ['string', 'number'], text: 'a version such as `2` or `"1.2.0"`' },
  fallback: { kinds: ['string', 'name'], text: 'a text in quotes or the path of an operation' },
  texts: { kinds: ['string'], text: 'texts in quotes' },
  words: { kinds: ['name'], text: 'words' },
  names: { kinds: ['name'], text: 'names of fields' },
};

function keywordLength(source: string, keyword: string): number {
  return /^[A-Za-z_][\w-]*/.exec(source)?.[0].length ?? Math.min(source.length, keyword.length);
}

const blockNames: Readonly<Partial<Record<BlockKind, string>>> = {
  file: 'the top level of a file',
  call: 'the block of a `calls`',
  subscription: 'the block of a `subscribes`',
  handling: 'the block of a `handles`',
  slo: 'an `slo`',
  contextmap: 'a context map',
};

function articled(kind: BlockKind): string {
  return blockNames[kind] ?? (/^[aeio]/.test(kind) ? `an ${kind}` : `a ${kind}`);
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, 4);
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} or ${last}` : last;
}
