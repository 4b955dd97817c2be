/** Where fields are named without being types: `key orderId`, and `fields` of consumers. */
import { fileOf } from './assemble.js';
import type { Field } from './elements/data-types.js';
import type { Call, Subscription } from './elements/edges.js';
import type { ElementId } from './elements/identity.js';
import type { Type } from './elements/types.js';
import { find } from './lookup.js';
import type { Model } from './model.js';
import type { Span } from './span.js';

/** A name in the text that stands for a field. */
export interface FieldName {
  readonly target: ElementId;
  readonly span: Span;
}

/** The names of fields in a file, those left out that stand for none, or for one of several. */
export function fieldNamesIn(model: Model, file: string): readonly FieldName[] {
  const linked = fileOf(model, file)?.linked;
  if (!linked) return [];
  const names: FieldName[] = [];
  for (const element of linked.elements) {
    if (element.kind !== 'event' && element.kind !== 'command') continue;
    if (element.key === undefined || !element.keyNameSpan) continue;
    add(names, element.fields, element.key, element.keyNameSpan);
  }
  for (const subscription of linked.edges.subscriptions) {
    used(names, subscription, find(model, 'event', subscription.event)?.fields ?? []);
  }
  for (const call of linked.edges.calls) {
    if (call.policies.fields) used(names, call, answered(model, call));
  }
  return unambiguous(names);
}

/** A list of targets, or a wildcard, has one place for the fields of all. */
function unambiguous(names: readonly FieldName[]): FieldName[] {
  const targets = new Map<string, Set<ElementId>>();
  const placeOf = ({ span: { start } }: FieldName) =>
    `${String(start.line)}:${String(start.column)}`;
  for (const name of names) {
    const known = targets.get(placeOf(name)) ?? new Set();
    targets.set(placeOf(name), known.add(name.target));
  }
  const seen = new Set<string>();
  return names.filter((name) => {
    const place = placeOf(name);
    if (seen.has(place)) return false;
    seen.add(place);
    return targets.get(place)?.size === 1;
  });
}

function used(names: FieldName[], { policies }: Call | Subscription, fields: readonly Field[]) {
  for (const [index, path] of (policies.fields ?? []).entries()) {
    const span = policies.fieldSpans?.[index];
    // Of a path, what is answered has the first part; the others are left alone.
    const [name = ''] = path.split('.');
    if (span) add(names, fields, name, { ...span, end: behind(span.start, name) });
  }
}

function behind(start: Span['start'], name: string): Span['end'] {
  return { line: start.line, column: start.column + name.length };
}

function add(names: FieldName[], fields: readonly Field[], name: string, span: Span): void {
  const found = new Set(fields.filter((field) => field.name === name).map(({ id }) => id));
  const [target, another] = found;
  if (target !== undefined && another === undefined) names.push({ target, span });
}

/** Fields of what a call is answered with: by its operation, else by any of the API or service. */
function answered(model: Model, { toOperation, toApi, toService }: Call): Field[] {
  const owner = model.elements.get(toService);
  const apis = toApi === undefined ? (owner && 'apis' in owner ? owner.apis : []) : [toApi];
  const operations =
    toOperation === undefined
      ? apis.flatMap((id) => find(model, 'api', id)?.operations ?? [])
      : [toOperation];
  return operations.flatMap((id) => fieldsOf(model, find(model, 'operation', id)?.result.type));
}

function fieldsOf(model: Model, type: Type | undefined): readonly Field[] {
  switch (type?.shape) {
    case 'list':
    case 'set':
      return fieldsOf(model, type.item);
    case 'map':
      return fieldsOf(model, type.value);
    case 'named': {
      const element = model.elements.get(type.target);
      return element && 'fields' in element ? element.fields : [];
    }
    default:
      return [];
  }
}
