import {
  portLabel,
  relationDescription,
  relationText,
  type PortLabel,
  type RelationEnd,
} from '../../diagram/labels.js';
import { insideOf } from '../../diagram/inside.js';
import { describeEdge } from '../../diagram/layout/describe-edge.js';
import { actorNode, contextNode, externalNode, type SizedNode } from '../../diagram/measure.js';
import { indexOf } from '../../diagram/model-index.js';
import type { EdgeStyle, PictureEdge } from '../../diagram/picture.js';
import type { Selection } from '../../diagram/select.js';
import { boundaryOf, find } from '../../model/lookup.js';
import type { Relation } from '../../model/elements/context-map.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';

/** One revision, and how its ids answer to those of the map of both. */
export interface Side {
  readonly model: Model;
  /** The id in this revision of what has this id on the map; undefined for what is not in it. */
  readonly here: (id: ElementId) => ElementId | undefined;
  /** The id on the map of what has this id in this revision. */
  readonly onMap: (id: ElementId) => ElementId;
}

export interface ShownEdge {
  readonly style: EdgeStyle;
  readonly arrow: boolean;
  readonly text: string;
  readonly description: string;
  /** For relations. */
  readonly port?: (end: RelationEnd) => PortLabel | undefined;
}

/** What a revision has of a map of both, with its own words; by the ids of that map. */
export interface Shown {
  /** By the id of the node. */
  readonly nodes: ReadonlyMap<string, SizedNode>;
  /** By `edgePlace`. */
  readonly edges: ReadonlyMap<string, ShownEdge>;
}

/** What an edge is known by in both revisions; several calls between two boxes are one edge. */
export function edgePlace({
  id,
  inside,
  style,
  from,
  to,
}: Omit<PictureEdge, 'points' | 'arrow' | 'description'>): string {
  return inside === undefined ? id : `${inside} ${style} ${from} ${to}`;
}

/** What a revision has of what a map of both selects. */
export function shownOf({ model, here, onMap }: Side, selection: Selection): Shown {
  const nodes = new Map<string, SizedNode>();
  const edges = new Map<string, ShownEdge>();
  const own: Selection = {
    ...selection,
    open: new Set([...selection.open].map((id) => here(id) ?? id)),
    showsPart: (context, part) => selection.showsPart(onMap(context), onMap(part)),
    excludes: (element) => selection.excludes(onMap(element)),
  };
  const nodeOnMap = (id: string) => id.split('@').map(onMap).join('@');
  for (const { id } of selection.contexts) {
    const context = find(model, 'context', here(id));
    if (!context) continue;
    nodes.set(id, contextNode(model, context, own));
    if (!selection.open.has(id)) continue;
    const inside = insideOf(model, context, own);
    for (const node of inside.nodes) {
      const rows = node.rows.map((row) => ({ ...row, id: onMap(row.id) }));
      nodes.set(nodeOnMap(node.id), { ...node, rows });
    }
    for (const edge of inside.edges) {
      const { style, label = '' } = edge;
      const [from, to] = [nodeOnMap(edge.from), nodeOnMap(edge.to)];
      edges.set(edgePlace({ id: edge.id, inside: id, style, from, to }), {
        style,
        arrow: style !== 'use',
        text: label,
        description: describeEdge(edge),
      });
    }
  }
  for (const { id } of selection.externals) {
    const external = find(model, 'external', here(id));
    if (external) nodes.set(id, externalNode(external));
  }
  for (const { id } of selection.actors) {
    const actor = find(model, 'actor', here(id));
    if (actor) nodes.set(id, actorNode(actor));
  }
  const relations = new Map(
    [...model.relations, ...model.derivedRelations].map((relation) => [relation.id, relation]),
  );
  for (const { id } of selection.relations) {
    const relation = relations.get(here(id) ?? '');
    if (relation) edges.set(id, shownRelation(relation));
  }
  for (const { id, from, to } of selection.links) {
    const calls = indexOf(model).callsByActor(here(from) ?? '');
    const isThere = calls.some(({ toService }) => boundaryOf(model, toService)?.id === here(to));
    const description = `${simple(from)} uses ${simple(to)}`;
    if (isThere) edges.set(id, { style: 'call', arrow: true, text: '', description });
  }
  return { nodes, edges };
}

function shownRelation(relation: Relation): ShownEdge {
  const { origin, relationKind } = relation;
  return {
    style: origin === 'derived' ? 'derived' : relationKind,
    arrow: relationKind === 'upstream-downstream' || relationKind === 'customer-supplier',
    text: relationText(relation),
    description: relationDescription(relation),
    port: (end) => portLabel(relation, end),
  };
}

function simple(id: ElementId): string {
  return id.slice(id.indexOf(':') + 1);
}
