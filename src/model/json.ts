import type { Edge, Element, ElementId, Model, Policies } from './model.js';

/** The resolved model as JSON data: elements sorted by id, relations, and edges by kind. */
export function modelJson(model: Model): object {
  const fields = [...model.elements.values()].flatMap((element) =>
    'fields' in element ? element.fields : [],
  );
  const elements = [...model.elements.values(), ...fields]
    .filter(({ kind }) => kind !== 'relation')
    .sort(byId);
  const relations = [...model.relations, ...model.derivedRelations].sort(byId);
  return {
    files: model.files,
    elements: elements.map(elementJson),
    relations: relations.map((relation) => {
      const { relationKind, origin, upstreamRoles, downstreamRoles, ...rest } = relation;
      return {
        ...elementJson(rest as Element),
        kind: relationKind,
        origin,
        upstreamRoles: upstreamRoles.map(({ role }) => role),
        downstreamRoles: downstreamRoles.map(({ role }) => role),
        exposes: relation.exposes.map(({ target }) => target),
        shares: relation.shares.map(({ target }) => target),
      };
    }),
    calls: model.calls.map((call) => edgeJson(call, call.from, call.to)),
    subscriptions: model.subscriptions.map((edge) => edgeJson(edge, edge.service, edge.event)),
    publications: model.publications.map((edge) => edgeJson(edge, edge.service, edge.event)),
    sends: model.sendings.map((edge) => edgeJson(edge, edge.service, edge.command)),
    handles: model.handlings.map((edge) => edgeJson(edge, edge.service, edge.command)),
    accesses: model.accesses.map((edge) => edgeJson(edge, edge.service, edge.store)),
    unresolved: model.unresolved,
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
  'keySpan',
  'spans',
  'targetSpan',
]);

function elementJson(element: Element): object {
  return plain(element) as object;
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

function edgeJson(edge: Edge, from: ElementId, to: ElementId): object {
  const rest = plain(edge) as Record<string, unknown>;
  const policies = 'policies' in edge ? { policies: policiesJson(edge.policies) } : {};
  return { ...rest, id: edge.id, from, to, ...policies, span: edge.span };
}

/** Only what was declared, so that a reader sees what the author wrote. */
function policiesJson(policies: Policies): object {
  const entries = Object.entries(plain(policies) as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter(([key, value]) => value !== false && !(key === 'times' && value === 1)),
  );
}
