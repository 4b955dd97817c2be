/** Small questions that everybody asks of a model. All are O(1) or O(depth). */
import { inBoundaries } from './boundary-kinds.js';
import type { Context } from './elements/context.js';
import type { Element, ElementOf } from './elements/element.js';
import type { ElementId, ElementKind } from './elements/identity.js';
import type { Model } from './model.js';

/** The element with this id if it has that kind, else undefined. */
export function find<K extends ElementKind>(
  model: Model,
  kind: K,
  id: ElementId | undefined,
): ElementOf<K> | undefined {
  const element = id === undefined ? undefined : model.elements.get(id);
  return element?.kind === kind ? (element as ElementOf<K>) : undefined;
}

const dot = 0x2e;

/** What is known of the boundaries of a model. */
interface Boundaries {
  /** By name; undefined for a name of none, or of both a context and an external. */
  readonly named: Map<string, Element | undefined>;
  /** How ids go on behind their kinds in the last one that was asked for, as the next one mostly does. */
  prefix: string;
  last: Element | undefined;
}

const boundaries = new WeakMap<object, Boundaries>();

/**
 * The bounded context or external that an element belongs to; itself for those two. The name of
 * the element tells, so nothing is climbed unless a context and an external share that name.
 */
export function boundaryOf(
  model: Pick<Model, 'elements'>,
  id: ElementId | undefined,
): Element | undefined {
  if (id === undefined) return undefined;
  const colon = id.indexOf(':');
  const kind = id.slice(0, colon) as ElementKind;
  if (kind === 'context' || kind === 'external') return model.elements.get(id);
  if (!inBoundaries.has(kind)) return climb(model, id);
  let known = boundaries.get(model);
  if (!known) boundaries.set(model, (known = { named: new Map(), prefix: '', last: undefined }));
  if (known.last && id.startsWith(known.prefix, colon)) return known.last;
  const end = id.indexOf('.', colon);
  if (end < 0) return climb(model, id);
  const boundary = boundaryNamed(model, known.named, id.slice(colon + 1, end));
  if (!boundary) return climb(model, id);
  known.prefix = id.slice(colon, end + 1);
  known.last = boundary;
  return boundary;
}

/**
 * Tells of two elements that lie in contexts or externals whether they do so in one, by their names
 * alone; of others, and where a context and an external have one name, it knows nothing.
 */
export function sameBoundary(
  model: Pick<Model, 'elements' | 'externals'>,
): (a: ElementId, b: ElementId) => boolean {
  if (model.externals.some(({ name }) => model.elements.has(`context:${name}`))) return () => false;
  return (a, b) => {
    const from = a.indexOf(':') + 1;
    const shift = b.indexOf(':') + 1 - from;
    for (let at = from; at < a.length; at++) {
      const code = a.charCodeAt(at);
      if (code !== b.charCodeAt(at + shift)) return false;
      if (code === dot) return true;
    }
    return false;
  };
}

function boundaryNamed(
  { elements }: Pick<Model, 'elements'>,
  known: Boundaries['named'],
  name: string,
): Element | undefined {
  const found = known.get(name);
  if (found !== undefined || known.has(name)) return found;
  const context = elements.get(`context:${name}`);
  const external = elements.get(`external:${name}`);
  const only = context && external ? undefined : (context ?? external);
  known.set(name, only);
  return only;
}

function climb(model: Pick<Model, 'elements'>, id: ElementId): Element | undefined {
  let element = model.elements.get(id);
  while (element && element.kind !== 'context' && element.kind !== 'external') {
    element = element.parent === undefined ? undefined : model.elements.get(element.parent);
  }
  return element;
}

/** The bounded context that an element lies in, itself for a context. */
export function contextOf(model: Model, id: ElementId | undefined): Context | undefined {
  const boundary = boundaryOf(model, id);
  return boundary?.kind === 'context' ? boundary : undefined;
}

/** Whether what offers or does something is a service of the model, not an external or an actor. */
export function isServiceId(id: ElementId | undefined): boolean {
  return id?.startsWith('service:') ?? false;
}

/** The kind part of an id: `service` of `service:Ordering.OrderService`. */
export function kindOfId(id: ElementId): string {
  return id.slice(0, id.indexOf(':'));
}

/** The name part of an id: `Ordering.OrderService` of `service:Ordering.OrderService`. */
export function nameOfId(id: ElementId): string {
  return id.slice(id.indexOf(':') + 1);
}
