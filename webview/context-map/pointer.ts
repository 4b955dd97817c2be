import type { Point } from '../../src/diagram/picture.js';
import type { Viewport } from './viewport.js';

interface PointerActions {
  /** Whether a box can be dragged. */
  readonly canDrag: (id: string) => boolean;
  readonly drag: (id: string, dx: number, dy: number) => void;
  readonly drop: (id: string, dx: number, dy: number) => void;
}

/** Distance that a pointer may move between press and release of a click. */
const clickSlack = 4;

/** Drags the ground to pan, a box to place it, and two fingers to zoom. */
export function installPointer(viewport: Viewport, actions: PointerActions): void {
  const { stage } = viewport;
  const fingers = new Map<number, Point>();
  let box: string | undefined;
  let start: Point = { x: 0, y: 0 };
  let dragging = false;

  stage.addEventListener('pointerdown', (event) => {
    if (event.button > 1) return;
    fingers.set(event.pointerId, at(event));
    start = at(event);
    dragging = false;
    const id = event.button === 0 ? nodeAt(event.target) : undefined;
    box = id !== undefined && actions.canDrag(id) ? id : undefined;
  });
  window.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    if (fingers.size === 2) {
      pinch(viewport, fingers, event.pointerId, now);
      box = undefined;
    }
    if (!dragging && Math.hypot(now.x - start.x, now.y - start.y) <= clickSlack) return;
    if (!dragging) {
      dragging = true;
      stage.classList.add('dragging');
      // A drag is no click, wherever it ends.
      window.addEventListener('click', swallow, { capture: true, once: true });
    }
    if (box !== undefined) {
      actions.drag(box, (now.x - start.x) / viewport.scale, (now.y - start.y) / viewport.scale);
    } else if (fingers.size === 1) {
      viewport.pan(now.x - before.x, now.y - before.y);
    }
    fingers.set(event.pointerId, now);
  });
  const end = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    const now = at(event);
    if (dragging && box !== undefined) {
      actions.drop(box, (now.x - start.x) / viewport.scale, (now.y - start.y) / viewport.scale);
    }
    box = undefined;
    stage.classList.remove('dragging');
    setTimeout(() => {
      window.removeEventListener('click', swallow, { capture: true });
    });
  };
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}

function pinch(
  viewport: Viewport,
  fingers: ReadonlyMap<number, Point>,
  moved: number,
  now: Point,
): void {
  const before = fingers.get(moved);
  const other = [...fingers].find(([id]) => id !== moved)?.[1];
  if (!before || !other) return;
  const was = Math.hypot(before.x - other.x, before.y - other.y) || 1;
  const { left, top } = viewport.stage.getBoundingClientRect();
  const middle = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
  viewport.zoom(Math.hypot(now.x - other.x, now.y - other.y) / was, middle);
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function at({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY };
}

/** The id of the box that something belongs to. */
function nodeAt(target: EventTarget | null): string | undefined {
  const group = target instanceof Element ? target.closest('g.node') : null;
  return group instanceof SVGElement
    ? (group.dataset['node'] ?? group.dataset['archId'])
    : undefined;
}
