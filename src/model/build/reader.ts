import type { AstNode } from 'langium';
import { closest } from '../../language/closest.js';
import { extentOf, type NodeExtent } from '../../language/extent-nodes.js';
import type {
  Annotation as AnnotationNode,
  Literal as LiteralNode,
  Member,
  Path,
  Text,
  Word,
} from '../../language/generated/ast.js';
import { docComment } from '../../language/doc-comment.js';
import {
  durationLiteral,
  isDate,
  percentLiteral,
  rateLiteral,
  textLiteral,
} from '../../language/literals.js';
import type { ParsedText } from '../../language/parsed-text.js';
import type { Annotated, AnnotatedPlace } from '../elements/annotations.js';
import type { Literal } from '../elements/literals.js';
import type { Problem } from '../problem.js';
import { none } from '../none.js';
import type { Position, Span } from '../span.js';
import type { Ref } from './draft.js';
import { Lines } from './lines.js';
import { ReadStatement, type Statement } from './statement.js';

/**
 * Reads one parsed text: places, documentation, literals, annotations. What it finds wrong is
 * collected in `problems`.
 */
export class FileReader {
  readonly problems: Problem[] = [];
  /** Paths of the references that were read. */
  readonly paths: string[] = [];
  /** Whether an annotation was read. */
  isAnnotated = false;
  /** What annotations say that were read. */
  readonly annotated = new Map<readonly AnnotationNode[], Annotated>();
  /** Members of blocks with annotations, in the order of the text. */
  readonly annotatedMembers: Statement[] = [];
  /** What is annotated and neither an element nor an edge. */
  readonly places: AnnotatedPlace[] = [];
  /** Places of what the parser has found wrong. */
  #told: ReadonlySet<string> = new Set();
  readonly #lines: Lines;
  readonly #docs = new Map<number, string>();
  readonly file: string;
  private readonly parsed: ParsedText;

  constructor(file: string, parsed: ParsedText) {
    this.file = file;
    this.parsed = parsed;
    this.#lines = new Lines(parsed.text);
    this.#collectDocs();
    for (const { message, offset, end, fix } of parsed.problems) {
      const span = this.extentSpan({ offset, end });
      this.problem(message, span, [], fix && [replacing(span, fix.text, fix.title)]);
    }
    this.#told = new Set(this.problems.map(({ span }) => placeOf(span)));
  }

  get members(): readonly Member[] {
    const [first, ...others] = this.parsed.documents;
    if (first && others.length === 0) return first.members;
    return this.parsed.documents.flatMap((document) => document.members);
  }

  position(offset: number): Position {
    return this.#lines.position(offset);
  }

  extentSpan({ offset, end }: NodeExtent): Span {
    return { file: this.file, start: this.position(offset), end: this.position(end) };
  }

  /** The text that a node stands for. */
  sourceOf(node: AstNode): string {
    const { offset, end } = extentOf(node);
    return this.parsed.text.slice(offset, end);
  }

  /** Where a node begins. */
  start(node: AstNode): Position {
    return this.position(extentOf(node).offset);
  }

  span(node: AstNode): Span {
    return this.extentSpan(extentOf(node));
  }

  /** Notes what is wrong, unless the parser has found something at the same place already. */
  problem(
    message: string,
    span: Span,
    related: Problem['related'] = [],
    fixes?: Problem['fixes'],
  ): void {
    if (this.#told.size > 0 && this.#told.has(placeOf(span))) return;
    this.problems.push({ message, span, related, ...(fixes && { fixes }) });
  }

  /** A member of a block with the annotations before it and its documentation attached. */
  statement<T extends AstNode>(node: T, annotations: readonly AnnotationNode[]): Statement<T> {
    const own = extentOf(node);
    const first = annotations[0] ? extentOf(annotations[0]) : own;
    let doc = this.#docs.get(own.offset);
    for (const annotation of annotations) doc ??= this.#docs.get(extentOf(annotation).offset);
    return new ReadStatement(this, node, annotations, doc, first.offset, own.end);
  }

  /** Says of annotations that nothing follows. */
  loose(annotations: readonly AnnotationNode[]): void {
    for (const annotation of annotations) {
      this.problem(
        'This annotation stands before nothing. Put it before what it annotates.',
        this.span(annotation),
      );
    }
  }

  docOf(node: AstNode): string | undefined {
    return this.#docs.get(extentOf(node).offset);
  }

  /** Documentation by the offset of the token that it stands before. */
  #collectDocs(): void {
    for (const { source, before } of this.parsed.docs) {
      const text = docComment(source);
      if (text !== '') this.#docs.set(before, text);
    }
  }

