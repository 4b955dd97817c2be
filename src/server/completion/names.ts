import {
  CompletionItemKind,
  CompletionItemTag,
  MarkupKind,
  type CompletionItem,
} from 'vscode-languageserver';
import type { Cursor } from '../../language/cursor.js';
import type { Element, ElementKind, Model } from '../../model/model.js';

const kindIcons: Readonly<Partial<Record<ElementKind, CompletionItemKind>>> = {
  service: CompletionItemKind.Class,
  operation: CompletionItemKind.Method,
  api: CompletionItemKind.Interface,
  event: CompletionItemKind.Event,
  context: CompletionItemKind.Module,
  external: CompletionItemKind.Module,
  enum: CompletionItemKind.Enum,
  value: CompletionItemKind.Struct,
  entity: CompletionItemKind.Class,
  command: CompletionItemKind.Function,
};

/** Names of elements, as short as they can be written from here. */
export function nameItems(
  model: Model,
  kinds: readonly ElementKind[],
  cursor: Cursor,
): CompletionItem[] {
  const context = cursor.path[0];
  const typed = cursor.prefix.includes('.')
    ? cursor.prefix.slice(0, cursor.prefix.lastIndexOf('.') + 1)
    : '';
  const counts = new Map<string, number>();
  const candidates: { element: Element; label: string }[] = [];
  for (const element of model.elements.values()) {
    if (!kinds.includes(element.kind)) continue;
    const label = shortPath(element, context);
    counts.set(label, (counts.get(label) ?? 0) + 1);
    candidates.push({ element, label });
  }
  return candidates.map(({ element, label }) => {
    const unique = (counts.get(label) ?? 0) < 2;
    // A longer path that somebody has begun is gone on with.
    const full = !label.startsWith(typed) && element.qualifiedName.startsWith(typed);
    const own = context !== undefined && element.qualifiedName.startsWith(`${context}.`);
    return {
      label: unique && !full ? label : element.qualifiedName,
      kind: kindIcons[element.kind] ?? CompletionItemKind.Reference,
      detail: element.title ?? element.kind,
      sortText: `${own ? '0' : '1'}${label}`,
      ...(element.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
      ...(element.doc === undefined
        ? {}
        : { documentation: { kind: MarkupKind.Markdown, value: element.doc } }),
    };
  });
}

/** `Order` inside its own context, `Ordering.Order` from elsewhere; services keep their operations. */
function shortPath({ kind, name, qualifiedName }: Element, context: string | undefined): string {
  const parts = qualifiedName.split('.');
  const [first = ''] = parts;
  const own = first === context;
  if (kind === 'operation' && parts.length === 4) {
    const service = parts[1] ?? '';
    return own ? `${service}.${name}` : `${first}.${service}.${name}`;
  }
  if (parts.length === 1) return qualifiedName;
  return own ? name : kind === 'subdomain' ? qualifiedName : `${first}.${name}`;
}
