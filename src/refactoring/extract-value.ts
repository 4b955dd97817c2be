import { find } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { compare, type Span } from '../model/span.js';
import { lineIndent } from './insert-into.js';
import type { Refactoring, Sources } from './refactoring.js';
import { freeName } from './split-service.js';
import { indented, textOf, wholeDeclaration } from './source-text.js';

/** Makes a value type of the selected fields of a type, and a field of it in their place. */
export function extractValue(
  { model, text }: Sources,
  file: string,
  selection: Span,
): Refactoring | undefined {
  const owner = typeAround(model, file, selection);
  const context = find(model, 'context', contextOf(model, owner?.id));
  if (!owner || !context) return undefined;
  const chosen = owner.fields.filter(
    ({ span }) => compare(selection.start, span.end) < 0 && compare(span.start, selection.end) < 0,
  );
  const first = chosen[0];
  if (!first || chosen.length < 2 || chosen.length === owner.fields.length) return undefined;
  if (chosen.some(({ identifier }) => identifier)) return undefined;
  const source = text(file);
  const name = freeName(model, context.name, `${owner.name}Details`);
  const cuts = chosen.map(({ span }) => wholeDeclaration(source, span));
  const body = cuts.map((cut) => indented(textOf(source, cut), '  ')).join('\n');
  const indent = lineIndent(source, owner.span);
  const at = wholeDeclaration(source, owner.span).start;
  const field = `${lineIndent(source, first.span)}${lowerFirst(name)}: ${name}`;
  return {
    title: `Extract ${String(chosen.length)} fields into the value ${name}`,
    kind: 'extract',
    changes: () => [
      {
        span: { file, start: at, end: at },
        text: `${indented(`value ${name} {\n${body}\n}`, indent)}\n`,
      },
      ...cuts.map((span, index) => ({
        span,
        text: index > 0 ? '' : span.start.column === 1 ? `${field}\n` : field.trimStart(),
      })),
    ],
  };
}

function typeAround(model: Model, file: string, { start, end }: Span) {
  const types = [...model.entities, ...model.values, ...model.events, ...model.commands];
  return types.find(
    ({ span }) =>
      span.file === file && compare(span.start, start) <= 0 && compare(end, span.end) <= 0,
  );
}

function contextOf(model: Model, id: ElementId | undefined): ElementId | undefined {
  for (let now = id; now !== undefined; now = model.elements.get(now)?.parent) {
    if (now.startsWith('context:')) return now;
  }
  return undefined;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
