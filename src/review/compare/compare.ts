import type { Edge } from '../../model/elements/edges.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { ChangeKind, FileMove, ModelChange } from './change.js';
import { correspond, type Correspondence } from './correspondence.js';
import { edgesOf } from './edges.js';
import { fileMoves } from './file-moves.js';
import { memberChanges } from './members.js';
import { propertyChanges } from './properties.js';
import type { Today } from './values.js';

export interface Comparison {
  readonly before: Model;
  readonly after: Model;
  readonly correspondence: Correspondence;
  /** Sorted by id. */
  readonly changes: readonly ModelChange[];
  readonly fileMoves: readonly FileMove[];
}

type Item = Element | Edge;

/**
 * Compares two revisions of a model: elements, relations (declared and derived) and edges. The order
 * of declarations, formatting, and the files that things stand in make no change. Linear in the
 * models; what both share as the same object costs nothing.
 */
export function compareModels(before: Model, after: Model): Comparison {
  const correspondence = correspond(before, after);
  const { latter } = correspondence;
  const today: Today = (id) => latter.get(id) ?? id;
  const then = itemsOf(before);
  const now = itemsOf(after);
  const changes: ModelChange[] = [];
  for (const [id, item] of now) {
    const formerId = correspondence.former.get(id);
    const old = formerId === undefined ? undefined : then.get(formerId);
    if (!old) changes.push(oneSided('added', item));
    else if (old !== item) changes.push(...changed(old, item, today));
  }
  for (const [id, item] of then) {
    if (!latter.has(id)) changes.push(oneSided('removed', item));
  }
  changes.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.change < b.change ? -1 : 1));
  return { before, after, correspondence, changes, fileMoves: fileMoves(before, after) };
}

function itemsOf(model: Model): Map<ElementId, Item> {
  const items = new Map<ElementId, Item>();
  for (const element of model.elements.values()) {
    if (element.kind !== 'relation') items.set(element.id, element);
  }
  for (const edge of edgesOf(model)) items.set(edge.id, edge);
  return items;
}

function oneSided(change: 'added' | 'removed', { id, kind, span }: Item): ModelChange {
  return {
    change,
    kind,
    id,
    ...(change === 'added' ? { after: span } : { before: span }),
    properties: [],
  };
}

function changed(old: Item, item: Item, today: Today): ModelChange[] {
  const change = changeKind(old, item, today);
  const properties = [
    ...propertyChanges(old, item, today),
    ...('name' in old && 'name' in item ? memberChanges(old, item, today) : []),
  ];
  if (change === 'changed' && properties.length === 0) return [];
  return [
    {
      change,
      kind: item.kind,
      id: item.id,
      ...(old.id === item.id ? {} : { formerId: old.id }),
      before: old.span,
      after: item.span,
      properties,
    },
  ];
}

/** Elements whose path is new only because of their surroundings did not change themselves. */
function changeKind(old: Item, item: Item, today: Today): ChangeKind {
  if (!('qualifiedName' in old) || !('qualifiedName' in item) || item.kind === 'relation') {
    return 'changed';
  }
  const surroundings = old.parent === undefined ? undefined : today(old.parent);
  if (surroundings !== item.parent) return 'moved';
  return old.name === item.name ? 'changed' : 'renamed';
}
