import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import { cursorAt, type Cursor } from '../language/cursor.js';
import {
  annotations,
  constraintNames,
  membersOf,
  primitives,
  propertiesOf,
  type PropertySpec,
} from '../language/vocabulary.js';
import type { Element, ElementKind, Model } from '../model/model.js';
import { allRules } from '../rules/generated/index.js';
import { snippetsFor } from './snippets.js';
import { spotOf, type Session } from './session.js';

/** More than this is of no use to anybody and slow to send. */
const limit = 300;

/** Completion that knows which block it stands in and what kind of name can follow. */
export function registerCompletion(session: Session): void {
  session.connection.onCompletion((params): CompletionList | null => {
    const document = session.documents.get(params.textDocument.uri);
    if (!document) return null;
    const offset = document.offsetAt(params.position);
    const cursor = cursorAt(document.getText(), offset);
    if (cursor.inText) return null;
    const range = { start: document.positionAt(cursor.prefixOffset), end: params.position };
    const { model } = spotOf(session, params);
    const items = completions(model, cursor);
    const wanted = cursor.prefix.toLowerCase();
    const fitting = items.filter(({ label }) => contains(label.toLowerCase(), wanted));
    return {
      isIncomplete: fitting.length > limit,
      items: fitting
        .sort(bySortText)
        .slice(0, limit)
        .map((item) => ({
          ...item,
          filterText: item.label,
          textEdit: { range, newText: item.insertText ?? item.label },
        })),
    };
  });
}

