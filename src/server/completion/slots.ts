import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import type { Cursor } from '../../language/cursor.js';
import type { Expectation } from '../../language/expected/expected.js';
import { apiStyles, authSchemes } from '../../language/vocabulary/apis.js';
import { takesWords } from '../../language/vocabulary/properties.js';
import { primitives } from '../../language/vocabulary/types.js';
import type { ElementKind } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { annotationItems, argumentItems } from './annotations.js';
import { nameItems } from './names.js';
import { isRest, parameterItems, statusItems } from './operations.js';
import { constraintItems } from './constraints.js';
import { defaultItems, propertyItems } from './values.js';
import { roleItems } from './roles.js';
import { words } from './words.js';

/** Where something is offered for an assignment of the grammar. */
export interface Slot {
  readonly model: Model;
  readonly cursor: Cursor;
  readonly expectation: Expectation;
  /** Tokens of the statement so far. */
  readonly statement: readonly string[];
}

/** Whether a token is written in letters that one may choose: a name, a path, a word. */
export function takesNames(token: string): boolean {
  return token === 'ID' || token === 'QNAME' || token === 'DASH_WORD';
}

const types: readonly ElementKind[] = [
  ...(['value', 'entity', 'scalar', 'enum', 'union', 'event', 'command', 'error'] as const),
];
const callees: readonly ElementKind[] = ['service', 'api', 'operation', 'external'];
const participants: readonly ElementKind[] = ['context', 'external'];

/** Kinds of names that follow the keyword of a collaboration. */
const targets: Readonly<Record<string, readonly ElementKind[]>> = {
  calls: callees,
  publishes: ['event'],
  subscribes: ['event', 'context', 'external'],
  emits: ['event'],
  sends: ['command'],
  handles: ['command', 'event'],
  modifies: ['aggregate'],
  owns: ['aggregate'],
  replicates: ['aggregate'],
  reads: ['store'],
  writes: ['store'],
  libraries: ['library'],
  via: ['broker'],
  exposes: ['aggregate', 'api', 'event', 'service', 'value'],
  shares: ['aggregate', 'value', 'entity', 'enum', 'scalar'],
};

type Offer = (slot: Slot) => CompletionItem[];

const named =
  (...kinds: readonly ElementKind[]): Offer =>
  ({ model, cursor }) =>
    nameItems(model, kinds, cursor);
/** Names that the statement does not have yet. */
const others =
  (...kinds: readonly ElementKind[]): Offer =>
  ({ model, cursor, statement }) =>
    nameItems(model, kinds, cursor).filter(({ label }) => !statement.includes(label));
const listed =
  (list: readonly string[], kind: CompletionItemKind = CompletionItemKind.EnumMember): Offer =>
  () =>
    words(list, kind);

/** What may stand in an assignment of the grammar. For others nothing is known: names are new there. */
const offers: Readonly<Record<string, Offer>> = {
  'Context.implements': others('subdomain', 'domain'),
  'Target.path': targetItems,
  'Signature.raises': others('error'),
  'Parameter.name': parameterItems,
  'Parameter.type': (slot) => (isNamedFirst(slot) ? [] : typeItems(slot)),
  'NamedType.path': (slot) => (isNamedFirst(slot) ? [] : typeItems(slot)),
  'RefType.target': named('aggregate', 'entity'),
  'UnionType.types': others(...types),
  'Relation.left': named(...participants),
  'Relation.right': others(...participants),
  'Relation.kind': listed(['partnership', 'shared-kernel', 'separate-ways', 'customer-supplier']),
  'Roles.roles': roleItems,
  'Selector.path': others('context', 'external', 'service', 'actor'),
  'Selector.word': (slot) =>
    slot.statement.at(-1) === 'tag' ? listed(tagsOf(slot.model))(slot) : named('team')(slot),
  'Step.from': named('actor', 'service', 'external'),
  'Step.to': (slot) =>
    slot.statement.at(-1) === '->' ? named(...callees)(slot) : named('event')(slot),
  'Step.compensations': named(...callees),
  'Property.value': propertyItems,
  'ListProperty.values': propertyItems,
  'ViewProperty.values': propertyItems,
  'FlowProperty.value': propertyItems,
  'Field.default': defaultItems,
  'Parameter.default': defaultItems,
  'Result.status': statusItems,
  'Api.style': listed(apiStyles),
  'Broker.technology': listed(['kafka', 'rabbitmq', 'nats', 'sns-sqs', 'pulsar']),
  'Store.technology': listed(['postgres', 'mysql', 'mongodb', 'redis', 'elasticsearch', 's3']),
  'AuthScheme.name': listed(authSchemes),
  'Constraint.name': constraintItems,
  'Annotation.name': annotationItems,
  'Argument.value': argumentItems,
  /** Outside of the top level, `team Checkout` is a property. */
  'Team.name': (slot) => (slot.cursor.block === 'file' ? [] : named('team')(slot)),
};

/** Words behind which names or words of a list stand: those come by themselves once a blank is typed. */
const opening: ReadonlySet<string> = new Set([
  ...Object.keys(targets),
  ...['implements', 'raises', 'ref', 'team', 'include', 'exclude', 'auth', 'compensate', 'on'],
  ...['->', '<-', '<->', '><', ',', ':', '='],
]);

/** Whether something to choose from stands behind a word wherever it stands. */
export function opensList(word: string): boolean {
  return opening.has(word) || takesWords(word);
}

/**
 * What is offered for what may come next: once for each assignment, whose tokens may be several. The
 * innermost one that is known decides.
 */
export function offersFor(slots: readonly Slot[]): CompletionItem[] {
  const asked = new Map<string, Slot>();
  for (const slot of slots) {
    const { member, slots: assignments } = slot.expectation;
    const known = assignments.find((name) => name in offers);
    if (known !== undefined && isWritten(slot, known))
      asked.set(`${known} ${String(member)}`, slot);
  }
  return [...asked].flatMap(([key, slot]) => offers[key.split(' ')[0]!]!(slot));
}

function isWritten({ expectation: { token } }: Slot, known: string): boolean {
  return takesNames(token) || known === 'Result.status' || isText(token, known);
}

/** Scopes are texts, and known all the same. */
function isText(token: string, slot: string): boolean {
  return token === 'STRING' && slot === 'ListProperty.values';
}

/** What a collaboration is with; a relation exposes and shares what its two contexts have. */
function targetItems(slot: Slot): CompletionItem[] {
  const { head, block } = slot.cursor;
  const items = others(...(targets[slot.statement[0] ?? ''] ?? []))(slot);
  if (block !== 'relation') return items;
  return items.filter(({ label }) => head.includes(label.split('.')[0] ?? ''));
}

/** In a REST operation a parameter begins with its name, and its type stands behind a colon. */
export function isNamedFirst({ statement, expectation }: Slot): boolean {
  const inParameter = expectation.slots.includes('Parameter.type');
  return isRest(statement) && inParameter && /^[(,]$/.test(statement.at(-1) ?? '');
}

function typeItems({ model, cursor }: Slot): CompletionItem[] {
  return [...words(primitives, CompletionItemKind.Keyword), ...nameItems(model, types, cursor)];
}

function tagsOf(model: Model): string[] {
  const tags = new Set<string>();
  for (const element of model.elements.values()) element.tags.forEach((tag) => tags.add(tag));
  return [...tags].sort();
}
