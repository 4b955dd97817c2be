/** What lies over a map, in words: for the names of boxes and lines, and for who is told of it. */
import type { Overlay, PictureEdge, PictureNode } from './picture.js';

/** What an overlay says of a box: its mark, and the steps that begin or end there. */
export function wordsAtNode({ marks, steps }: Overlay, { id }: PictureNode): string[] {
  const mark = marks.find(({ node }) => node === id);
  return [
    // A map of changes says in the description of a box what changed.
    ...(mark && mark.change === undefined ? [mark.spoken ?? mark.text] : []),
    ...steps
      .filter(({ from, to }) => from === id || to === id)
      .map(({ number, text }) => `step ${String(number)}: ${text}`),
  ];
}

/** The steps of an overlay that go along a line, in either direction. */
export function wordsAtEdge({ steps }: Overlay, edge: PictureEdge): string[] {
  return steps
    .filter(
      ({ from, to }) =>
        (from === edge.from && to === edge.to) || (from === edge.to && to === edge.from),
    )
    .map(({ number, text }) => `step ${String(number)}: ${text}`);
}

/** An overlay in one sentence: its title, and how much of the map it says something of. */
export function overlaySentence({ title, marks, steps }: Overlay): string {
  const boxes = marks.length === 1 ? '1 box' : `${String(marks.length)} boxes`;
  const parts = [
    ...(steps.length > 0 ? [steps.length === 1 ? '1 step' : `${String(steps.length)} steps`] : []),
    ...(marks.length > 0 ? [`${boxes} marked`] : []),
  ];
  return [title, ...parts].join(', ');
}
