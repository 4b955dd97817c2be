/** Frames around nodes: rectangles with all their members and nothing else in them. */
import type { LayeredFrame } from './graph.js';
import type { Extent, Vertex } from './layers.js';

/** A frame in a part, with its room in the direction of the edges and across. */
export interface FrameExtent {
  /** Nodes of the part. */
  readonly members: readonly number[];
  /** Room at its borders towards the layers before and after, */
  readonly before: number;
  readonly after: number;
  /** … and towards what stands before and after it in a layer. */
  readonly first: number;
  readonly last: number;
  /** What it needs at least, for its name. */
  readonly least: Extent;
}

/** A frame from layer to layer. */
export interface FrameSpan extends FrameExtent {
  readonly from: number;
  /** The last one. */
  readonly to: number;
  /** The vertices that stand for its two borders, by layer from `from` on. */
  readonly borders: readonly (readonly [first: number, last: number])[];
}

/** A frame where `along` points down or to the right. */
export function frameExtent(
  { padding: { top, bottom, left, right }, least }: LayeredFrame,
  members: readonly number[],
  down: boolean,
): FrameExtent {
  return down
    ? {
        members,
        ...{ before: top, after: bottom, first: left, last: right },
        least: { along: 0, across: least },
      }
    : {
        members,
        ...{ before: left, after: right, first: top, last: bottom },
        least: { along: least, across: 0 },
      };
}

/** By node: the frame that it is in. */
export function framesOfNodes(
  count: number,
  frames: readonly Pick<FrameExtent, 'members'>[],
): readonly (number | undefined)[] {
  const result = new Array<number | undefined>(count).fill(undefined);
  for (const [frame, { members }] of frames.entries())
    for (const node of members) result[node] = frame;
  return result;
}

/** The layers that frames span, before they have borders. */
export function spansOf(
  frames: readonly FrameExtent[],
  ranks: readonly number[],
): { readonly from: number; readonly to: number }[] {
  return frames.map(({ members }) => {
    const own = members.map((node) => ranks[node]!);
    return { from: Math.min(...own), to: Math.max(...own) };
  });
}

/** Adds the borders of frames to the vertices, in each layer that a frame spans. */
export function withBorders(
  frames: readonly FrameExtent[],
  spans: readonly { readonly from: number; readonly to: number }[],
  vertices: Vertex[],
): FrameSpan[] {
  return frames.map((frame, index): FrameSpan => {
    const { from, to } = spans[index]!;
    const border = (layer: number, room: number, opens: boolean) =>
      vertices.push({ kind: 'border', layer, along: 0, across: 0, frame: index, room, opens }) - 1;
    const borders = Array.from({ length: to - from + 1 }, (_, at) => {
      const layer = from + at;
      return [border(layer, frame.first, true), border(layer, frame.last, false)] as const;
    });
    return { ...frame, from, to, borders };
  });
}

/** Borders run from layer to layer, like lines. */
export function borderPieces(frames: readonly FrameSpan[]): { from: number; to: number }[] {
  return frames.flatMap(({ borders }) =>
    borders.slice(1).flatMap(([first, last], before) => [
      { from: borders[before]![0], to: first },
      { from: borders[before]![1], to: last },
    ]),
  );
}
