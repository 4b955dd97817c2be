import type { AstNode } from 'langium';
import type { Literal as LiteralNode } from '../../language/generated/ast.js';
import type { Literal } from '../elements/literals.js';
import type { Span } from '../span.js';
import type { FileReader } from './reader.js';

/** A property as written: its values, none for a flag. */
export class PropertyValue {
  readonly name: string;
  readonly values: readonly Literal[];
  readonly nodes: readonly LiteralNode[];
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
    this.values = values;
    this.nodes = nodes;
  }

  /** Where the whole of it stands; worked out when asked, as that of most is not. */
  get span(): Span {
    return this.reader.span(this.node);
  }
}
