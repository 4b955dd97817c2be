import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import type { Cursor } from '../../language/cursor.js';
import { propertiesOf } from '../../language/vocabulary/properties.js';
import { find } from '../../model/lookup.js';
import type { ElementKind } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { nameItems } from './names.js';
import { errorStatusItems } from './operations.js';
import type { Slot } from './slots.js';
import { words } from './words.js';

/** Values of a property: its words, or what of the model it names. */
export function propertyItems({ model, cursor, statement }: Slot): CompletionItem[] {
  const { block } = cursor;
  if (block === 'enum') return [];
  const name = statement[0] ?? '';
  const spec = propertiesOf(block).get(name);
  if (!spec) return [];
  if (spec.words) {
    const given = new Set(statement.slice(1));
    const left = spec.words.filter((word) => !given.has(word));
    return words(left, CompletionItemKind.EnumMember, spec.doc);
  }
  if (name === 'fallback') return nameItems(model, ['operation'], cursor);
  if (name === 'key') return words(fieldsOf(model, cursor.path), CompletionItemKind.Field);
  if (name === 'fields') return words(fieldsOfSubscribed(model, cursor), CompletionItemKind.Field);
  if (name === 'status' && block === 'error') return errorStatusItems();
  if (name === 'scope') return words(scopesOf(model, cursor.path), CompletionItemKind.Constant);
  return [];
}

/** Names of the fields of the message that one stands in. */
function fieldsOf(model: Model, path: readonly string[]): string[] {
  const element = elementAt(model, path, ['event', 'command']);
  return element && 'fields' in element ? element.fields.map(({ name }) => name) : [];
}

/** Names of the fields of the event that is subscribed to, so that one says which are used. */
function fieldsOfSubscribed(model: Model, { head, path }: Cursor): string[] {
  if (head[0] !== 'subscribes') return [];
  const name = head[1] ?? '';
  const event = model.events.find(
    ({ qualifiedName }) =>
      shortened(qualifiedName) === name || shortened(qualifiedName) === `${path[0] ?? ''}.${name}`,
  );
  return event?.fields.map((field) => field.name) ?? [];
}

/** The path that one writes from elsewhere: context and name. */
function shortened(qualifiedName: string): string {
  const parts = qualifiedName.split('.');
  return `${parts[0] ?? ''}.${parts.at(-1) ?? ''}`;
}

/** Scopes that the API knows which the operation belongs to, as texts. */
function scopesOf(model: Model, path: readonly string[]): string[] {
  const api = elementAt(model, path, ['api']);
  const scopes = api?.kind === 'api' ? api.auth.flatMap((auth) => auth.scopes) : [];
  return [...new Set(scopes)].map((scope) => JSON.stringify(scope));
}

function elementAt(model: Model, path: readonly string[], kinds: readonly ElementKind[]) {
  for (const kind of kinds) {
    const element = find(model, kind, `${kind}:${path.join('.')}`);
    if (element) return element;
  }
  return undefined;
}

/** Values that a field of this type may have where they are known: those of an enum, true, false. */
export function defaultItems({ model, cursor, statement }: Slot): CompletionItem[] {
  const colon = statement.lastIndexOf(':');
  const type = statement[colon + 1] ?? '';
  if (type === 'boolean') return words(['true', 'false'], CompletionItemKind.Keyword);
  const context = cursor.path[0];
  const names = type.includes('.')
    ? [type]
    : cursor.path.map((_, index) =>
        [...cursor.path.slice(0, cursor.path.length - index), type].join('.'),
      );
  for (const name of [...names, ...(context === undefined ? [] : [`${context}.${type}`])]) {
    const element = find(model, 'enum', `enum:${name}`);
    if (element)
      return words(
        element.values.map((value) => value.name),
        CompletionItemKind.EnumMember,
      );
  }
  return [];
}