/** What stands near comes first, also where the list is cut. */
function bySortText(a: CompletionItem, b: CompletionItem): number {
  const [left, right] = [a.sortText ?? a.label, b.sortText ?? b.label];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether the letters of `wanted` stand in `label` in this order. */
function contains(label: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    from = label.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

const typeKinds: readonly ElementKind[] = [
  'value',
  'entity',
  'scalar',
  'enum',
  'union',
  'event',
  'command',
  'error',
];
const callKinds: readonly ElementKind[] = ['service', 'api', 'operation', 'external'];

/** Kinds of names that may follow a keyword. */
const afterKeyword: Readonly<Record<string, readonly ElementKind[]>> = {
  calls: callKinds,
  fallback: ['operation'],
  compensate: callKinds,
  publishes: ['event'],
  subscribes: ['event', 'context', 'external'],
  emits: ['event'],
  on: ['event'],
  sends: ['command'],
  handles: ['command'],
  modifies: ['aggregate'],
  owns: ['aggregate'],
  replicates: ['aggregate'],
  reads: ['store'],
  writes: ['store'],
  libraries: ['library'],
  via: ['broker'],
  team: ['team'],
  implements: ['subdomain', 'domain'],
  ref: ['aggregate', 'entity'],
  raises: ['error'],
  exposes: ['aggregate', 'api', 'event', 'service', 'value'],
  shares: ['aggregate', 'value', 'entity', 'enum', 'scalar'],
  include: ['context', 'external', 'service', 'actor'],
  exclude: ['context', 'external', 'service', 'actor'],
};

function completions(model: Model, cursor: Cursor): CompletionItem[] {
  const { before, block } = cursor;
  const last = before.at(-1);
  if (last === '@') return annotationItems();
  if (before.at(-2) === 'accept' && before.at(-3) === '@' && last === '(') return ruleItems();
  if (block === 'contextmap') return mapItems(model, before, cursor);
  if (block === 'flow') return flowItems(model, before, cursor);
  const head = listHead(before);
  if (head !== undefined) {
    const kinds = afterKeyword[head];
    if (kinds) return nameItems(model, kinds, cursor);
    const spec = propertiesOf(block).get(head);
    if (spec?.words) return words(spec.words, CompletionItemKind.EnumMember, spec.doc);
    if (spec && spec.value !== 'flag') return [];
  }
  if (
    last === ':' ||
    last === '|' ||
    last === '<' ||
    (last === '=' && /^(scalar|union)$/.test(before.at(-3) ?? ''))
  ) {
    if (before.at(-3) === 'api')
      return words(['rest', 'grpc', 'graphql'], CompletionItemKind.EnumMember);
    if (before.at(-3) === 'broker')
      return words(
        ['kafka', 'rabbitmq', 'nats', 'sns-sqs', 'pulsar'],
        CompletionItemKind.EnumMember,
      );
    if (before.at(-3) === 'store')
      return words(['postgres', 'mysql', 'mongodb', 'redis', 's3'], CompletionItemKind.EnumMember);
    return typeItems(model, cursor);
  }
  if (last === '(' && /^(entity|value|event|command|error)$/.test(block)) {
    return words([...constraintNames], CompletionItemKind.Property);
  }
  if (last === '[') return [];
  return statementItems(cursor);
}

/** The keyword of the list that the cursor is in: right before it, or before a comma. */
function listHead(before: readonly string[]): string | undefined {
  let index = before.length - 1;
  while (before[index] === ',' && /^[A-Za-z_*]/.test(before[index - 1] ?? '')) index -= 2;
  return before[index];
}

function words(list: readonly string[], kind: CompletionItemKind, doc?: string): CompletionItem[] {
  return list.map((label, index) => ({
    label,
    kind,
    sortText: String(index).padStart(3, '0'),
    ...(doc === undefined ? {} : { documentation: doc }),
  }));
}

function annotationItems(): CompletionItem[] {
  return Object.entries(annotations).map(([label, documentation]) => ({
    label,
    documentation,
    kind: CompletionItemKind.Property,
  }));
}

function ruleItems(): CompletionItem[] {
  return allRules.map(({ id, summary }) => ({
    label: id,
    documentation: summary,
    kind: CompletionItemKind.Constant,
  }));
}

const upstreamRoles = {
  U: 'upstream',
  OHS: 'open-host service',
  PL: 'published language',
  S: 'supplier',
};
const downstreamRoles = {
  D: 'downstream',
  ACL: 'anticorruption layer',
  CF: 'conformist',
  C: 'customer',
};
const arrows = {
  '->': 'upstream to downstream',
  '<-': 'downstream, upstream',
  '<->': 'partnership or shared kernel',
  '><': 'separate ways',
};

function mapItems(model: Model, before: readonly string[], cursor: Cursor): CompletionItem[] {
  const last = before.at(-1) ?? '';
  const open = before.lastIndexOf('[');
  if (open > before.lastIndexOf(']')) {
    const roles = /^(->|<-|<->)$/.test(before[open - 1] ?? '') ? downstreamRoles : upstreamRoles;
    return described(roles, CompletionItemKind.EnumMember);
  }
  if (last === 'state') return words(['as-is', 'to-be'], CompletionItemKind.EnumMember);
  if (last === ':')
    return words(
      ['partnership', 'shared-kernel', 'separate-ways', 'customer-supplier'],
      CompletionItemKind.EnumMember,
    );
  const participants = nameItems(model, ['context', 'external'], cursor);
  if (/^(->|<-|<->|><)$/.test(last) || (last === ']' && isArrow(before[open - 1])))
    return participants;
  if (last === ']') return described(arrows, CompletionItemKind.Operator);
  const startsStatement = before.length === 0 || !/^[A-Za-z_]/.test(last);
  return [
    ...participants,
    ...(startsStatement ? words(['state'], CompletionItemKind.Property) : []),
    ...(/^[A-Za-z_]/.test(last) ? described(arrows, CompletionItemKind.Operator) : []),
  ];
}

function isArrow(image: string | undefined): boolean {
  return image === '->' || image === '<-' || image === '<->' || image === '><';
}

function described(
  entries: Readonly<Record<string, string>>,
  kind: CompletionItemKind,
): CompletionItem[] {
  return Object.entries(entries).map(([label, detail]) => ({ label, detail, kind }));
}

function flowItems(model: Model, before: readonly string[], cursor: Cursor): CompletionItem[] {
  const last = before.at(-1) ?? '';
  if (last === 'kind') return words(['request', 'saga'], CompletionItemKind.EnumMember);
  if (last === '->' || last === 'compensate') return nameItems(model, callKinds, cursor);
  if (last === 'publishes' || last === 'on') return nameItems(model, ['event'], cursor);
  const steps = nameItems(model, ['actor', 'service', 'external'], cursor);
  const keywords = words(
    ['->', 'publishes', 'on', 'compensate', 'pivot', 'kind', 'budget'],
    CompletionItemKind.Keyword,
  );
  return [...steps, ...keywords];
}

function typeItems(model: Model, cursor: Cursor): CompletionItem[] {
  return [
    ...words([...primitives, 'ref', 'set', 'map'], CompletionItemKind.Keyword),
    ...nameItems(model, typeKinds, cursor),
  ];
}

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
function nameItems(model: Model, kinds: readonly ElementKind[], cursor: Cursor): CompletionItem[] {
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
    const full = typed !== '' && element.qualifiedName.startsWith(typed);
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

function statementItems(cursor: Cursor): CompletionItem[] {
  const { block, given } = cursor;
  // A property stands in a block but once.
  const properties = [...propertiesOf(block).values()]
    .filter(({ name }) => !given.has(name))
    .map((spec) => propertyItem(spec));
  return [...snippetsFor(block, membersOf(block)), ...properties];
}

function propertyItem({ name, value, doc }: PropertySpec): CompletionItem {
  const text = value === 'text' || value === 'texts';
  return {
    label: name,
    kind: CompletionItemKind.Property,
    documentation: doc,
    insertTextFormat: text ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertText: text ? `${name} "$1"` : value === 'flag' ? name : `${name} `,
    sortText: `2${name}`,
  };
}
