import type { Model } from '../../model/model.js';
import type { SizedNode } from '../measure.js';
import { pinsToday, type Pins } from '../pins.js';
import { byId } from '../model-index.js';
import { outerNodes } from '../outer-nodes.js';
import type { Picture, PictureEdge, PictureNode, Point } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import { fittingDraft, insideAspect } from './draft.js';
import type { LayoutEngine } from './engine.js';
import { framed } from './frame.js';
import { arrangeLike, type Arrangement } from './incremental.js';
import type { Landscape } from './landscape.js';
import { withLoose } from './loose.js';
import { landscapeLayers, readLayers } from './layered-landscape.js';
import { headerHeight, interiorsOf, ofAll, participants, type Insides } from './opened.js';
import { portsOf } from './ports.js';
import { movedEdge, shifted } from './geometry.js';

export type { LayoutEngine } from './engine.js';
export type { Arrangement } from './incremental.js';

/**
 * Places everything that a selection shows, in two levels: first the inside of each opened
 * context by itself, then the participants among each other. The same selection gives the same
 * picture.
 */
export async function layout(
  model: Model,
  selection: Selection,
  engine: LayoutEngine,
  { previous, pins: written }: Arrangement = { pins: {} },
): Promise<Picture> {
  const { contexts, externals, actors } = selection;
  const shown = [...contexts, ...externals, ...actors].map(({ id }) => id);
  const pins = pinsToday(model, written, shown);
  const { landscape, flow, insides } =
    (previous && (await arrangedLikeBefore(model, selection, engine, previous, pins))) ??
    (await arrangedAfresh(model, selection, engine, pins));
  return assemble(titleOf(selection, model), flow, landscape, insides);
}

/** A placed outer level, where upstream flows to in it, and what is inside of its boxes. */
interface Arranged {
  readonly landscape: Landscape;
  readonly flow: Direction;
  readonly insides: Insides;
}

/** So many boxes, and half of all, that are opened or folded at once leave no arrangement to keep. */
const turnedAtOnce = 3;

/** Lines that make an arrangement. With fewer, a new one may turn the map: its flow said nothing. */
const worthKeeping = 2;

/**
 * Places the outer level like the previous one where most of its boxes are there again; undefined
 * where it is to be placed afresh.
 */
async function arrangedLikeBefore(
  model: Model,
  selection: Selection,
  engine: LayoutEngine,
  previous: Picture,
  pins: Pins,
): Promise<Arranged | undefined> {
  const { flow } = previous;
  const interiors = interiorsOf(model, selection, engine, previous);
  const insides = await ofAll(interiors, (interior) => interior.layout(insideAspect));
  const nodes = participants(model, selection, insides);
  const former = outerLevel(previous);
  const participating = former.nodes.filter(({ shape }) => shape !== 'group');
  const isGrouped = participating.length < former.nodes.length;
  if (isGrouped !== selection.groups.length > 0) return undefined;
  const lines = selection.relations.length + selection.links.length;
  if (former.edges.length < worthKeeping && lines > former.edges.length) return undefined;
  const known = new Map(participating.map((node) => [node.id, node]));
  const again = nodes.filter(({ id }) => known.has(id));
  const turned = again.filter(({ id, open }) => known.get(id)?.open !== open);
  const few = turned.length < turnedAtOnce || turned.length * 2 < nodes.length;
  if (again.length === 0 || again.length * 2 < nodes.length || !few) return undefined;
  const arranged = await arrangedLike(former, flow, nodes, selection, engine, pins);
  return { landscape: withLoose(arranged, selection, former), flow, insides };
}

async function arrangedLike(
  former: Landscape,
  flow: Direction,
  nodes: readonly SizedNode[],
  selection: Selection,
  engine: LayoutEngine,
  pins: Pins,
): Promise<Landscape> {
  const directed = { ...selection, direction: flow };
  return arrangeLike(former, pins, nodes, portsOf(selection.relations), directed, (problem) =>
    engine.route(problem),
  );
}

async function arrangedAfresh(
  model: Model,
  selection: Selection,
  engine: LayoutEngine,
  pins: Pins,
): Promise<Arranged> {
  const interiors = interiorsOf(model, selection, engine);
  const ports = portsOf(selection.relations);
  const { flow, aspect } = await fittingDraft(model, selection, ports, interiors, engine);
  const insides = await ofAll(interiors, (interior) => interior.layout(aspect));
  const nodes = participants(model, selection, insides);
  const graph = landscapeLayers(nodes, ports, selection, flow);
  const landscape = readLayers(await engine.layers(graph), nodes, ports, selection);
  const pinned = nodes.some(({ id }) => Object.hasOwn(pins, id));
  const arranged = pinned
    ? await arrangedLike(landscape, flow, nodes, selection, engine, pins)
    : landscape;
  return { landscape: withLoose(arranged, selection, undefined), flow, insides };
}

/** The participants of a picture, and the frames around them, in the coordinates that arrangements count in. */
function outerLevel({ nodes, ports, edges, origin }: Picture): Landscape {
  const back = <T extends Point>(item: T) => shifted(item, -origin.x, -origin.y);
  const outer = outerNodes(nodes);
  return {
    nodes: outer.map(back),
    ports: ports.map(back),
    edges: edges
      .filter(({ inside }) => inside === undefined)
      .map((edge) => movedEdge(edge, -origin.x, -origin.y)),
  };
}

/** Puts insides into their contexts, and a frame with title and legend around everything. */
function assemble(title: string, flow: Direction, landscape: Landscape, insides: Insides): Picture {
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
