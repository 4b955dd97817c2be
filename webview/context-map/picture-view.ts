import { edgeKey } from '../../src/diagram/changes.js';
import type { Box, Picture, PictureEdge, PictureNode, Point } from '../../src/diagram/picture.js';
import { OverlayWords } from '../../src/diagram/overlay-words.js';
import { wordsOf } from '../../src/diagram/svg/mark-places.js';
import { overlayBoxes } from '../../src/diagram/svg/overlay.js';
import { renderParts } from '../../src/diagram/svg/svg.js';
import { lettering } from '../../src/diagram/svg/text.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import type { ContextMapResult } from '../../src/protocol/context-map.js';
import { BoxIndex } from '../../src/diagram/box-index.js';
import { badge, badgeRoom } from './badge.js';
import { FarNames } from './far-names.js';
import { Landmarks } from './landmarks.js';
import { glide, reducedMotion } from './motion.js';
import { Scene } from './scene.js';
import { Sight } from './sight.js';
import type { Viewport } from './viewport.js';

interface Actions {
  readonly reveal: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly findings: (id: string) => void;
}

/** More boxes than this do not glide, as that would take longer than it explains. */
const mostGliding = 300;

/** The drawing in the page: the exported SVG with focus, selection and badges added. */
export class PictureView {
  readonly #scene = new Scene();
  readonly #sight = new Sight();
  readonly #farNames = new FarNames(this.#scene);
  readonly #landmarks: Landmarks;
  readonly #content: HTMLElement;
  readonly #actions: Actions;
  #picture: Picture | undefined;
  #selected: string | undefined;
  /** How far boxes stand from the places at which they are drawn. */
  readonly #dragged = new Map<string, Point>();

  constructor(content: HTMLElement, actions: Actions) {
    this.#content = content;
    this.#actions = actions;
    const { root } = this.#scene;
    for (const [name, value] of Object.entries(lettering)) root.setAttribute(name, value);
    root.setAttribute('role', 'group');
    root.setAttribute('aria-roledescription', 'context map');
    content.append(root);
    this.#landmarks = new Landmarks(content);
    root.addEventListener('click', (event) => {
      this.#click(event);
    });
    root.addEventListener('dblclick', ({ target }) => {
      const id = this.#nodeAt(target);
      if (id !== undefined) this.#actions.toggle(id);
    });
    // Not on the drawing, which would be a stop of its own then.
    content.addEventListener('focusin', ({ target }) => {
      const row = target instanceof Element ? target.closest<SVGElement>('g.row') : null;
      const id = row?.dataset['archId'] ?? this.itemAt(target);
      if (id !== undefined) this.select(id, false);
    });
  }

  get selected(): string | undefined {
    return this.#selected;
  }

