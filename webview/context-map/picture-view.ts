import type { Box, Picture, PictureEdge, PictureNode } from '../../src/diagram/picture.js';
import { renderSvg } from '../../src/diagram/svg/svg.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import type { ContextMapResult } from '../../src/protocol/context-map.js';

interface Actions {
  readonly reveal: (id: string) => void;
  readonly toggle: (id: string) => void;
}

/** Distance that a pointer may move between press and release of a click. */
const clickSlack = 4;

/** The drawing in the page: the exported SVG with focus, selection and badges added. */
export class PictureView {
  readonly #content: HTMLElement;
  readonly #actions: Actions;
  #picture: Picture | undefined;
  #selected: string | undefined;

  constructor(content: HTMLElement, actions: Actions) {
    this.#content = content;
    this.#actions = actions;
    let pressed = { x: 0, y: 0 };
    content.addEventListener('pointerdown', ({ clientX, clientY }) => {
      pressed = { x: clientX, y: clientY };
    });
    content.addEventListener('click', (event) => {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > clickSlack) return;
      const id = idOf(event.target);
      if (id === undefined) return;
      this.select(id, true);
      this.#actions.reveal(id);
    });
    content.addEventListener('dblclick', (event) => {
      const id = idOf(event.target);
      if (id !== undefined) this.#actions.toggle(id);
    });
    content.addEventListener('focusin', ({ target }) => {
      const id = idOf(target);
      if (id !== undefined) this.select(id, false);
    });
  }

  get selected(): string | undefined {
    return this.#selected;
  }

  show(picture: Picture, findings: ContextMapResult['findings']): void {
    const before = this.#picture;
    this.#picture = picture;
    const focused = this.#content.contains(document.activeElement);
    // Our own drawing: every text of the model in it is escaped (src/diagram/svg/escape.ts).
    this.#content.innerHTML = renderSvg(picture, variableTheme);
    for (const item of [...picture.nodes, ...picture.edges]) this.#makeReachable(item);
    for (const node of picture.nodes) this.#badge(node, findings[node.id]);
    if (before) this.#animate(before, picture);
    if (this.#selected !== undefined) this.select(this.#selected, focused);
    const [first] = picture.nodes;
    if (this.#selected === undefined && first)
      this.#elementOf(first.id)?.setAttribute('tabindex', '0');
  }

  /** Marks an element; with `focus` the keyboard goes there too. */
  select(id: string, focus: boolean): void {
    for (const old of this.#content.querySelectorAll('.selected')) {
      old.classList.remove('selected');
      old.setAttribute('tabindex', '-1');
    }
    const element = this.#elementOf(id);
    if (!element) return;
    this.#selected = id;
    element.classList.add('selected');
    element.setAttribute('tabindex', '0');
    if (focus && document.activeElement !== element) element.focus({ preventScroll: true });
  }

  focusSelected(): void {
    const id = this.#selected ?? this.#picture?.nodes[0]?.id;
    if (id !== undefined) this.select(id, true);
  }

  boxOf(id: string): Box | undefined {
    const node = this.#picture?.nodes.find((candidate) => candidate.id === id);
    const edge = this.#picture?.edges.find((candidate) => candidate.id === id);
    if (node || !edge) return node;
    const xs = edge.points.map(({ x }) => x);
    const ys = edge.points.map(({ y }) => y);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  }

  #elementOf(id: string): SVGGElement | undefined {
    const groups = this.#content.querySelectorAll<SVGGElement>('g.node, g.edge');
    return [...groups].find((group) => group.dataset['archId'] === id);
  }

  /** A stop for keyboard and screen reader, with a name of its own. */
  #makeReachable(item: PictureNode | PictureEdge): void {
    const element = this.#elementOf(item.id);
    if (!element) return;
    element.setAttribute('tabindex', '-1');
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', item.description);
    if ('expandable' in item && item.expandable) {
      element.setAttribute('aria-expanded', String(item.open));
    }
  }

  #badge(node: PictureNode, found: ContextMapResult['findings'][string] | undefined): void {
    const element = this.#elementOf(node.id);
    if (!found || !element) return;
    const badge = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    badge.setAttribute('class', `badge ${found.severity}`);
    badge.setAttribute('transform', `translate(${String(node.width - 4)} 4)`);
    const circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    circle.setAttribute('r', '11');
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('text-anchor', 'middle');
    text.setAttribute('y', '4');
    const sign = { error: '✕', warning: '!', info: 'i' }[found.severity] ?? '';
    text.textContent = `${sign}${String(found.count)}`;
    badge.append(circle, text);
    element.append(badge);
    const label = element.getAttribute('aria-label') ?? '';
    element.setAttribute(
      'aria-label',
      `${label}, ${String(found.count)} findings, gravest ${found.severity}`,
    );
  }

  /** Boxes glide from where they were, unless motion is reduced. */
  #animate(before: Picture, after: Picture): void {
    if (
      matchMedia('(prefers-reduced-motion: reduce)').matches ||
      document.body.classList.contains('vscode-reduce-motion')
    )
      return;
    const places = new Map(before.nodes.map((node) => [node.id, node]));
    if (after.nodes.length > 300) return;
    for (const node of after.nodes) {
      const old = places.get(node.id);
      if (!old || (old.x === node.x && old.y === node.y)) continue;
      const offset = `translate(${String(old.x - node.x)}px, ${String(old.y - node.y)}px)`;
      const at = `translate(${String(node.x)}px, ${String(node.y)}px)`;
      this.#elementOf(node.id)?.animate([{ transform: `${at} ${offset}` }, { transform: at }], {
        duration: 180,
        easing: 'ease-out',
      });
    }
  }
}

function idOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const group = target.closest('[data-arch-id]');
  return group instanceof SVGElement ? group.dataset['archId'] : undefined;
}
