import type { AstNode } from 'langium';
import type { Name, Text } from '../../language/generated/ast.js';
import type { BlockKind } from '../../language/vocabulary/block-kind.js';
import type { ElementBase } from '../elements/base.js';
import type { Element } from '../elements/element.js';
import type { ElementKind } from '../elements/identity.js';
import { annotatedBy } from './annotations.js';
import { Block } from './block.js';
import { contextId } from './context-id.js';
import type { DraftContextBlock, DraftEdge, DraftElement } from './draft.js';
import { flat } from './flat.js';
import type { FileReader } from './reader.js';
import type { Statement } from './statement.js';

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
  const qualifiedName = place.scope === '' ? name : flat(`${place.scope}.${name}`);
  const title = reader.text(node.title) ?? reader.text(node.lateTitle);
  const annotated = annotatedBy(reader, annotations);
  return {
    kind,
    id: kind === 'context' ? contextId(name) : flat(`${kind}:${qualifiedName}`),
    name,
    qualifiedName,
    title,
    doc,
    span,
    nameSpan: reader.span(node.name),
    keywordStart: reader.start(node),
    parent: place.id,
    annotations: annotated.annotations,
    tags: annotated.tags,
    links: annotated.links,
    accepts: annotated.accepts,
    deprecated: annotated.deprecated,
    stability: annotated.stability,
    renamedFrom: annotated.renamedFrom,
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

/**
 * Adds an element: what every element has (`base`), what its kind adds, and what of it are still
 * names. A property that is absent, or that names will fill, stands there as undefined: objects of
 * one shape are made and read many times faster. For the same reason `own` is not spread behind
 * `element`: V8 gives every property behind a spread a shape of its own, at some microseconds each. Kinds with more
 * than a dozen properties set them one by one (`Growing`): behind `Object.assign`, V8 makes a hash
 * table of what gets so many, which takes five times the memory and is slow to read for good.
 */
export function add(
  sink: Sink,
  element: object,
  own: object,
  rest: Omit<DraftElement, 'element'> = {},
): void {
  // Kinds differ in dozens of properties; the builders are tested through the model they give.
  const whole = Object.assign(element, own) as Element;
  const { refs, types, type, include, exclude } = rest;
  sink.elements.push({ element: whole, refs, types, type, include, exclude });
}
