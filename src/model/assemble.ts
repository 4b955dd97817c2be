import type { Draft } from './build/draft.js';
import { deriveRelations, leadingMap } from './derived-relations.js';
import type {
  Context,
  Duplicate,
  Element,
  ElementId,
  ElementKind,
  ElementOf,
  Model,
  Problem,
} from './model.js';
import type { LinkedFile } from './resolve/link.js';

/** Puts linked files together. `files` are in the order of their names. */
export function assemble(
  files: readonly { readonly draft: Draft; readonly linked: LinkedFile }[],
  contexts: readonly Context[],
  contextProblems: readonly Problem[],
): Model {
  const elements = new Map<ElementId, Element>();
  const duplicates = new Map<ElementId, Element[]>();
  const byKind = new Map<ElementKind, Element[]>();
  const insert = (element: Element) => {
    const first = elements.get(element.id);
    if (first) {
      const known = duplicates.get(element.id);
      if (known) known.push(element);
      else duplicates.set(element.id, [first, element]);
      return;
    }
    elements.set(element.id, element);
    const list = byKind.get(element.kind);
    if (list) list.push(element);
    else byKind.set(element.kind, [element]);
  };
  for (const context of contexts) insert(context);
  for (const { linked } of files) linked.elements.forEach(insert);

  const of = <K extends ElementKind>(kind: K) => (byKind.get(kind) ?? []) as ElementOf<K>[];
  const leading = leadingMap(of('contextmap'));
  const maps = of('contextmap').map((map) => {
    if (map !== leading) return map;
    const marked = { ...map, leading: true };
    elements.set(map.id, marked);
    return marked;
  });
  const flows = of('flow').map((flow) => {
    const steps = of('step').filter(({ parent }) => parent === flow.id);
    const full = { ...flow, steps };
    elements.set(flow.id, full);
    return full;
  });
  const parts = {
    files: files.map(({ draft }) => draft.file),
    elements,
    systems: of('system'),
    domains: of('domain'),
    subdomains: of('subdomain'),
    teams: of('team'),
    actors: of('actor'),
    externals: of('external'),
    brokers: of('broker'),
    libraries: of('library'),
    contexts: of('context'),
    aggregates: of('aggregate'),
    entities: of('entity'),
    values: of('value'),
    enums: of('enum'),
    scalars: of('scalar'),
    unions: of('union'),
    events: of('event'),
    commands: of('command'),
    errors: of('error'),
    services: of('service'),
    stores: of('store'),
    apis: of('api'),
    operations: of('operation'),
    maps,
    relations: of('relation'),
    views: of('view'),
    flows,
    calls: files.flatMap(({ linked }) => linked.edges.calls),
    subscriptions: files.flatMap(({ linked }) => linked.edges.subscriptions),
    publications: files.flatMap(({ linked }) => linked.edges.publications),
    sendings: files.flatMap(({ linked }) => linked.edges.sendings),
    handlings: files.flatMap(({ linked }) => linked.edges.handlings),
    accesses: files.flatMap(({ linked }) => linked.edges.accesses),
    references: files.flatMap(({ linked }) => linked.references),
    unresolved: files.flatMap(({ linked }) => linked.unresolved),
    problems: [...files.flatMap(({ draft }) => draft.problems), ...contextProblems],
    duplicates: [...duplicates].map(([id, declarations]): Duplicate => ({ id, declarations })),
  };
  return { ...parts, derivedRelations: deriveRelations(parts) };
}
