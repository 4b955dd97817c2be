import type { AstNode } from 'langium';
import type { Name, Text } from '../../language/generated/ast.js';
import type { BlockKind } from '../../language/vocabulary.js';
import type { Element, ElementBase, ElementKind } from '../model.js';
import { Block } from './block.js';
import type { DraftContextBlock, DraftEdge, DraftElement } from './draft.js';
import type { FileReader, Statement } from './reader.js';

/** Collects what the builders find in one file. */
export interface Sink {
  readonly reader: FileReader;
  readonly elements: DraftElement[];
  readonly contexts: DraftContextBlock[];
  readonly edges: DraftEdge[];
}

/** The declaration that others stand in. `scope` is where names inside are looked up first. */
export interface Place {
  readonly id?: string;
  /** Prefix of the qualified names of what is declared here; empty at the top level. */
  readonly scope: string;
}

export const topLevel: Place = { scope: '' };

interface Declaration extends AstNode {
  readonly name: Name;
  readonly title?: Text;
  readonly lateTitle?: Text;
}

/** What every element has, read from its declaration. */
export function base<K extends ElementKind>(
  sink: Sink,
  kind: K,
  statement: Statement<Declaration>,
  place: Place,
): ElementBase & { readonly kind: K } {
  const { node, annotations, doc, span } = statement;
  const { reader } = sink;
  const name = node.name.text;
  const qualifiedName = place.scope === '' ? name : `${place.scope}.${name}`;
  const title = reader.text(node.title) ?? reader.text(node.lateTitle);
  return {
    kind,
    id: `${kind}:${qualifiedName}`,
    name,
    qualifiedName,
    ...(title === undefined ? {} : { title }),
    ...(doc === undefined ? {} : { doc }),
    span,
    nameSpan: reader.span(node.name),
    keywordStart: reader.span(node).start,
    ...(place.id === undefined ? {} : { parent: place.id }),
    ...reader.annotated(annotations),
  };
}

/** Reads the members of a declaration as a block of the given kind. */
export function block(
  sink: Sink,
  kind: BlockKind,
  members: readonly AstNode[],
  name: string,
): Block {
  return new Block(sink.reader, kind, members, name === '' ? kind : `${kind} \`${name}\``);
}

/** Properties without those that are undefined, so that the model has no empty keys. */
export function defined<T extends object>(
  properties: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) {
    if (value !== undefined) result[key] = value;
  }
  return result as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Adds an element whose references (if any) are still names. */
export function add(sink: Sink, element: object, rest: Omit<DraftElement, 'element'> = {}): void {
  // Kinds differ in dozens of properties; the builders are tested through the model they give.
  sink.elements.push({ element: element as Element, ...rest });
}
