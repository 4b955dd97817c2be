import type { Point } from '../../src/diagram/picture.js';

/** Whether things should not move: the system says so, or VS Code does. */
export function reducedMotion(): boolean {
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion')
  );
}

/** Lets an element glide from one place to another. */
export function glide(element: SVGElement, from: Point, to: Point): void {
  if (from.x === to.x && from.y === to.y) return;
  const at = ({ x, y }: Point) => `translate(${String(x)}px, ${String(y)}px)`;
  element.animate([{ transform: at(from) }, { transform: at(to) }], {
    duration: 220,
    easing: 'ease-out',
  });
}
