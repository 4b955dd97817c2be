import type { Point } from '../../src/diagram/picture.js';

/** Whether things should not move: the system says so, or VS Code does. */
export function reducedMotion(): boolean {
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion')
  );
}

/** Lets an element, drawn at its place, glide to it from another one. */
export function glide(element: SVGElement, from: Point, to: Point): void {
  if (from.x === to.x && from.y === to.y) return;
  const away = `translate(${String(from.x - to.x)}px, ${String(from.y - to.y)}px)`;
  element.animate([{ transform: away }, { transform: 'none' }], {
    duration: 220,
    easing: 'ease-out',
  });
}
