import type { Model } from '../../model/model.js';
import { actorNode, contextNode, externalNode, type SizedNode } from '../measure.js';
import { byId } from '../model-index.js';
import type { Picture, PictureEdge, PictureNode, Point } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import type { LayoutEngine } from './engine.js';
import { framed } from './frame.js';
import { layoutInside, type InsideLayout } from './inside.js';
import { arrangeLike, type Arrangement } from './incremental.js';
import { landscapeGraph, readLandscape, type Landscape } from './landscape.js';
import { layeredLandscape, type Placed } from './layered-landscape.js';
import { portsOf, type Port } from './ports.js';
import { movedEdge, shifted } from './geometry.js';
import type { RouteProblem } from './route.js';

export type { LayoutEngine } from './engine.js';
export type { Arrangement } from './incremental.js';

/** Room inside an opened context, around its content. */
const room = { side: 22, bottom: 22, header: 40, mark: 14 } as const;

/**
 * Places everything that a selection shows, in two levels: first the inside of each opened
 * context by itself, then the participants among each other. The same selection gives the same
 * picture.
 */
export async function layout(
  model: Model,
  selection: Selection,
  engine: LayoutEngine,
  arrangement: Arrangement = { pins: {} },
): Promise<Picture> {
  const flows = new Map(arrangement.previous?.nodes.map(({ id, flow }) => [id, flow] as const));
  const insides = new Map(
    await Promise.all(
      selection.contexts
        .filter(({ id }) => selection.open.has(id))
        .map(
          async (context) =>
            [
              context.id,
              await layoutInside(model, context, selection, engine, flows.get(context.id)),
            ] as const,
        ),
    ),
  );
  const nodes = participants(model, selection, insides);
  const ports = portsOf(selection.relations);
  const { landscape, flow } = await arranged(nodes, ports, selection, engine, arrangement);
  return assemble(titleOf(selection, model), flow, landscape, insides);
}

/** So many boxes, and half of all, that are opened or folded at once leave no arrangement to keep. */
const turnedAtOnce = 3;

/**
 * Places the outer level: like the previous one where most of its boxes are there again, else
 * afresh. Groups are always laid out afresh, as a frame must hold its members together.
 */
async function arranged(
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  selection: Selection,
  engine: LayoutEngine,
  { previous, pins }: Arrangement,
): Promise<Placed> {
  const like = async (former: Landscape, flow: Direction) => {
    const route = (problem: RouteProblem) => engine.route(problem);
    const directed = { ...selection, direction: flow };
    return { landscape: await arrangeLike(former, pins, nodes, ports, directed, route), flow };
  };
  const grouped = selection.groups.length > 0;
  if (previous && !grouped) {
    const former = outerLevel(previous);
    const known = new Map(former.nodes.map((node) => [node.id, node]));
    const again = nodes.filter(({ id }) => known.has(id));
    const turned = again.filter(({ id, open }) => known.get(id)?.open !== open);
    const few = turned.length < turnedAtOnce || turned.length * 2 < nodes.length;
    if (again.length > 0 && again.length * 2 >= nodes.length && few)
      return like(former, previous.flow);
  }
  const { landscape, flow } = await placedAfresh(nodes, ports, selection, engine);
  const moved = !grouped && nodes.some(({ id }) => Object.hasOwn(pins, id));
  return moved ? like(landscape, flow) : { landscape, flow };
}

/** Small maps are laid out by our own layers, large and grouped ones by ELK. */
async function placedAfresh(
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  selection: Selection,
  engine: LayoutEngine,
): Promise<Placed> {
  const small = await layeredLandscape(nodes, ports, selection, engine);
  if (small && selection.groups.length === 0) return small;
  const flow = selection.direction ?? small?.flow ?? 'right';
  const placed = await engine.place(landscapeGraph(nodes, ports, selection, flow));
  return { landscape: readLandscape(placed, nodes, ports, selection), flow };
}

/** The participants of a picture in the coordinates that arrangements count in. */
function outerLevel({ nodes, ports, edges, origin }: Picture): Landscape {
  const back = <T extends Point>(item: T) => shifted(item, -origin.x, -origin.y);
  const outer = nodes.filter(({ parent, shape }) => parent === undefined && shape !== 'group');
  return {
    nodes: outer.map(back),
    ports: ports.map(back),
    edges: edges
      .filter(({ inside }) => inside === undefined)
      .map((edge) => movedEdge(edge, -origin.x, -origin.y)),
  };
}

/** Boxes of the outer level with their sizes; opened ones are as large as their inside needs. */
function participants(
  model: Model,
  selection: Selection,
  insides: ReadonlyMap<string, InsideLayout>,
): SizedNode[] {
  return [
    ...selection.contexts.map((context): SizedNode => {
      const node = contextNode(model, context, selection);
      const inside = insides.get(context.id);
      if (!inside || inside.nodes.length === 0) return { ...node, open: false };
      return {
        ...node,
        open: true,
        flow: inside.flow,
        width: Math.max(node.width, inside.width + 2 * room.side),
        height: inside.height + headerHeight(node) + room.bottom,
      };
    }),
    ...selection.externals.map(externalNode),
    ...selection.actors.map(actorNode),
  ];
}

function headerHeight({ mark }: SizedNode): number {
  return room.header + (mark === '' ? 0 : room.mark);
}

/** Puts insides into their contexts, and a frame with title and legend around everything. */
function assemble(
  title: string,
  flow: Direction,
  landscape: Landscape,
  insides: ReadonlyMap<string, InsideLayout>,
): Picture {
  const nodes: PictureNode[] = [];
  const edges: PictureEdge[] = [...landscape.edges];
  for (const node of landscape.nodes) {
    nodes.push(node);
    const inside = node.open ? insides.get(node.id) : undefined;
    if (!inside) continue;
    const left = node.x + (node.width - inside.width) / 2;
    const top = node.y + headerHeight(node);
    nodes.push(...inside.nodes.map((inner) => shifted(inner, left, top)));
    edges.push(...inside.edges.map((edge) => movedEdge(edge, left, top)));
  }
  const ports = [...landscape.ports].sort(byId);
  return framed({ title, flow, nodes, ports, edges });
}

function titleOf(selection: Selection, model: Model): string {
  const system = model.systems[0];
  const name = system?.title ?? system?.name;
  return name === undefined || name === selection.title
    ? selection.title
    : `${name} – ${selection.title}`;
}