  show(picture: Picture, findings: ContextMapResult['findings']): void {
    const before = this.#picture;
    this.#picture = picture;
    const focused = this.#scene.root.contains(document.activeElement);
    const { root } = this.#scene;
    root.setAttribute('width', String(picture.width));
    root.setAttribute('height', String(picture.height));
    root.setAttribute('viewBox', `0 0 ${String(picture.width)} ${String(picture.height)}`);
    const { overlay } = picture;
    root.setAttribute(
      'aria-label',
      [picture.title, overlay?.title ?? ''].filter((text) => text !== '').join(', '),
    );
    const dragged = this.#drop();
    const fresh = this.#scene.show(renderParts(picture, variableTheme));
    for (const key of this.#sight.look(undefined).gone)
      this.#scene.element(key)?.classList.remove('seen');
    this.#sight.show(picture);
    this.#farNames.show(picture);
    this.#landmarks.show(picture);
    this.#content.classList.toggle('large', this.#sight.isLarge);
    this.#content.hidden = picture.nodes.length === 0;
    const words = overlay && new OverlayWords(overlay);
    for (const node of picture.nodes) this.#makeReachable(node, words?.ofNode(node) ?? []);
    for (const edge of picture.edges) this.#makeReachable(edge, words?.ofEdge(edge) ?? []);
    // The names of boxes and lines say it.
    for (const part of root.querySelectorAll('g.overlay, g.port, g.edge-label'))
      part.setAttribute('aria-hidden', 'true');
    this.#markFindings(picture, findings);
    if (before && !reducedMotion() && picture.nodes.length <= mostGliding) {
      this.#animate(before, picture, fresh, dragged);
    }
    if (this.#selected !== undefined) this.select(this.#selected, focused);
    const [first] = picture.nodes;
    if (!this.#scene.root.querySelector('[tabindex="0"]') && first) {
      this.elementOf(first.id)?.setAttribute('tabindex', '0');
    }
  }

  /**
   * Draws the words that can be read: the small ones of what is in sight, where the picture is too
   * large for all of them, else larger ones.
   */
  look({ seen, scale, showsDetail }: Pick<Viewport, 'seen' | 'scale' | 'showsDetail'>): void {
    if (!showsDetail) this.#farNames.write();
    this.#landmarks.look(seen, scale);
    if (!this.#sight.isLarge) return;
    const { come, gone } = this.#sight.look(showsDetail ? seen : undefined);
    for (const key of come) this.#scene.element(key)?.classList.add('seen');
    for (const key of gone) this.#scene.element(key)?.classList.remove('seen');
  }

  /** Marks an element; with `focus` the keyboard goes there too. */
  select(id: string, focus: boolean): void {
    for (const old of this.#scene.root.querySelectorAll('.selected, [tabindex="0"]')) {
      old.classList.remove('selected');
      old.setAttribute('tabindex', '-1');
    }
    const element = this.elementOf(id);
    if (!element) return;
    this.#selected = id;
    element.classList.add('selected');
    element.setAttribute('tabindex', '0');
    this.#trace(id);
    if (focus && document.activeElement !== element) element.focus({ preventScroll: true });
  }

  focusSelected(): void {
    const id = this.#selected ?? this.#picture?.nodes[0]?.id;
    if (id !== undefined) this.select(id, true);
  }

  boxOf(id: string): Box | undefined {
    const node =
      this.#picture?.nodes.find((candidate) => candidate.id === id) ?? this.#boxOfRow(id);
    const edge = this.#picture?.edges.find((candidate) => candidate.id === id);
    if (node || !edge) return node;
    const xs = edge.points.map(({ x }) => x);
    const ys = edge.points.map(({ y }) => y);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  }

  /** The element of a node or edge. */
  elementOf(id: string): SVGElement | undefined {
    const node = this.#scene.element(`node ${id}`);
    if (node) return node;
    const edge = this.#picture?.edges.find((candidate) => candidate.id === id);
    if (edge) return this.#scene.element(`edge ${edgeKey(edge)}`);
    const around = this.#boxOfRow(id);
    return around && this.#rowsOf(around).find((row) => row.dataset['archId'] === id);
  }

  #boxOfRow(id: string): PictureNode | undefined {
    return this.#picture?.nodes.find(({ rows }) => rows.some((row) => row.id === id));
  }

  #rowsOf({ id, rows }: PictureNode): SVGElement[] {
    if (rows.length === 0) return [];
    return [...(this.#scene.element(`node ${id}`)?.querySelectorAll<SVGElement>('g.row') ?? [])];
  }

  /** Moves a box with its inside while it is dragged; its relations fade until it has a place. */
  drag(id: string, dx: number, dy: number): void {
    const picture = this.#picture;
    if (!picture) return;
    for (const node of picture.nodes) {
      if (node.id !== id && node.parent !== id) continue;
      const by = `translate(${String(dx)} ${String(dy)})`;
      this.#scene.element(`node ${node.id}`)?.setAttribute('transform', by);
      this.#dragged.set(node.id, { x: dx, y: dy });
    }
    for (const edge of picture.edges) {
      if (edge.from !== id && edge.to !== id && edge.inside !== id) continue;
      this.#scene.element(`edge ${edgeKey(edge)}`)?.classList.add('loose');
      this.#scene.element(`label ${edgeKey(edge)}`)?.classList.add('loose');
    }
    for (const port of picture.ports) {
      if (port.node === id) this.#scene.element(`port ${port.id}`)?.classList.add('loose');
    }
  }

  /** Ends a drag: what was drawn is at its place again. Answers how far boxes had been dragged. */
  #drop(): ReadonlyMap<string, Point> {
    const dragged = new Map(this.#dragged);
    this.#dragged.clear();
    for (const id of dragged.keys())
      this.#scene.element(`node ${id}`)?.removeAttribute('transform');
    for (const loose of this.#scene.root.querySelectorAll('.loose'))
      loose.classList.remove('loose');
    return dragged;
  }

  /** The id of the node or edge that something in the page belongs to. */
  itemAt(target: EventTarget | null): string | undefined {
    const group =
      target instanceof Element
        ? target.closest('g.node, g.edge, g.edge-label, g.port, g.mark')
        : null;
    if (!(group instanceof SVGElement)) return undefined;
    return group.dataset['node'] ?? group.dataset['archId'];
  }

  #nodeAt(target: EventTarget | null): string | undefined {
    const group = target instanceof Element ? target.closest('g.node') : null;
    return group ? this.itemAt(group) : undefined;
  }

  #click({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    const item = this.itemAt(target);
    if (item !== undefined) this.select(item, true);
    if (target.closest('g.badge, g.mark') && item !== undefined) {
      this.#actions.findings(item);
      return;
    }
    const source = target.closest('[data-arch-id]');
    const id = source instanceof SVGElement ? source.dataset['archId'] : undefined;
    if (id !== undefined) this.#actions.reveal(id);
  }

  /** Relations of the selected box stand out. */
  #trace(id: string): void {
    const box = this.#boxOfRow(id)?.id ?? id;
    for (const edge of this.#picture?.edges ?? []) {
      const near = edge.from === box || edge.to === box || edge.id === id;
      this.#scene.element(`edge ${edgeKey(edge)}`)?.classList.toggle('near', near);
    }
  }

  /** A stop for keyboard and screen reader, with a name of its own. */
  #makeReachable(item: PictureNode | PictureEdge, overlaid: readonly string[]): void {
    const element =
      'points' in item
        ? this.#scene.element(`edge ${edgeKey(item)}`)
        : this.#scene.element(`node ${item.id}`);
    if (!element) return;
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
    // Buttons have nothing in them that could be reached.
    const hasRows = 'rows' in item && item.rows.length > 0;
    element.setAttribute('role', hasRows ? 'group' : 'button');
    // Said by its name, and shown by the card.
    element.querySelector(':scope > title')?.remove();
    element.setAttribute('aria-label', [item.description, ...overlaid].join(', '));
    if (!('expandable' in item)) return;
    if (item.expandable) element.setAttribute('aria-expanded', String(item.open));
    for (const [index, row] of this.#rowsOf(item).entries()) {
      const { tag, text } = item.rows[index] ?? { tag: '', text: '' };
      row.setAttribute('tabindex', '-1');
      row.setAttribute('role', 'button');
      row.setAttribute('aria-label', `${tag} API ${text}`);
    }
  }

