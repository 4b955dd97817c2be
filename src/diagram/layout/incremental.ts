import type { SizedNode } from '../measure.js';
import type {
  Box,
  Picture,
  PictureEdge,
  PictureNode,
  PicturePort,
  Point,
  Side,
} from '../picture.js';
import type { Selection } from '../select.js';
import { hullOf, placePorts, sidesOf, sizeForPorts, type PlacedPort } from './attach.js';
import { enclosing, overlap } from './geometry.js';
import { formerFramesOf, formerPorts } from './former.js';
import { nameBoxes } from './group-frames.js';
import { framesInTheWay, obstaclesOf } from './obstacles.js';
import { labelSize } from './inside.js';
import { groupNode, linkEdge, relationEdge, relationLines, type Landscape } from './landscape.js';
import { keepRoutes, type Ends } from './keep-routes.js';
import { placeLabel } from './place-label.js';
import { portId, type Port } from './ports.js';
import { rearranged } from './positions.js';
import { relatedIn } from './related.js';
import type { Hull, Places } from './push-apart.js';
import type { RouteProblem, Routes } from './route.js';

/** What a new picture should be like: the last one, and boxes that were put somewhere by hand. */
export interface Arrangement {
  readonly previous?: Picture;
  /** Corners of boxes, counted from the picture's origin. */
  readonly pins: Readonly<Record<string, Point>>;
}

/**
 * Arranges the outer level like a previous one: boxes keep their places, edges between boxes that
 * did not move keep their routes, and only the rest is routed anew.
 */
export async function arrangeLike(
  former: Landscape,
  pins: Readonly<Record<string, Point>>,
  nodes: readonly SizedNode[],
  ports: ReadonlyMap<string, Port>,
  selection: Selection,
  route: (problem: RouteProblem) => Promise<Routes>,
): Promise<Landscape> {
  const edges = endsOf(selection);
  const related = relatedIn(selection, ports);
  const all = [...ports.values(), ...linkPorts(selection)];
  const ownPorts = grouped(all, ({ node }) => node);
  const portsAt = (id: string) => ownPorts.get(id) ?? [];
  const ends = grouped(
    edges.flatMap(({ fromPort, toPort, from, to }) => [
      { port: fromPort, end: to },
      { port: toPort, end: from },
    ]),
    ({ port }) => port,
  );
  const otherEnds = ({ id }: Port) => (ends.get(id) ?? []).map(({ end }) => end);
  const known = new Map(
    former.nodes.filter(({ shape }) => shape !== 'group').map((node) => [node.id, node]),
  );
  const before = formerPorts(former, edges, known);
  const formerFrames = formerFramesOf(former);
  const { places, frames, sides, shift } = fitted(
    nodes,
    portsAt,
    (sized, hull) => rearranged(sized, known, formerFrames, pins, selection, related, hull),
    (at) => sidesOf(all, at, before, otherEnds),
  );
  const groupOf = new Map(
    selection.groups.flatMap(({ id, members }) => members.map((m) => [m, id])),
  );
  const center = (id: string | undefined): Point => {
    const box = id === undefined ? undefined : places.get(id);
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
  };
  const placed = new Map<string, PlacedPort>();
  for (const [id, box] of places) {
    for (const port of placePorts(box, portsAt(id), sides, before, (item) =>
      center(otherEnds(item)[0]),
    )) {
      placed.set(port.port.id, port);
    }
  }
  const obstacles = [...places.values(), ...placed.values()];
  const { kept, requests } = keepRoutes(
    former.edges,
    edges,
    placed,
    [...obstaclesOf(former, known, places, placed), ...framesInTheWay(formerFrames, frames)],
    groupOf,
    shift,
  );
  const routes =
    requests.length === 0
      ? {}
      : await route({
          obstacles: [...obstacles, ...kept.flatMap(({ edge }) => edge.label ?? [])],
          around: [
            ...[...places].map(([id, box]) => hullOf(box, portsAt(id), sides)),
            ...frames.values(),
          ],
          frames: [...frames].map(([id, box]) => ({ id, box })),
          kept: kept.map(({ edge, ends }) => ({ bundle: ends.fromPort, points: edge.points })),
          requests,
        });
  const points = new Map<string, readonly Point[]>([
    ...kept.map(({ edge }) => [edge.id, edge.points] as const),
    ...Object.entries(routes),
  ]);
  return {
    nodes: [
      ...selection.groups.flatMap((group): PictureNode[] => {
        const frame = frames.get(group.id);
        return frame ? [groupNode(group, frame)] : [];
      }),
      ...nodes.flatMap((node): PictureNode[] => {
        const place = places.get(node.id);
        const parent = groupOf.get(node.id);
        if (!place) return [];
        return [{ ...node, ...place, ...(parent === undefined ? {} : { parent }) }];
      }),
    ],
    ports: [...placed.values()].flatMap(({ port, side, x, y, width, height }): PicturePort[] =>
      port.label
        ? [
            {
              id: port.id,
              node: port.node,
              ...port.label,
              side,
              x,
              y,
              width,
              height,
              edges: port.edges,
            },
          ]
        : [],
    ),
    edges: labelled(
      selection,
      points,
      kept.map(({ edge }) => edge),
      [...obstacles, ...nameBoxes(selection.groups, frames)],
    ),
  };
}

