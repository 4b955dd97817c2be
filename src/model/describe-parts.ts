/** What has documentation of its own and no name: values of enums, parameters, relations, edges. */
import { fileOf } from './assemble.js';
import { elementsIn } from './navigation.js';
import type { EnumValue } from './elements/data-types.js';
import type { Edge } from './elements/edges.js';
import type { Parameter } from './elements/operations.js';
import type { Deprecation } from './elements/annotations.js';
import type { Model } from './model.js';
import { compare, contains, type Position, type Span } from './span.js';
import { typeText } from './type-text.js';

/** Markdown on the value or parameter at a place. */
export function partAt(
  model: Model,
  file: string,
  position: Position,
): { readonly span: Span; readonly text: string } | undefined {
  for (const element of elementsIn(model, file)) {
    if (element.kind === 'enum') {
      const value = element.values.find(({ span }) => contains(span, position));
      if (value) return { span: value.span, text: ofValue(value, element.qualifiedName) };
    } else if (element.kind === 'operation') {
      const found = element.parameters.find(({ span }) => contains(span, position));
      if (found) return { span: found.span, text: ofParameter(found, element.qualifiedName) };
    }
  }
  return undefined;
}

/**
 * Documentation of the relation, step, call or other collaboration whose head is at a place: what
 * stands in its block has its own.
 */
export function statementDocAt(model: Model, file: string, position: Position): string | undefined {
  const within = (span: Span, end: Position) => contains({ start: span.start, end }, position);
  for (const element of elementsIn(model, file)) {
    if (element.doc === undefined) continue;
    if (element.kind === 'step' && contains(element.span, position)) return element.doc;
    if (element.kind !== 'relation') continue;
    const [a, b] = [element.upstreamSpan.end, element.downstreamSpan.end];
    if (within(element.span, compare(a, b) > 0 ? a : b)) return element.doc;
  }
  const edges = fileOf(model, file)?.linked.edges;
  const documented = (edges ? Object.values(edges) : []).flatMap((list: readonly Edge[]) => list);
  return documented.find(({ doc, span, targetSpan }) => doc && within(span, targetSpan.end))?.doc;
}

function ofValue({ name, doc, deprecated }: EnumValue, owner: string): string {
  return paragraphs(`**value ${name}** of \`${owner}\``, doc, deprecated);
}

function ofParameter(parameter: Parameter, owner: string): string {
  const { wireName, in: place, type, optional, nullable, stream, doc, deprecated } = parameter;
  const text = `${stream ? 'stream ' : ''}${typeText(type)}${optional ? '?' : ''}${nullable ? ' | null' : ''}`;
  const head = `**parameter ${wireName}** of \`${owner}\` — ${place}, \`${text}\``;
  return paragraphs(head, doc, deprecated);
}

function paragraphs(head: string, doc: string | undefined, deprecated: Deprecation | undefined) {
  const gone =
    deprecated && `Deprecated${deprecated.replacement ? `: ${deprecated.replacement}` : ''}.`;
  return [head, doc, gone].filter((part) => part !== undefined).join('\n\n');
}
