/** What has documentation of its own and is no element: values of enums, parameters of operations. */
import { elementsIn } from './navigation.js';
import type { EnumValue } from './elements/data-types.js';
import type { Parameter } from './elements/operations.js';
import type { Deprecation } from './elements/annotations.js';
import type { Model } from './model.js';
import { contains, type Position, type Span } from './span.js';
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
