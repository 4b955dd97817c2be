import {
  CompletionItemKind,
  CompletionItemTag,
  MarkupKind,
  type CompletionItem,
} from 'vscode-languageserver';
import type { Cursor } from '../../language/cursor.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementKind } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { fits } from './fits.js';

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

/** More than this is of no use to anybody and slow to send. */
export const limit = 300;

interface Candidate {
  readonly element: Element;
  readonly label: string;
  /** Names of the context that one writes in come first. */
  readonly key: string;
}

/**
 * Names of elements that fit what is typed, as short as they can be written from here. Of many only
 * the first are made into items, one more than are shown, so that one sees that the list is cut.
 */
export function nameItems(
  model: Model,
  kinds: readonly ElementKind[],
  { path, prefix }: Cursor,
): CompletionItem[] {
  const context = path[0];
  const own = context === undefined ? undefined : `${context}.`;
  const typed = prefix.slice(0, prefix.lastIndexOf('.') + 1);
  const counts = new Map<string, number>();
  const candidates: Candidate[] = [];
  for (const kind of kinds) {
    for (const element of elementsOf(model, kind)) {
      const { qualifiedName } = element;
      const short = shortPath(element, context);
      counts.set(short, (counts.get(short) ?? 0) + 1);
      // A longer path that somebody has begun is gone on with.
      const goesOn = !short.startsWith(typed) && qualifiedName.startsWith(typed);
      const label = goesOn ? qualifiedName : short;
      const isOwn = own !== undefined && qualifiedName.startsWith(own);
      if (fits(label, prefix) || fits(qualifiedName, prefix)) {
        candidates.push({ element, label, key: `${isOwn ? '0' : '1'}${label}` });
      }
    }
  }
  return nearest(candidates).map(({ element, label, key }) => ({
    label: (counts.get(label) ?? 0) < 2 ? label : element.qualifiedName,
    kind: kindIcons[element.kind] ?? CompletionItemKind.Reference,
    detail: element.title ?? element.kind,
    sortText: key,
    ...(element.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(element.doc === undefined
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: element.doc } }),
  }));
}

function nearest(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length <= limit) return candidates;
  return [...candidates].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, limit + 1);
}

/** Elements of the kinds that names are completed of. */
function elementsOf(model: Model, kind: ElementKind): readonly Element[] {
  switch (kind) {
    case 'subdomain':
      return model.subdomains;
    case 'domain':
      return model.domains;
    case 'team':
      return model.teams;
    case 'actor':
      return model.actors;
    case 'external':
      return model.externals;
    case 'broker':
      return model.brokers;
    case 'library':
      return model.libraries;
    case 'context':
      return model.contexts;
    case 'aggregate':
      return model.aggregates;
    case 'entity':
      return model.entities;
    case 'value':
      return model.values;
    case 'enum':
      return model.enums;
    case 'scalar':
      return model.scalars;
    case 'union':
      return model.unions;
    case 'event':
      return model.events;
    case 'command':
      return model.commands;
    case 'error':
      return model.errors;
    case 'service':
      return model.services;
    case 'store':
      return model.stores;
    case 'api':
      return model.apis;
    case 'operation':
      return model.operations;
    default:
      return [];
  }
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
