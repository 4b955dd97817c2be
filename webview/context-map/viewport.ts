import type { Box } from '../../src/diagram/picture.js';

const smallest = 0.08;
const largest = 4;
/** Below this scale details are too small to read and are not drawn. */
const detailScale = 0.35;

/** Pan and zoom. The content moves by a CSS transform, which the compositor does without layout. */
export class Viewport {
  readonly content: HTMLElement;
  readonly #stage: HTMLElement;
  #x = 0;
  #y = 0;
  #scale = 1;
  #size = { width: 1, height: 1 };

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.content = document.createElement('div');
    this.content.className = 'content';
    stage.append(this.content);
    stage.addEventListener(
      'wheel',
      (event) => {
        this.#wheel(event);
      },
      { passive: false },
    );
    this.#drag();
    new ResizeObserver(() => {
      this.#apply();
    }).observe(stage);
  }

  get scale(): number {
    return this.#scale;
  }

  setSize({ width, height }: { readonly width: number; readonly height: number }): void {
    this.#size = { width, height };
    this.#apply();
  }

  /** Shows everything, no larger than at its own size. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#stage;
    const { width, height } = this.#size;
    const scale = Math.min(clientWidth / width, clientHeight / height, 1.2);
    this.#scale = Math.max(smallest, scale || 1);
    this.#x = (clientWidth - width * this.#scale) / 2;
    this.#y = Math.max(0, (clientHeight - height * this.#scale) / 2);
    this.#apply();
  }

  /** Zooms around the middle, or around a point of the stage. */
  zoom(factor: number, at?: { readonly x: number; readonly y: number }): void {
    const center = at ?? { x: this.#stage.clientWidth / 2, y: this.#stage.clientHeight / 2 };
    const scale = Math.min(largest, Math.max(smallest, this.#scale * factor));
    this.#x = center.x - ((center.x - this.#x) * scale) / this.#scale;
    this.#y = center.y - ((center.y - this.#y) * scale) / this.#scale;
    this.#scale = scale;
    this.#apply();
  }

  pan(dx: number, dy: number): void {
    this.#x += dx;
    this.#y += dy;
    this.#apply();
  }

  /** Moves as little as it takes to see a box with some room around it. */
  bringIntoView(box: Box): void {
    const room = 24;
    const left = this.#x + box.x * this.#scale;
    const top = this.#y + box.y * this.#scale;
    const right = left + box.width * this.#scale;
    const bottom = top + box.height * this.#scale;
    const { clientWidth, clientHeight } = this.#stage;
    if (left < room) this.#x += room - left;
    else if (right > clientWidth - room) this.#x -= right - clientWidth + room;
    if (top < room) this.#y += room - top;
    else if (bottom > clientHeight - room) this.#y -= bottom - clientHeight + room;
    this.#apply();
  }

  #apply(): void {
    this.content.style.transform = `translate(${String(this.#x)}px, ${String(this.#y)}px) scale(${String(this.#scale)})`;
    this.content.classList.toggle('far', this.#scale < detailScale);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const box = this.#stage.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    // A pinch arrives as a wheel with Ctrl; so does the usual shortcut for zooming.
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY / 200), at);
    else if (event.shiftKey) this.pan(-event.deltaY, 0);
    else this.pan(-event.deltaX, -event.deltaY);
  }

  #drag(): void {
    let from: { x: number; y: number } | undefined;
    this.#stage.addEventListener('pointerdown', (event) => {
      if (event.button > 1) return;
      from = { x: event.clientX, y: event.clientY };
    });
    window.addEventListener('pointermove', (event) => {
      if (!from) return;
      this.#stage.classList.add('dragging');
      this.pan(event.clientX - from.x, event.clientY - from.y);
      from = { x: event.clientX, y: event.clientY };
    });
    window.addEventListener('pointerup', () => {
      from = undefined;
      this.#stage.classList.remove('dragging');
    });
  }
}
