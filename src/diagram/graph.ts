import type { RelationKind } from '../model/elements/context-map.js';
import type { ElementId } from '../model/elements/identity.js';
import type { SubdomainType } from '../model/elements/strategic.js';
import type { Model } from '../model/model.js';
import { insideOf } from './inside.js';
import { portLabel, relationText } from './labels.js';
import { actorNode, contextNode, externalNode, type SizedNode } from './measure.js';
import { byId } from './model-index.js';
import type { EdgeStyle, NodeShape } from './picture.js';
import type { Direction, Selection } from './select.js';

/** What a map shows, without places: what text formats are written from. */
export interface VisibleGraph {
  readonly title: string;
  readonly direction: Direction;
  readonly nodes: readonly VisibleNode[];
  readonly edges: readonly VisibleEdge[];
}

export interface VisibleNode {
  readonly id: string;
  readonly element: ElementId;
  readonly shape: NodeShape;
  readonly name: string;
  /** Title, technology, team; each a line. */
  readonly details: readonly string[];
  readonly apis: readonly string[];
  readonly mark: string;
  readonly subdomain?: SubdomainType;
  /** The group or context that holds it. */
  readonly parent?: string;
  /** Holds other nodes. */
  readonly open: boolean;
}

export interface VisibleEdge {
  readonly id: ElementId;
  readonly style: EdgeStyle;
  readonly relationKind?: RelationKind;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** `U OHS, PL`; empty where there is none. */
  readonly upstream: string;
  readonly downstream: string;
}

/** The graph of what a selection shows. Elements of other opened contexts need no ghosts here. */
export function visibleGraph(model: Model, selection: Selection): VisibleGraph {
  const nodes: VisibleNode[] = [];
  const edges: VisibleEdge[] = [];
  const groupOf = new Map(
    selection.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  for (const { id, label, kind } of selection.groups) {
    nodes.push({
      id,
      element: id,
      shape: 'group',
      name: label,
      details: [],
      apis: [],
      mark: kind,
      open: true,
    });
  }
  const ghosts = new Map<string, ElementId>();
  for (const context of selection.contexts) {
    const inside = selection.open.has(context.id) ? insideOf(model, context, selection) : undefined;
    const open = inside !== undefined && inside.nodes.length > 0;
    nodes.push({
      ...visible(contextNode(model, context, selection), groupOf.get(context.id)),
      open,
    });
    if (!inside) continue;
    for (const node of inside.nodes) {
      if (node.ghost) ghosts.set(node.id, node.element);
      nodes.push(visible(node, context.id));
    }
    for (const { id, from, to, style, label = '' } of inside.edges) {
      edges.push({ id, from, to, style, label, upstream: '', downstream: '' });
    }
  }
  nodes.push(...selection.externals.map((external) => visible(externalNode(external))));
  nodes.push(...selection.actors.map((actor) => visible(actorNode(actor))));
  for (const relation of selection.relations) {
    const { id, relationKind, origin, upstream = '', downstream = '' } = relation;
    const plate = (end: 'upstream' | 'downstream') => {
      const label = portLabel(relation, end);
      return [label?.letter, label?.roles]
        .filter((part) => part !== undefined && part !== '')
        .join(' ');
    };
    edges.push({
      id,
      relationKind,
      style: origin === 'derived' ? 'derived' : relationKind,
      from: upstream,
      to: downstream,
      label: relationText(relation),
      upstream: plate('upstream'),
      downstream: plate('downstream'),
    });
  }
  for (const { id, from, to } of selection.links) {
    edges.push({ id, from, to, style: 'call', label: 'uses', upstream: '', downstream: '' });
  }
  const { title, direction = 'right' } = selection;
  return { title, direction, ...withoutGhosts(nodes, edges, ghosts) };
}

/** A ghost of something that is shown itself is replaced by it. */
function withoutGhosts(
  nodes: readonly VisibleNode[],
  edges: readonly VisibleEdge[],
  ghosts: ReadonlyMap<string, ElementId>,
) {
  const shown = new Set(nodes.map(({ id }) => id));
  const real = (id: string) => {
    const element = ghosts.get(id);
    return element !== undefined && shown.has(element) ? element : id;
  };
  const kept = new Map<string, VisibleEdge>();
  for (const edge of edges) {
    const moved = { ...edge, from: real(edge.from), to: real(edge.to) };
    const key = `${moved.style} ${moved.from} ${moved.to} ${moved.label}`;
    if (!kept.has(key)) kept.set(key, moved);
  }
  return {
    nodes: nodes.filter(({ id }) => real(id) === id),
    edges: [...kept.values()].sort(byId),
  };
}

function visible(node: SizedNode, parent?: string): VisibleNode {
  const { id, element, shape, name, details, rows, mark, subdomain } = node;
  return {
    id,
    element,
    shape,
    name: name.join(''),
    details,
    apis: rows.map(({ text, tag }) => `${text} (${tag})`),
    mark,
    ...(subdomain === undefined ? {} : { subdomain }),
    ...(parent === undefined ? {} : { parent }),
    open: false,
  };
}

/** Short names for a graph's nodes that every notation takes: `n1`, `n2`, … in the graph's order. */
export function aliasesOf({ nodes }: VisibleGraph): (id: string) => string {
  const aliases = new Map(nodes.map(({ id }, index) => [id, `n${String(index + 1)}`]));
  return (id) => aliases.get(id) ?? 'n0';
}

/** The whole label of an edge on one line: `U OHS → D ACL: REST`. */
export function edgeText({ label, upstream, downstream }: VisibleEdge): string {
  const plates = [upstream, downstream].filter((text) => text !== '').join(' → ');
  return [plates, label].filter((text) => text !== '').join(': ');
}
