import { bounds } from '../../src/diagram/layout/geometry.js';
import type { Box, Picture } from '../../src/diagram/picture.js';
import type { Viewport } from './viewport.js';

const namespace = 'http://www.w3.org/2000/svg';
/** The most that it takes, in pixels. */
const most = { width: 180, height: 160 };
/** The part of the stage beyond which it would hide more than it shows. */
const share = 1 / 8;
/** Below so many boxes one does not get lost. */
const least = 9;

/** A small map of a large one, with what is seen of it. A click goes there. */
export class Minimap {
  readonly element = document.createElementNS(namespace, 'svg');
  readonly #window = document.createElementNS(namespace, 'rect');
  readonly #viewport: Viewport;
  #picture: Picture | undefined;
  /** Around all boxes. */
  #boxes: Box = { x: 0, y: 0, width: 0, height: 0 };

  constructor(viewport: Viewport) {
    this.#viewport = viewport;
    this.element.setAttribute('class', 'minimap');
    // It says nothing that the map does not say, and the keyboard has its own ways.
    this.element.setAttribute('aria-hidden', 'true');
    this.#window.setAttribute('class', 'seen');
    const go = (event: PointerEvent) => {
      const box = this.element.getBoundingClientRect();
      const scale = (this.#picture?.width ?? 1) / box.width;
      viewport.center({
        x: (event.clientX - box.left) * scale,
        y: (event.clientY - box.top) * scale,
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
    const outer = picture.nodes.filter(
      ({ parent, shape }) => parent === undefined || shape !== 'group',
    );
    this.element.setAttribute('viewBox', `0 0 ${String(picture.width)} ${String(picture.height)}`);
    const scale = Math.min(most.width / picture.width, most.height / picture.height);
    this.element.setAttribute('width', String(picture.width * scale));
    this.element.setAttribute('height', String(picture.height * scale));
    this.#boxes = bounds(
      outer.flatMap(({ x, y, width, height }) => [
        { x, y },
        { x: x + width, y: y + height },
      ]),
    );
    const boxes = outer
      .filter(({ parent }) => parent === undefined)
      .map((node) => {
        const rect = document.createElementNS(namespace, 'rect');
        for (const key of ['x', 'y', 'width', 'height'] as const)
          rect.setAttribute(key, String(node[key]));
        rect.setAttribute('class', `box ${node.subdomain ?? ''}`);
        return rect;
      });
    this.element.replaceChildren(...boxes, this.#window);
    this.follow();
  }

  /** Shows what is seen now; hides where all boxes are seen. */
  follow(): void {
    const picture = this.#picture;
    if (!picture) return;
    const { x, y, width: w, height: h } = this.#viewport.seen;
    const all = this.#boxes;
    const whole =
      x <= all.x && y <= all.y && x + w >= all.x + all.width && y + h >= all.y + all.height;
    const stage = this.#viewport.stage;
    const own =
      Number(this.element.getAttribute('width')) * Number(this.element.getAttribute('height'));
    const covers = own > stage.clientWidth * stage.clientHeight * share;
    this.element.toggleAttribute('hidden', whole || covers || picture.nodes.length < least);
    this.#window.setAttribute('x', String(x));
    this.#window.setAttribute('y', String(y));
    this.#window.setAttribute('width', String(w));
    this.#window.setAttribute('height', String(h));
  }
}
