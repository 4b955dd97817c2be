import { bounds } from '../../src/diagram/layout/geometry.js';
import { outerNodes } from '../../src/diagram/outer-nodes.js';
import type { Box, Picture } from '../../src/diagram/picture.js';
import { made } from './made.js';
import type { Viewport } from './viewport.js';

const namespace = 'http://www.w3.org/2000/svg';
/** The most that it takes, in pixels. */
const most = { width: 180, height: 160 };
/** The part of the stage beyond which it would hide more than it shows. */
const share = 1 / 8;
/** Below so many boxes one does not get lost. */
const least = 9;

/** Width of the frame around what is seen, in pixels. */
const lineWidth = 2;

/** A small map of a large one, with a frame around what is seen of it. A click goes there. */
export class Minimap {
  readonly element = made('div', 'minimap');
  readonly #map = document.createElementNS(namespace, 'svg');
  /** Top, bottom, left and right of what is seen: stretched dots, as to draw a frame anew costs more. */
  readonly #outline = Array.from({ length: 4 }, () => made('div', 'outline'));
  readonly #viewport: Viewport;
  #picture: Picture | undefined;
  /** Pixels for a unit of the picture. */
  #scale = 1;
  /** Around all boxes. */
  #boxes: Box = { x: 0, y: 0, width: 0, height: 0 };

  constructor(viewport: Viewport) {
    this.#viewport = viewport;
    // It says nothing that the map does not say, and the keyboard has its own ways.
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#map, ...this.#outline);
    const go = (event: PointerEvent) => {
      const { left, top } = this.#map.getBoundingClientRect();
      viewport.center({
        x: (event.clientX - left) / this.#scale,
        y: (event.clientY - top) / this.#scale,
      });
      event.stopPropagation();
    };
    this.element.addEventListener('pointerdown', go);
    this.element.addEventListener('pointermove', (event) => {
      if (event.buttons === 1) go(event);
    });
  }

  show(picture: Picture): void {
    this.#picture = picture;
    const outer = outerNodes(picture.nodes);
    const { width, height } = picture;
    this.#scale = Math.min(most.width / width, most.height / height);
    this.#map.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
    this.#map.setAttribute('width', String(width * this.#scale));
    this.#map.setAttribute('height', String(height * this.#scale));
    this.#boxes = bounds(
      outer.flatMap(({ x, y, width, height }) => [
        { x, y },
        { x: x + width, y: y + height },
      ]),
    );
    const boxes = outer.map((node) => {
      const rect = document.createElementNS(namespace, 'rect');
      for (const key of ['x', 'y', 'width', 'height'] as const)
        rect.setAttribute(key, String(node[key]));
      const kind = node.shape === 'group' ? 'group' : (node.subdomain ?? '');
      rect.setAttribute('class', `box ${kind}`);
      return rect;
    });
    this.#map.replaceChildren(...boxes);
    this.follow();
  }

  /** Shows what is seen now; hides where all boxes are seen. */
  follow(): void {
    const picture = this.#picture;
    if (!picture) return;
    const { seen, stage } = this.#viewport;
    const all = this.#boxes;
    const whole =
      seen.x <= all.x &&
      seen.y <= all.y &&
      seen.x + seen.width >= all.x + all.width &&
      seen.y + seen.height >= all.y + all.height;
    const own = picture.width * picture.height * this.#scale ** 2;
    const covers = own > stage.clientWidth * stage.clientHeight * share;
    this.element.toggleAttribute('hidden', whole || covers || picture.nodes.length < least);
    const [x, y, width, height] = [seen.x, seen.y, seen.width, seen.height].map(
      (length) => length * this.#scale,
    ) as [number, number, number, number];
    this.#drawOutline({ x, y, width, height });
  }

  #drawOutline({ x, y, width, height }: Box): void {
    const sides = [
      { x, y, width, height: lineWidth },
      { x, y: y + height - lineWidth, width, height: lineWidth },
      { x, y, width: lineWidth, height },
      { x: x + width - lineWidth, y, width: lineWidth, height },
    ];
    this.#outline.forEach(({ style }, index) => {
      const side = sides[index] ?? { x, y, width, height };
      style.transform = `translate(${String(side.x)}px, ${String(side.y)}px) scale(${String(side.width)}, ${String(side.height)})`;
    });
  }
}