function endsOf({ relations, links }: Selection): Ends[] {
  return [
    ...relations.map((relation): Ends => ({
      id: relation.id,
      from: relation.upstream ?? '',
      to: relation.downstream ?? '',
      fromPort: portId(relation, 'upstream'),
      toPort: portId(relation, 'downstream'),
    })),
    ...links.map(({ id, from, to }): Ends => ({
      id,
      from,
      to,
      fromPort: `${id}|from`,
      toPort: `${id}|to`,
    })),
  ];
}

function linkPorts({ links }: Selection): Port[] {
  return links.flatMap(({ id, from, to }): Port[] => [
    { id: `${id}|from`, node: from, width: 1, height: 1, edges: [id] },
    { id: `${id}|to`, node: to, width: 1, height: 1, edges: [id] },
  ]);
}

/** Times that places are looked for until boxes and the plates at their sides have room. */
const rounds = 4;

/** Places boxes; where one is too small for its ports or plates collide, places are found again. */
function fitted(
  nodes: readonly SizedNode[],
  portsAt: (id: string) => readonly Port[],
  place: (nodes: readonly SizedNode[], hull: Hull) => ReturnType<typeof rearranged>,
  sidesAt: (places: Places) => ReturnType<typeof sidesOf>,
) {
  const tried: ReadonlyMap<string, Side>[] = [];
  /** With room for all plates as they have stood so far: else they may change sides for ever. */
  const hull: Hull = (id, box) =>
    enclosing([box, ...tried.map((sides) => hullOf(box, portsAt(id), sides))], []);
  let sized = nodes;
  for (let round = 1; ; round++) {
    const { places, frames, shift } = place(sized, hull);
    const sides = sidesAt(places);
    tried.push(sides);
    sized = nodes.map((node) => {
      const need = sizeForPorts(portsAt(node.id), sides);
      const { width, height } = node;
      return { ...node, width: Math.max(width, need.width), height: Math.max(height, need.height) };
    });
    const small = sized.some(({ id, width, height }) => {
      const box = places.get(id);
      return box !== undefined && (box.width < width || box.height < height);
    });
    const hulls = [...places].map(([id, box]) => hullOf(box, portsAt(id), sides));
    const collide = hulls.some((box, index) =>
      hulls.slice(index + 1).some((other) => overlap(box, other)),
    );
    if (round === rounds || (!small && !collide)) return { places, frames, sides, shift };
  }
}

/** Edges with their routes and labels; a label stays where it is, or finds a place on its route. */
function labelled(
  { relations, links }: Selection,
  routes: ReadonlyMap<string, readonly Point[]>,
  kept: readonly PictureEdge[],
  obstacles: readonly Box[],
): PictureEdge[] {
  const old = new Map(kept.map((edge) => [edge.id, edge]));
  const taken: Box[] = [...obstacles];
  const result = new Map<string, PictureEdge>();
  const open: (typeof relations)[number][] = [];
  for (const relation of relations) {
    const label = old.get(relation.id)?.label;
    const same = label?.lines.join('\n') === relationLines(relation).join('\n');
    if (!label || !same || taken.some((box) => overlap(label, box))) {
      open.push(relation);
      continue;
    }
    taken.push(label);
    result.set(relation.id, relationEdge(relation, routes.get(relation.id) ?? [], label));
  }
  const otherLines = (id: string) =>
    [...routes].filter(([other]) => other !== id).map(([, line]) => line);
  for (const relation of open) {
    const points = routes.get(relation.id);
    if (!points) continue;
    const lines = relationLines(relation);
    const label =
      lines.length === 0
        ? undefined
        : placeLabel({ lines, ...labelSize(lines) }, points, taken, otherLines(relation.id));
    if (label) taken.push(label);
    result.set(relation.id, relationEdge(relation, points, label));
  }
  return [
    ...relations.flatMap(({ id }) => result.get(id) ?? []),
    ...links.flatMap((link) => {
      const points = routes.get(link.id);
      return points ? [linkEdge(link, points)] : [];
    }),
  ];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
