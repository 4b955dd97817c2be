import { typeReferences } from './dependencies.js';
import { digraph, stronglyConnectedComponents, successors } from './graph.js';
import type { Field } from './elements/data-types.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';

/** A field that holds a type by value. */
export interface Containment {
  readonly field: Field;
  readonly to: ElementId;
}

interface TypeGraph {
  readonly contained: ReadonlyMap<ElementId, readonly Containment[]>;
  /** Types that contain themselves, directly or by way of others. */
  readonly recursive: ReadonlySet<ElementId>;
}

const graphs = new WeakMap<Model, TypeGraph>();

/** Which declared types hold which others by value; references by identity lead nowhere. */
function typeGraph(model: Model): TypeGraph {
  const known = graphs.get(model);
  if (known) return known;
  const contained = new Map<ElementId, Containment[]>();
  const structures = [model.entities, model.values, model.events, model.commands, model.errors];
  for (const list of structures) {
    for (const { id, fields } of list) contained.set(id, fields.flatMap(containedIn));
  }
  const ids = [...contained.keys(), ...model.unions.map(({ id }) => id)];
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const pairs: (readonly [number, number])[] = [];
  const add = (from: ElementId, to: ElementId) => {
    const target = indexOf.get(to);
    if (target !== undefined) pairs.push([indexOf.get(from) ?? 0, target]);
  };
  for (const [from, fields] of contained) for (const { to } of fields) add(from, to);
  for (const { id, members } of model.unions) for (const { target } of members) add(id, target);
  const nodes = digraph(ids.length, pairs);
  const recursive = new Set<ElementId>();
  for (const members of stronglyConnectedComponents(nodes).members) {
    const [first = 0] = members;
    if (members.length > 1 || successors(nodes, first).includes(first)) {
      for (const member of members) recursive.add(ids[member] ?? '');
    }
  }
  const graph = { contained, recursive };
  graphs.set(model, graph);
  return graph;
}

function containedIn(field: Field): Containment[] {
  return typeReferences(field.type)
    .filter(({ byIdentity }) => !byIdentity)
    .map(({ target }) => ({ field, to: target }));
}

/** Types that the given ones hold by value at any depth, themselves included. */
export function typesWithin(model: Model, starts: readonly ElementId[]): Set<ElementId> {
  const { contained } = typeGraph(model);
  const reached = new Set(starts);
  // The set grows while it is walked.
  for (const id of reached) {
    for (const { to } of contained.get(id) ?? []) reached.add(to);
    const element = model.elements.get(id);
    if (element?.kind === 'union') for (const { target } of element.members) reached.add(target);
  }
  return reached;
}

/** Whether a type contains itself, directly or by way of others. */
export function isRecursive(model: Model, id: ElementId): boolean {
  return typeGraph(model).recursive.has(id);
}

/** A type that holds another by value; in a field, or as a union whose member that is. */
export interface Container {
  readonly container: ElementId;
  readonly field?: Field;
}

const reversed = new WeakMap<Model, ReadonlyMap<ElementId, readonly Container[]>>();

/** Types that hold this one by value themselves. */
export function containersOf(model: Model, id: ElementId): readonly Container[] {
  let index = reversed.get(model);
  if (!index) reversed.set(model, (index = reverse(model)));
  return index.get(id) ?? [];
}

function reverse(model: Model): ReadonlyMap<ElementId, readonly Container[]> {
  const index = new Map<ElementId, Container[]>();
  const add = (to: ElementId, container: Container) => {
    const known = index.get(to);
    if (known) known.push(container);
    else index.set(to, [container]);
  };
  for (const [container, fields] of typeGraph(model).contained) {
    for (const { field, to } of fields) add(to, { container, field });
  }
  for (const { id: container, members } of model.unions) {
    for (const { target } of members) add(target, { container });
  }
  return index;
}