  text(node: Text | undefined): string | undefined {
    return node === undefined ? undefined : this.textAt(node.value, node);
  }

  textAt(source: string, node: AstNode): string {
    const { value, problems } = textLiteral(source);
    for (const { message, offset, length } of problems) {
      const start = extentOf(node).offset + offset;
      this.problem(message, this.extentSpan({ offset: start, end: start + length }));
    }
    return value;
  }

  /** The value of a literal. Only names, texts and numbers can be wrong, and say so. */
  literal(node: LiteralNode): Literal {
    switch (node.$type) {
      case 'StringLiteral':
        return { kind: 'string', value: this.textAt(node.value, node) };
      case 'NumberLiteral':
        return { kind: 'number', value: Number(node.value), text: node.value };
      case 'PercentLiteral':
        return { kind: 'percent', value: percentLiteral(node.value) };
      case 'DurationLiteral':
        return { kind: 'duration', value: durationLiteral(node.value), text: node.value };
      case 'RateLiteral':
        return {
          kind: 'rate',
          value: { perSecond: rateLiteral(node.value), text: node.value },
        };
      case 'DateLiteral':
        if (!isDate(node.value)) {
          this.problem(`\`${node.value}\` is no day of the calendar.`, this.span(node));
        }
        return { kind: 'date', value: node.value };
      case 'BooleanLiteral':
        return { kind: 'boolean', value: node.value === 'true' };
      case 'NullLiteral':
        return { kind: 'null' };
      case 'ListLiteral':
        return { kind: 'list', items: node.items.map((item) => this.literal(item)) };
      case 'WordLiteral':
      case 'PathLiteral':
        return { kind: 'name', value: compact(node.value) };
    }
  }

  ref(node: Path, expected: Ref['expected'], scope: string, owner: string): Ref {
    return this.refAt(compact(node.text), this.span(node), expected, scope, owner);
  }

  refs(nodes: readonly Path[], expected: Ref['expected'], scope: string, owner: string) {
    return nodes.length === 0 ? none : nodes.map((node) => this.ref(node, expected, scope, owner));
  }

  refAt(path: string, span: Span, expected: Ref['expected'], scope: string, owner: string): Ref {
    this.paths.push(path);
    return { path, span, expected, scope, owner };
  }

  /** `word` if it is one of `allowed`, else undefined and a problem that names them. */
  oneOf<W extends string>(
    word: string,
    allowed: readonly W[],
    what: string,
    node: AstNode,
  ): W | undefined {
    if ((allowed as readonly string[]).includes(word)) return word as W;
    const near = closest(word, allowed, 1)[0];
    const hint = near ? ` Did you mean \`${near}\`?` : ` It is one of ${allowed.join(', ')}.`;
    const span = this.span(node);
    const fixes = (near ? [near] : allowed).map((right) => replacing(span, right));
    this.problem(`\`${word}\` is no ${what}.${hint}`, span, [], fixes);
    return undefined;
  }

  word(node: Word): string {
    return node.text;
  }
}

function placeOf({ start: { line, column } }: Span): string {
  return `${String(line)}:${String(column)}`;
}

/** A path without the white space that may stand between its parts. */
export function compact(path: string): string {
  return /\s/.test(path) ? path.replaceAll(/\s+/g, '') : path;
}

function replacing(span: Span, text: string, title = `Change to \`${text}\``) {
  return { title, edits: [{ span, text }] };
}
