import type { AstNode } from 'langium';
import type {
  Annotation as AnnotationNode,
  Field,
  Literal as LiteralNode,
} from '../../language/generated/ast.js';
import type { BlockKind } from '../../language/vocabulary/block-kind.js';
import { blocksTaking, membersOf } from '../../language/vocabulary/members.js';
import { blocksWith, propertiesOf } from '../../language/vocabulary/properties.js';
import type { PropertySpec } from '../../language/vocabulary/property-table.js';
import type { Literal, Percentage, Rate } from '../elements/literals.js';
import { none } from '../none.js';
import type { Span } from '../span.js';
import { unannotated } from './annotations.js';
import { memberKeyword } from './member-keyword.js';
import { misplaced, misplacedField } from './misplaced.js';
import { fits } from './property-fit.js';
import { isProperty, valuesOf, type PropertyNode } from './property-node.js';
import { PropertyValue } from './property-value.js';
import type { FileReader } from './reader.js';
import type { Statement } from './statement.js';

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

/** Values that are lists: what a block says of them at several places is one list. */
const lists: ReadonlySet<PropertySpec['value']> = new Set(['texts', 'words', 'names']);

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
  readonly label: string;

  /** @param label how the block is called in messages: `service OrderService` */
  constructor(reader: FileReader, kind: BlockKind, members: readonly AstNode[], label: string) {
    this.reader = reader;
    this.kind = kind;
    this.label = label;
    const specs = propertiesOf(kind);
    const allowed = allowedMembers(kind);
    let statements: Statement[] | undefined;
    const unread = reader.annotatedMembers;
    let annotations = unannotated;
    for (const node of members) {
      if (node.$type === 'Annotation') {
        annotations = [...annotations, node as AnnotationNode];
        continue;
      }
      if (isProperty(node)) {
        if (annotations.length > 0) unread.push(reader.statement(node, annotations));
        this.#addProperty(node, specs);
      } else if (allowed.has(memberKeyword(node))) {
        const statement = reader.statement(node, annotations);
        if (annotations.length > 0) unread.push(statement);
        (statements ??= []).push(statement);
      } else if (node.$type === 'Field') {
        misplacedField(reader, label, node as Field, specs, allowed);
      } else {
        const keyword = memberKeyword(node);
        misplaced(reader, this, keyword, node, blocksTaking(keyword));
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
      misplaced(this.reader, this, node.name, node, blocksWith(node.name));
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
    const values = nodes.length === 0 ? none : nodes.map((value) => this.#read(value, spec.value));
    if (!fits(this.reader, this.kind, spec, values, nodes)) return;
    if (before) before.add(values, nodes);
    else {
      this.#properties ??= [];
      this.#properties.push(new PropertyValue(this.reader, node, spec.name, values, nodes));
    }
  }

  /** A value; where a name stands, `true`, `false` and `null` are names like any other keyword. */
  #read(node: LiteralNode, wanted: PropertySpec['value']): Literal {
    const literal = this.reader.literal(node);
    if (wanted !== 'name' && wanted !== 'names') return literal;
    if (literal.kind === 'boolean') return { kind: 'name', value: String(literal.value) };
    return literal.kind === 'null' ? { kind: 'name', value: 'null' } : literal;
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
