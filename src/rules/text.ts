/** How rules speak. */
import { nameOfId } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';

/** Texts and names of templates in turns: those of the rules' messages, which are few. */
const templates = new Map<string, readonly string[]>();

/** Replaces `{name}`; a name without a value stays as it is. */
export function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  let parts = templates.get(template);
  if (!parts) templates.set(template, (parts = template.split(/\{(\w+)\}/)));
  if (parts.length === 1) return template;
  // One flat text, rather than a tree of pieces that is kept for as long as the finding.
  const texts = parts.slice();
  for (let at = 1; at < texts.length; at += 2) {
    const name = texts[at] ?? '';
    texts[at] = Object.hasOwn(data, name) ? String(data[name]) : `{${name}}`;
  }
  return texts.join('');
}

const kindWords: Readonly<Record<string, string>> = {
  contextmap: 'context map',
  api: 'API',
  value: 'value type',
};

/** `service \`Ordering.OrderService\``. */
export function labelOf(id: ElementId): string {
  const kind = id.slice(0, id.indexOf(':'));
  return `${kindWords[kind] ?? kind} \`${nameOfId(id)}\``;
}

/** An operation by its name, a handler by that of what it handles. */
export function doerText(id: ElementId): string {
  const [name = ''] = nameOfId(id).split('->');
  const message = messageOf(id);
  return message === '' ? `\`${name}\`` : `The handler of \`${message}\` in \`${name}\``;
}

/** What a handler handles, by the handler's id; empty for others. */
export function messageOf(handler: ElementId): string {
  return (nameOfId(handler).split('->')[1] ?? '').replace(/#\d+$/, '');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], conjunction = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** `A → B → C` of simple names. */
export function chainOf(ids: readonly ElementId[]): string {
  return ids.map((id) => nameOfId(id)).join(' → ');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** `once`, `twice`, `3 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`;
}
