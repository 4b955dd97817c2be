import type { Field } from '../model/elements/data-types.js';
import type { Edge } from '../model/elements/edges.js';
import type { Element } from '../model/elements/element.js';
import type { Model } from '../model/model.js';

/** The lists of a model by the kind of what they hold, in the order in which a file is visited. */
const lists = {
  system: 'systems',
  domain: 'domains',
  subdomain: 'subdomains',
  team: 'teams',
  actor: 'actors',
  external: 'externals',
  broker: 'brokers',
  library: 'libraries',
  context: 'contexts',
  aggregate: 'aggregates',
  entity: 'entities',
  value: 'values',
  enum: 'enums',
  scalar: 'scalars',
  union: 'unions',
  event: 'events',
  command: 'commands',
  error: 'errors',
  service: 'services',
  store: 'stores',
  api: 'apis',
  operation: 'operations',
  contextmap: 'maps',
  view: 'views',
  flow: 'flows',
  call: 'calls',
  subscription: 'subscriptions',
  publication: 'publications',
  sending: 'sendings',
  handling: 'handlings',
  access: 'accesses',
} as const satisfies Partial<Record<Part['kind'], keyof Model>>;

type Part = Element | Edge;
type VisitedKind = keyof typeof lists;

/** What a rule does with each element or edge of a kind, those of one kind in their order. */
export type Visitors = {
  readonly [K in VisitedKind]?: (part: Extract<Part, { readonly kind: K }>) => void;
} & {
  /** With each field that may hold a declared type, those of the owners of one kind in order. */
  typedField?: (field: Field, owner: Structure) => void;
  /** When it has seen them all. */
  end?(): void;
};

/** What has fields. */
export type Structure = Extract<Element, { readonly fields: readonly Field[] }>;

type Visit = (part: Part) => void;

/** Somebody who visits the parts of a model. Who failed is shown nothing more. */
export interface Visitor {
  readonly visitors: Visitors;
  readonly hasFailed: boolean;
  /** Is told what was thrown. */
  fail(error: unknown): void;
}

/**
 * Parts of the commonest kind that are visited together: what stands around them fits into the
 * caches of a processor, where a rule after the other finds it. Each rule by itself would fetch the
 * whole model from memory.
 */
const partsTogether = 16;

/** Shows all parts of a model to all visitors, some at a time, and then tells each the end. */
export function* walk(model: Model, visitors: readonly Visitor[]): Generator<void> {
  const tracks = tracksOf(model, visitors);
  const longest = Math.max(0, ...tracks.map(({ parts }) => parts.length));
  const steps = Math.ceil(longest / partsTogether);
  // Files hold about as much of each kind, so that equal shares of the lists stand together.
  for (let step = 1; step <= steps; step++) {
    for (const track of tracks) {
      visitUntil(track, Math.floor((track.parts.length * step) / steps));
    }
    if (step < steps) yield;
  }
  for (const visitor of visitors) {
    if (!visitor.visitors.end) continue;
    visitEnd(visitor);
    yield;
  }
}

/** The same without pauses. */
export function walkThrough(model: Model, visitors: readonly Visitor[]): void {
  const steps = walk(model, visitors);
  while (!steps.next().done);
}

interface VisitBy<V> {
  readonly visitor: Visitor;
  readonly visit: V;
}

/** The parts of one kind, who visits them or their fields, and how many were visited. */
interface Track {
  readonly parts: readonly Part[];
  readonly visits: readonly VisitBy<Visit>[];
  readonly visitsOfFields: readonly VisitBy<NonNullable<Visitors['typedField']>>[];
  done: number;
}

const kindsWithFields: ReadonlySet<string> = new Set<Structure['kind']>([
  'entity',
  'value',
  'event',
  'command',
  'error',
]);

function tracksOf(model: Model, visitors: readonly Visitor[]): Track[] {
  const ofFields = visitors.flatMap((visitor) => {
    const { typedField } = visitor.visitors;
    return typedField ? { visitor, visit: typedField } : [];
  });
  return (Object.keys(lists) as VisitedKind[]).flatMap((kind) => {
    const visits = visitors.flatMap((visitor) => {
      const visit = visitor.visitors[kind] as Visit | undefined;
      return visit ? { visitor, visit } : [];
    });
    const visitsOfFields = kindsWithFields.has(kind) ? ofFields : [];
    if (visits.length === 0 && visitsOfFields.length === 0) return [];
    return [{ parts: model[lists[kind]], visits, visitsOfFields, done: 0 }];
  });
}

/** Goes on with the parts of one kind, up to the one at that place. */
function visitUntil(track: Track, to: number): void {
  const { parts, visits, visitsOfFields, done: from } = track;
  if (to === from) return;
  track.done = to;
  for (const { visitor, visit } of visits) {
    if (visitor.hasFailed) continue;
    try {
      for (let at = from; at < to; at++) visit(parts[at]!);
    } catch (error) {
      visitor.fail(error);
    }
  }
  if (visitsOfFields.length === 0) return;
  const { fields, owners } = typedFields(parts as readonly Structure[], from, to);
  for (const { visitor, visit } of visitsOfFields) {
    if (visitor.hasFailed) continue;
    try {
      for (let at = 0; at < fields.length; at++) visit(fields[at]!, owners[at]!);
    } catch (error) {
      visitor.fail(error);
    }
  }
}

/** Most fields are of primitive types; to pass those by is done once for all visitors. */
function typedFields(structures: readonly Structure[], from: number, to: number) {
  const fields: Field[] = [];
  const owners: Structure[] = [];
  for (let at = from; at < to; at++) {
    const owner = structures[at]!;
    for (const field of owner.fields) {
      if (field.type.shape === 'primitive') continue;
      fields.push(field);
      owners.push(owner);
    }
  }
  return { fields, owners };
}

function visitEnd(visitor: Visitor): void {
  if (visitor.hasFailed) return;
  try {
    visitor.visitors.end?.();
  } catch (error) {
    visitor.fail(error);
  }
}
