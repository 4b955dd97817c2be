/** What lies over a map, in words: for the names of boxes and lines, and for who is told of it. */
import type { Overlay, OverlayMark, OverlayStep, PictureEdge, PictureNode } from './picture.js';

/** Words of an overlay by what they are said of, looked up once for a map of thousands of boxes. */
export class OverlayWords {
  readonly #marks = new Map<string, OverlayMark>();
  readonly #steps = new Map<string, OverlayStep[]>();

  constructor({ marks, steps }: Overlay) {
    for (const mark of marks) this.#marks.set(mark.node, mark);
    for (const step of steps) {
      const { from, to } = step;
      for (const key of new Set([from, to, way(from, to)])) {
        this.#steps.set(key, [...(this.#steps.get(key) ?? []), step]);
      }
    }
  }

  /** What is said of a box: its mark, and the steps that begin or end there. */
  ofNode({ id }: PictureNode): string[] {
    const mark = this.#marks.get(id);
    // A map of changes says in the description of a box what changed.
    const own = mark && mark.change === undefined ? [mark.spoken ?? mark.text] : [];
    return [...own, ...this.#stepsOf(id)];
  }

  /** The steps that go along a line, in either direction. */
  ofEdge({ from, to }: PictureEdge): string[] {
    return this.#stepsOf(way(from, to));
  }

  #stepsOf(key: string): string[] {
    const steps = this.#steps.get(key) ?? [];
    return steps.map(({ number, text }) => `step ${String(number)}: ${text}`);
  }
}

function way(from: string, to: string): string {
  return [from, to].sort().join(' – ');
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