  #markFindings(picture: Picture, findings: ContextMapResult['findings']): void {
    const { nodes, ports } = picture;
    const plates = new Map<string, Box[]>();
    for (const port of ports) plates.set(port.node, [...(plates.get(port.node) ?? []), port]);
    const overlaid = new BoxIndex<Box>();
    for (const box of overlayBoxes(picture)) overlaid.add(box, box);
    for (const node of nodes) {
      const element = this.#scene.element(`node ${node.id}`);
      element?.querySelector(':scope > g.badge')?.remove();
      const found = findings[node.element];
      if (!element || !found || node.ghost) continue;
      const taken = [
        wordsOf(node),
        ...(plates.get(node.id) ?? []),
        ...overlaid.overlapping(badgeRoom(node)),
      ];
      element.append(badge(node, taken, found));
      const words = `${String(found.count)} ${found.count === 1 ? 'finding' : 'findings'}, gravest ${found.severity}`;
      const name = element.getAttribute('aria-label') ?? node.description;
      element.setAttribute('aria-label', `${name}, ${words}`);
    }
  }

  /** Boxes glide from where they were; what is drawn anew around them fades in. */
  #animate(
    before: Picture,
    after: Picture,
    fresh: ReadonlySet<string>,
    dragged: ReadonlyMap<string, Point>,
  ): void {
    const dx = after.origin.x - before.origin.x;
    const dy = after.origin.y - before.origin.y;
    const places = new Map(before.nodes.map((node) => [node.id, node]));
    for (const node of after.nodes) {
      const element = this.#scene.element(`node ${node.id}`);
      const old = places.get(node.id);
      if (!element || !old) continue;
      const by = dragged.get(node.id) ?? { x: 0, y: 0 };
      glide(element, { x: old.x + dx + by.x, y: old.y + dy + by.y }, node);
    }
    for (const key of fresh) {
      if (key.startsWith('node ')) continue;
      this.#scene.element(key)?.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 220 });
    }
  }
}
