import { edgesOf, endsOf } from './edges.js';
import type { Relation } from '../../model/elements/context-map.js';
import type { Edge } from '../../model/elements/edges.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { nameOfId } from '../../model/lookup.js';

/** Which thing of one revision is which thing of the other: by id, and by `@renamedFrom`. */
export interface Correspondence {
  /** Id before, of what has this id after; missing for what is new. */
  readonly former: ReadonlyMap<ElementId, ElementId>;
  /** Id after, of what had this id before; missing for what is gone. */
  readonly latter: ReadonlyMap<ElementId, ElementId>;
}

/**
 * Pairs elements, relations and edges of two revisions. A rename counts in the revision in which its
 * `@renamedFrom` appears; the annotation may stay in the text afterwards. What lies inside of
 * something renamed needs no annotation of its own. Linear in the two models.
 */
export function correspond(before: Model, after: Model): Correspondence {
  const former = new Map<ElementId, ElementId>();
  const latter = new Map<ElementId, ElementId>();
  const pair = (now: ElementId, then: ElementId) => {
    former.set(now, then);
    latter.set(then, now);
  };
  for (const level of levels(after)) {
    const others = level.filter((element) => {
      const then = renamed(element, before, former);
      if (then === undefined || latter.has(then)) return true;
      pair(element.id, then);
      return false;
    });
    for (const element of others) {
      if (isSame(element, before, former) && !latter.has(element.id)) {
        pair(element.id, element.id);
        continue;
      }
      const then = [underFormerParent(element, before, former, element.name), element.id].find(
        (id) => id !== undefined && before.elements.has(id) && !latter.has(id),
      );
      if (then !== undefined) pair(element.id, then);
    }
  }
  const known = new Map(edgesOf(before).map((edge) => [edge.id, edge]));
  const isSameEnd = (id: ElementId | undefined) => id === undefined || former.get(id) === id;
  for (const edge of edgesOf(after)) {
    const isSameEdge = known.get(edge.id) === edge && endsOf(edge).every(isSameEnd);
    const then = isSameEdge ? edge.id : formerEdgeId(edge, former);
    if (known.has(then) && !latter.has(then)) pair(edge.id, then);
  }
  return { former, latter };
}

/** Whether it is the very same object in both revisions, in surroundings that kept their id. */
function isSame(
  element: Element,
  before: Model,
  former: ReadonlyMap<ElementId, ElementId>,
): boolean {
  const { id, parent } = element;
  return (
    before.elements.get(id) === element && (parent === undefined || former.get(parent) === parent)
  );
}

/** Elements by their depth, outer ones first, so that parents are paired before what they hold. */
function levels({ elements }: Model): Element[][] {
  const result: Element[][] = [];
  for (const element of elements.values()) {
    if (element.kind === 'relation') continue;
    const depth = element.qualifiedName.split('.').length - 1;
    (result[depth] ??= []).push(element);
  }
  return result.filter((level) => level.length > 0);
}

/** The id before of something whose annotation is new in this revision. */
function renamed(
  element: Element,
  before: Model,
  former: ReadonlyMap<ElementId, ElementId>,
): ElementId | undefined {
  const { renamedFrom, kind, name } = element;
  if (renamedFrom === undefined) return undefined;
  const same = underFormerParent(element, before, former, name);
  if (same !== undefined && before.elements.get(same)?.renamedFrom === renamedFrom)
    return undefined;
  const then = renamedFrom.includes('.')
    ? `${kind}:${renamedFrom}`
    : underFormerParent(element, before, former, renamedFrom);
  return then !== undefined && before.elements.has(then) ? then : undefined;
}

function underFormerParent(
  { kind, parent, qualifiedName, name }: Element,
  before: Model,
  former: ReadonlyMap<ElementId, ElementId>,
  wanted: string,
): ElementId | undefined {
  // Where the surroundings are not an element, the path itself says where it stands.
  const path = qualifiedName.slice(0, Math.max(0, qualifiedName.length - name.length - 1));
  const then = parent === undefined ? undefined : former.get(parent);
  const around =
    (then === undefined ? undefined : before.elements.get(then)?.qualifiedName) ?? path;
  return `${kind}:${around === '' ? '' : `${around}.`}${wanted}`;
}

function formerEdgeId(edge: Edge | Relation, former: ReadonlyMap<ElementId, ElementId>): ElementId {
  const [from, to] = endsOf(edge);
  const was = (id: ElementId | undefined) =>
    id === undefined ? undefined : nameOfId(former.get(id) ?? id);
  const [kindAndFrom = '', target = ''] = edge.id.split('->');
  const colon = kindAndFrom.indexOf(':');
  const ordinal = /#\d+$/.exec(target)?.[0] ?? '';
  const source = kindAndFrom.slice(colon + 1);
  const map = edge.kind === 'relation' && edge.map !== undefined ? `${was(edge.map) ?? ''}.` : '';
  const origin = from === undefined ? source : `${map}${was(from) ?? ''}`;
  const end = to === undefined ? target : `${was(to) ?? ''}${ordinal}`;
  return `${kindAndFrom.slice(0, colon)}:${origin}->${end}`;
}
