import { edgeKey } from '../../src/diagram/changes.js';
import type { Box, Picture } from '../../src/diagram/picture.js';

/** Pictures with more parts than this show small words only where one looks. */
const many = 1500;

interface Place {
  readonly key: string;
  readonly box: Box;
}

/**
 * Which parts of a large picture are in sight. The small words of thousands of boxes take seconds to
 * draw; those of the boxes that one sees, and of some around them, do not.
 */
export class Sight {
  #places: readonly Place[] = [];
  #shown = new Set<string>();

  /** Whether the picture is so large that only what is in sight has its words. */
  get isLarge(): boolean {
    return this.#places.length > 0;
  }

  show({ nodes, edges, ports }: Picture): void {
    this.#shown = new Set();
    const labels = edges.flatMap((edge) => (edge.label ? [{ edge, label: edge.label }] : []));
    if (nodes.length + ports.length + labels.length <= many) {
      this.#places = [];
      return;
    }
    this.#places = [
      ...nodes.map((node) => ({ key: `node ${node.id}`, box: node })),
      ...ports.map((port) => ({ key: `port ${port.id}`, box: port })),
      ...labels.map(({ edge, label }) => ({ key: `label ${edgeKey(edge)}`, box: label })),
    ];
  }

  /**
   * What has come into sight and what has gone out of it, by the keys of the parts.
   *
   * @param seen in the picture's coordinates; undefined where no small words are drawn at all
   */
  look(seen: Box | undefined): {
    readonly come: readonly string[];
    readonly gone: readonly string[];
  } {
    const around = seen && larger(seen);
    const now = new Set(
      around ? this.#places.filter(({ box }) => meet(box, around)).map(({ key }) => key) : [],
    );
    const come = [...now].filter((key) => !this.#shown.has(key));
    const gone = [...this.#shown].filter((key) => !now.has(key));
    this.#shown = now;
    return { come, gone };
  }
}

/** With half of what is seen on each side, so that words are there when one moves a little. */
function larger({ x, y, width, height }: Box): Box {
  return { x: x - width / 2, y: y - height / 2, width: 2 * width, height: 2 * height };
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
