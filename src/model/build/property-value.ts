import type { AstNode } from 'langium';
import type { Literal as LiteralNode } from '../../language/generated/ast.js';
import type { Literal } from '../elements/literals.js';
import type { Span } from '../span.js';
import type { FileReader } from './reader.js';

/** A property as written: its values, none for a flag. */
export class PropertyValue {
  readonly name: string;
  #values: readonly Literal[];
  #nodes: readonly LiteralNode[];
  private readonly reader: FileReader;
  private readonly node: AstNode;

  constructor(
    reader: FileReader,
    node: AstNode,
    name: string,
    values: readonly Literal[],
    nodes: readonly LiteralNode[],
  ) {
    this.reader = reader;
    this.node = node;
    this.name = name;
    this.#values = values;
    this.#nodes = nodes;
  }

  get values(): readonly Literal[] {
    return this.#values;
  }

  get nodes(): readonly LiteralNode[] {
    return this.#nodes;
  }

  /** Takes further values of a list, which its block may give at several places. */
  add(values: readonly Literal[], nodes: readonly LiteralNode[]): void {
    this.#values = [...this.#values, ...values];
    this.#nodes = [...this.#nodes, ...nodes];
  }

  /** Where the whole of it stands, or the first of several; worked out when asked, as that of most is not. */
  get span(): Span {
    return this.reader.span(this.node);
  }
}
