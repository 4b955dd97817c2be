import type { Relation } from './elements/context-map.js';
import type { Field } from './elements/data-types.js';
import type { Edge } from './elements/edges.js';
import type { Element } from './elements/element.js';
import type { ElementId } from './elements/identity.js';
import type { Policies } from './elements/policies.js';
import type { Model } from './model.js';

/** The resolved model as JSON data: elements sorted by id, relations, and edges by kind. */
export function modelJson(model: Model): object {
  const fields = [...model.elements.values()].flatMap((element) =>
    'fields' in element ? element.fields : [],
  );
  const elements = [...model.elements.values(), ...fields]
    .filter(({ kind }) => kind !== 'relation')
    .sort(byId);
  const relations = [...model.relations, ...model.derivedRelations].sort(byId);
  const edges = Object.entries(edgeLists(model)).map(([kind, list]) => [kind, list.map(edgeJson)]);
  return {
    files: model.files,
    elements: elements.map(elementJson),
    relations: relations.map(relationJson),
    ...(Object.fromEntries(edges) as Record<keyof EdgeLists, object[]>),
    unresolved: model.unresolved,
  };
}

/** An edge with its ends. */
export interface EdgeWithEnds {
  readonly edge: Edge;
  readonly from: ElementId;
  readonly to: ElementId;
}

export type EdgeLists = Readonly<
  Record<
    'calls' | 'subscriptions' | 'publications' | 'sends' | 'handles' | 'accesses',
    readonly EdgeWithEnds[]
  >
>;

/** The edges of a model by the names that they have in its JSON, in the order of the model. */
export function edgeLists(model: Model): EdgeLists {
  return {
    calls: model.calls.map((edge) => ({ edge, from: edge.from, to: edge.to })),
    subscriptions: model.subscriptions.map((edge) => ({
      ...{ edge, from: edge.service, to: edge.event },
    })),
    publications: model.publications.map((edge) => ({
      ...{ edge, from: edge.service, to: edge.event },
    })),
    sends: model.sendings.map((edge) => ({ edge, from: edge.service, to: edge.command })),
    handles: model.handlings.map((edge) => ({ edge, from: edge.service, to: edge.command })),
    accesses: model.accesses.map((edge) => ({ edge, from: edge.service, to: edge.store })),
  };
}

function byId(a: { readonly id: ElementId }, b: { readonly id: ElementId }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What only the tools need: places of parts, and the raw annotations behind resolved properties. */
const internal = new Set([
  'nameSpan',
  'blockNames',
  'keywordStart',
  'annotations',
  'upstreamSpan',
  'downstreamSpan',
  'upstreamRolesSpan',
  'downstreamRolesSpan',
  'kindSpan',
  'keySpan',
  'keyNameSpan',
  'fieldSpans',
  'spans',
  'targetSpan',
]);

/** An element or field of the model's JSON, relations excepted. */
export function elementJson(element: Element | Field): object {
  return plain(element) as object;
}

/** A relation of the model's JSON. */
export function relationJson(relation: Relation): object {
  const { relationKind, origin, upstreamRoles, downstreamRoles, ...rest } = relation;
  return {
    ...(plain(rest) as object),
    kind: relationKind,
    origin,
    upstreamRoles: upstreamRoles.map(({ role }) => role),
    downstreamRoles: downstreamRoles.map(({ role }) => role),
    exposes: relation.exposes.map(({ target }) => target),
    shares: relation.shares.map(({ target }) => target),
  };
}

/** Data without internal keys; a reference with a place becomes its target's id. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 2 && 'target' in value && 'span' in value) return value.target;
  const entries = Object.entries(value).filter(([key]) => !internal.has(key));
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

/** An edge of the model's JSON. */
export function edgeJson({ edge, from, to }: EdgeWithEnds): object {
  const rest = plain(edge) as Record<string, unknown>;
  const policies = 'policies' in edge ? policiesJson(edge.policies) : {};
  return { ...rest, id: edge.id, from, to, policies, span: edge.span };
}

/** Only what was declared, so that a reader sees what the author wrote. */
function policiesJson(policies: Policies): object {
  const entries = Object.entries(plain(policies) as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter(([key, value]) => value !== false && !(key === 'times' && value === 1)),
  );
}
