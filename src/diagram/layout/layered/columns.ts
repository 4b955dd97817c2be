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

/** Finds room for the bends of all edges. */
export function columns(
  graph: Layers,
  across: Across,
  rooms: readonly LevelRoom[],
  spacing: LayeredSpacing,
): Columns {
  const { vertices, pieces, layers } = graph;
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
  const starts: number[] = [];
  let at = 0;
  for (let gap = -1; gap < layers.length; gap++) {
    if (gap >= 0) {
      starts.push(at);
      at += widths[gap]!;
    }
    const bends = together(gaps.get(gap) ?? []);
    const tracks = tracksOf(bends);
    const outer = gap === -1 || gap === layers.length - 1;
    const most = Math.max(0, ...tracks) * spacing.edge;
    if (outer) {
      if (bends.length === 0) continue;
      const first = gap === -1 ? at : at + spacing.edgeNode;
      place(bends, tracks, first);
      at += most + spacing.edgeNode;
      continue;
    }
    const room = 2 * spacing.edgeNode + most;
    const width = Math.max(room, direct.has(gap) ? spacing.layer : 0);
    // Bends stand in the middle of a gap that has more room than they need.
    place(bends, tracks, at + spacing.edgeNode + (width - room) / 2);
    at += width;
  }
  return { starts, widths, ...placed, along: at };

  function place(bends: readonly Bundle[], tracks: readonly number[], first: number): void {
    for (const [index, { runs }] of bends.entries()) {
      const x = first + tracks[index]! * spacing.edge;
      for (const { piece, turn } of runs) {
        if (piece !== undefined) placed.pieces.set(piece, x);
        if (turn !== undefined) placed.turns.set(turn, x);
      }
    }
  }
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
