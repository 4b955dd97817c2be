import { tracksOf, type Bend } from './channels.js';
import { connected } from './connected.js';
import type { LayeredSpacing } from './graph.js';
import type { Layers } from './layers.js';
import type { LevelRoom } from './level-rooms.js';
import type { Across } from './placement.js';

/** Where layers stand in the direction of the edges, and where edges bend between them. */
export interface Columns {
  /** By layer. */
  readonly starts: readonly number[];
  readonly widths: readonly number[];
  /** Where pieces and turns run across; missing for straight ones. */
  readonly pieces: ReadonlyMap<number, number>;
  readonly turns: ReadonlyMap<number, number>;
  /** By frame: where it begins and ends. */
  readonly frames: readonly { readonly start: number; readonly end: number }[];
  /** The extent of all. */
  readonly along: number;
}

/** A line that runs across between two layers. */
interface Run {
  readonly piece?: number;
  readonly turn?: number;
  /** What it shares with other runs that belong to the same line; a slot by its number below 0. */
  readonly ends: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Finds room for the bends of all edges, and for the borders of frames. */
export function columns(
  graph: Layers,
  across: Across,
  rooms: readonly LevelRoom[],
  spacing: LayeredSpacing,
): Columns {
  const { vertices, pieces, layers, frames } = graph;
  const gaps = runsByGap(graph, across);
  const widths = layers.map((layer) => Math.max(...layer.map((vertex) => vertices[vertex]!.along)));
  const direct = new Set(
    pieces.flatMap(({ from, fromSlot, toSlot }) =>
      fromSlot !== undefined && toSlot !== undefined ? [vertices[from]!.layer] : [],
    ),
  );
  for (const { layer, before, after } of rooms)
    widths[layer] = Math.max(widths[layer]!, before + after);
  const placed = { pieces: new Map<number, number>(), turns: new Map<number, number>() };
  const framed = frames.map(() => ({ start: 0, end: 0 }));
  const starts: number[] = [];
  let at = 0;
  for (let gap = -1; gap < layers.length; gap++) {
    if (gap >= 0) {
      starts.push(at);
      widths[gap] = Math.max(widths[gap]!, widthForFrames(gap));
      at += widths[gap]!;
    }
    const bends = together(gaps.get(gap) ?? []);
    const zoneOf = (bundle: Bundle) => zone(graph, gap, bundle);
    const ending = bends.filter((bundle) => zoneOf(bundle) === 'ending');
    const starting = bends.filter((bundle) => zoneOf(bundle) === 'starting');
    end(gap, ending);
    between(
      gap,
      bends.filter((bundle) => zoneOf(bundle) === undefined),
    );
    start(gap + 1, starting);
  }
  return { starts, widths, ...placed, frames: framed, along: at };

  /** What a layer at which frames end must have, so that these are long enough for their names. */
  function widthForFrames(layer: number): number {
    const needed = frames.map(({ from, to, before, after, least }) =>
      to === layer ? least.along - before - after - (starts[to]! - starts[from]!) : 0,
    );
    return Math.max(0, ...needed);
  }

  /** The borders of frames after their last layer, and bends in them. */
  function end(layer: number, bends: readonly Bundle[]): void {
    const own = [...frames.keys()].filter((index) => frames[index]!.to === layer);
    const room = bends.length === 0 ? 0 : place(bends, at + spacing.edgeNode) + spacing.edgeNode;
    const most = Math.max(0, ...own.map((index) => frames[index]!.after + room));
    for (const index of own) framed[index]!.end = at + frames[index]!.after + room;
    at += most;
  }

  function start(layer: number, bends: readonly Bundle[]): void {
    const own = [...frames.keys()].filter((index) => frames[index]!.from === layer);
    const most = Math.max(0, ...own.map((index) => frames[index]!.before));
    const room = bends.length === 0 ? 0 : place(bends, at + most) + spacing.edgeNode;
    for (const index of own) framed[index]!.start = at + most - frames[index]!.before;
    at += most + room;
  }

  /** What is between two layers and in no frame that begins or ends there. */
  function between(gap: number, bends: readonly Bundle[]): void {
    const outer = gap === -1 || gap === layers.length - 1;
    if (outer) {
      if (bends.length === 0) return;
      const first = gap === -1 ? at : at + spacing.edgeNode;
      at = first + place(bends, first) + (gap === -1 ? spacing.edgeNode : 0);
      return;
    }
    const tracks = tracksOf(bends);
    const room = 2 * spacing.edgeNode + Math.max(0, ...tracks) * spacing.edge;
    const width = Math.max(room, direct.has(gap) ? spacing.layer : 0);
    // Bends stand in the middle of a gap that has more room than they need.
    place(bends, at + spacing.edgeNode + (width - room) / 2, tracks);
    at += width;
  }

  /** Places bends beside each other; answers how much room that takes. */
  function place(
    bends: readonly Bundle[],
    first: number,
    tracks: readonly number[] = tracksOf(bends),
  ): number {
    for (const [index, { runs }] of bends.entries()) {
      const x = first + tracks[index]! * spacing.edge;
      for (const { piece, turn } of runs) {
        if (piece !== undefined) placed.pieces.set(piece, x);
        if (turn !== undefined) placed.turns.set(turn, x);
      }
    }
    return Math.max(0, ...tracks) * spacing.edge;
  }
}

/** Where edges turn around in a frame that ends before a gap, or starts after it. */
function zone(
  { vertices, turns, frames }: Layers,
  gap: number,
  { runs }: Bundle,
): 'ending' | 'starting' | undefined {
  const framesOf = runs.map(({ turn }) =>
    turn === undefined ? undefined : vertices[turns[turn]!.vertex]!.frame,
  );
  if (framesOf.some((frame) => frame === undefined)) return undefined;
  if (framesOf.every((frame) => frames[frame!]!.to === gap)) return 'ending';
  return framesOf.every((frame) => frames[frame!]!.from === gap + 1) ? 'starting' : undefined;
}

/** Runs of each gap; gap 0 is the one after layer 0. */
function runsByGap({ vertices, slots, pieces, turns }: Layers, across: Across): Map<number, Run[]> {
  const gaps = new Map<number, Run[]>();
  const add = (gap: number, run: Run) => {
    const list = gaps.get(gap);
    if (list) list.push(run);
    else gaps.set(gap, [run]);
  };
  const middle = (vertex: number) =>
    across.vertices[vertex]! + Math.round(vertices[vertex]!.across / 2);
  for (const [piece, { from, to, fromSlot, toSlot }] of pieces.entries()) {
    const left = fromSlot === undefined ? middle(from) : across.slots[fromSlot]!;
    const right = toSlot === undefined ? middle(to) : across.slots[toSlot]!;
    const ends = [
      fromSlot === undefined ? from : endAt(fromSlot),
      toSlot === undefined ? to : endAt(toSlot),
    ];
    add(vertices[from]!.layer, { piece, ends, left: [left], right: [right] });
  }
  for (const [turn, { slot, vertex }] of turns.entries()) {
    const { side } = slots[slot]!;
    const { layer } = vertices[vertex]!;
    const places = [across.slots[slot]!, middle(vertex)];
    const ends = [endAt(slot)];
    if (side === 'after') add(layer, { turn, ends, left: places, right: [] });
    else add(layer - 1, { turn, ends, left: [], right: places });
  }
  return gaps;
}

/** Runs that are drawn as one line. */
interface Bundle extends Bend {
  readonly runs: readonly Run[];
}

function endAt(slot: number): number {
  return -1 - slot;
}

/** Puts runs together that share an end, and leaves out what is straight. */
function together(runs: readonly Run[]): Bundle[] {
  const withEnd = new Map<number, number>();
  const shared: { from: number; to: number }[] = [];
  for (const [run, { ends }] of runs.entries()) {
    for (const end of ends) {
      const known = withEnd.get(end);
      if (known === undefined) withEnd.set(end, run);
      else shared.push({ from: known, to: run });
    }
  }
  return connected(runs.length, shared).flatMap(({ nodes }) => {
    const own = nodes.map((node) => runs[node]!);
    const left = [...new Set(own.flatMap((run) => run.left))];
    const right = [...new Set(own.flatMap((run) => run.right))];
    const isStraight = [...left, ...right].every((place, _, all) => place === all[0]);
    return isStraight ? [] : [{ runs: own, left, right }];
  });
}
