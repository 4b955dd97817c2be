import type { Model } from '../../model/model.js';
import { actorNode, contextNode, externalNode, type SizedNode } from '../measure.js';
import type { Picture, PictureEdge, PictureNode } from '../picture.js';
import type { Selection } from '../select.js';
import type { LayoutEngine } from './engine.js';
import { framed } from './frame.js';
import { layoutInside, type InsideLayout } from './inside.js';
import { landscapeGraph, readLandscape, type Landscape } from './landscape.js';
import { laidOut } from './options.js';
import { portsOf } from './ports.js';
import { movedEdge, shifted } from './geometry.js';

export type { LayoutEngine } from './engine.js';

/** Room inside an opened context, around its content. */
const room = { side: 22, bottom: 22, header: 40, mark: 14 } as const;

/** Width of a usual drawing area by its height. */
const screen = 1.6;

/**
 * Places everything that a selection shows, in two levels: first the inside of each opened
 * context by itself, then the participants among each other. The same selection gives the same
 * picture.
 */
export async function layout(
  model: Model,
  selection: Selection,
  engine: LayoutEngine,
): Promise<Picture> {
  const insides = new Map(
    await Promise.all(
      selection.contexts
        .filter(({ id }) => selection.open.has(id))
        .map(
          async (context) =>
            [context.id, await layoutInside(model, context, selection, engine)] as const,
        ),
    ),
  );
  const nodes = participants(model, selection, insides);
  const ports = portsOf(selection.relations);
  const placed = await laidOut(
    engine,
    (direction) => landscapeGraph(nodes, ports, selection, direction),
    nodes.length,
    selection.direction,
    screen,
  );
  const landscape = readLandscape(placed, nodes, ports, selection);
  return assemble(titleOf(selection, model), landscape, insides);
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
  return framed({ title, nodes, ports: landscape.ports, edges });
}

function titleOf(selection: Selection, model: Model): string {
  const system = model.systems[0];
  const name = system?.title ?? system?.name;
  return name === undefined || name === selection.title
    ? selection.title
    : `${name} – ${selection.title}`;
}
