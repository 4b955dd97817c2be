import type { AstNode } from 'langium';
import type { Annotation as AnnotationNode } from '../../language/generated/ast.js';
import type { Span } from '../span.js';
import type { FileReader } from './reader.js';

/** A member of a block with what stands before it. */
export interface Statement<T extends AstNode = AstNode> {
  readonly node: T;
  readonly annotations: readonly AnnotationNode[];
  readonly doc?: string;
  /** From its first annotation to its end. */
  readonly span: Span;
}

/** Works out its place when asked: the many that are properties never are. */
export class ReadStatement<T extends AstNode> implements Statement<T> {
  readonly node: T;
  readonly annotations: readonly AnnotationNode[];
  readonly doc: string | undefined;
  private readonly reader: FileReader;
  private readonly offset: number;
  private readonly end: number;

  constructor(
    reader: FileReader,
    node: T,
    annotations: readonly AnnotationNode[],
    doc: string | undefined,
    offset: number,
    end: number,
  ) {
    this.reader = reader;
    this.node = node;
    this.annotations = annotations;
    this.doc = doc;
    this.offset = offset;
    this.end = end;
  }

  get span(): Span {
    return this.reader.extentSpan({ offset: this.offset, end: this.end });
  }
}
