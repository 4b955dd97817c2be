/** Small questions that everybody asks of a model. All are O(1) or O(depth). */
import type { Context, Element, ElementId, ElementKind, ElementOf, Model } from './model.js';

/** The element with this id if it has that kind, else undefined. */
export function find<K extends ElementKind>(
  model: Model,
  kind: K,
  id: ElementId | undefined,
): ElementOf<K> | undefined {
  const element = id === undefined ? undefined : model.elements.get(id);
  return element?.kind === kind ? (element as ElementOf<K>) : undefined;
}

/** The bounded context or external that an element belongs to; itself for those two. */
export function boundaryOf(model: Model, id: ElementId | undefined): Element | undefined {
  let element = id === undefined ? undefined : model.elements.get(id);
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

/** The kind part of an id: `service` of `service:Ordering.OrderService`. */
export function kindOfId(id: ElementId): string {
  return id.slice(0, id.indexOf(':'));
}

/** The name part of an id: `Ordering.OrderService` of `service:Ordering.OrderService`. */
export function nameOfId(id: ElementId): string {
  return id.slice(id.indexOf(':') + 1);
}
