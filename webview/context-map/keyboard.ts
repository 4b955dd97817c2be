import type { Picture, PictureEdge, PictureNode, Point } from '../../src/diagram/picture.js';

interface Keyboard {
  readonly picture: () => Picture | undefined;
  readonly selected: () => string | undefined;
  readonly select: (id: string) => void;
  readonly reveal: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly search: () => void;
  /** Goes to the pick list of views. */
  readonly views: () => void;
  /** Goes to the pick list of overlays. */
  readonly overlays: () => void;
  /** Opens the card of something. */
  readonly details: (id: string) => void;
  /** Shows contracts beside the map, or hides them. */
  readonly contracts: () => void;
  /** Shows a context with its neighbours only. */
  readonly focusContext: (id: string) => void;
  /** Shows the next side of what changed. */
  readonly nextSide: () => void;
  /** Leaves a card or a context; answers whether there was anything to leave. */
  readonly back: () => boolean;
  /** Zooms around what is selected. */
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Arrows walk, `e` goes through the edges of a box, Enter goes to the source, Space opens, `i`
 * tells, `c` shows contracts, `b` goes through the sides of what changed, `f` shows a context alone,
 * `v` and `o` go to the pick lists of views and overlays, Esc leads back, `+ - 0` zoom, `/` searches.
 *
 * @param page the whole page, as nothing has the focus after a click on the ground
 */
export function installKeyboard(page: HTMLElement, keys: Keyboard): void {
  const edges = new EdgeWalk(keys);
  page.addEventListener('keydown', (event) => {
    const { key, target } = event;
    // Fields and buttons have their own keys; only the search's and Escape are everybody's.
    const field =
      target instanceof Element && target.closest('input, select, button, .card') !== null;
    if (field && key !== 'Escape') return;
    if (target instanceof HTMLInputElement) return;
    const id = keys.selected();
    // Letters with another key are VS Code's, but for the one that finds.
    const withOthers = event.ctrlKey || event.metaKey || event.altKey;
    if (withOthers && /^[a-eg-z]$/.test(key)) return;
    if (key === '/' || (key === 'f' && (event.ctrlKey || event.metaKey))) keys.search();
    else if (key === '+' || key === '=') keys.zoom(1.2);
    else if (key === '-') keys.zoom(1 / 1.2);
    else if (key === '0') keys.fit();
    else if (key === 'Enter' && id !== undefined) keys.reveal(id);
    else if (key === ' ' && id !== undefined) keys.toggle(id);
    else if (key === 'Escape') {
      if (!keys.back()) selectParent(keys);
    } else if (key === 'i' && id !== undefined) keys.details(id);
    else if (key === 'c') keys.contracts();
    else if (key === 'v') keys.views();
    else if (key === 'o') keys.overlays();
    else if (key === 'b') keys.nextSide();
    else if (key === 'f' && id !== undefined) keys.focusContext(id);
    else if (key === 'PageDown') selectInside(keys);
    else if (key === 'Home') selectEnd(keys, 0);
    else if (key === 'End') selectEnd(keys, -1);
    else if (key === 'e') edges.next();
    else if (directions[key]) walk(keys, directions[key]);
    else return;
    event.preventDefault();
  });
}

function selectEnd({ picture, select }: Keyboard, end: 0 | -1): void {
  const node = picture()?.nodes.at(end);
  if (node) select(node.id);
}

/** From an opened context to its first inner box. */
function selectInside({ picture, selected, select }: Keyboard): void {
  const inner = picture()?.nodes.find((node) => node.parent === selected());
  if (inner) select(inner.id);
}

/** From an inner box to the context around it. */
function selectParent({ picture, selected, select }: Keyboard): void {
  const id = selected();
  const parent = picture()?.nodes.find((node) => node.id === id)?.parent;
  if (parent !== undefined) select(parent);
}

/** Goes through the edges of the box from which it started. */
class EdgeWalk {
  readonly #keys: Keyboard;
  #from: string | undefined;

  constructor(keys: Keyboard) {
    this.#keys = keys;
  }

  next(): void {
    const map = this.#keys.picture();
    const id = this.#keys.selected();
    if (!map || id === undefined) return;
    if (map.nodes.some((node) => node.id === id)) this.#from = id;
    const edges = map.edges.filter(({ from, to }) => from === this.#from || to === this.#from);
    const at = edges.findIndex((edge) => edge.id === id);
    const next = edges[(at + 1) % Math.max(1, edges.length)];
    if (next) this.#keys.select(next.id);
  }
}

/** From an edge to the end that lies in a direction. */
function walkToEnd({ picture, select }: Keyboard, edge: PictureEdge, direction: Point): void {
  const ends = [edge.from, edge.to].flatMap(
    (id) => picture()?.nodes.find((node) => node.id === id) ?? [],
  );
  const reach = ({ x, y, width, height }: PictureNode) =>
    (x + width / 2) * direction.x + (y + height / 2) * direction.y;
  const [best] = ends.sort((a, b) => reach(b) - reach(a));
  if (best) select(best.id);
}

/** The nearest box in a direction; along an edge if one leads there. */
function walk(keys: Keyboard, direction: Point): void {
  const { picture, selected, select } = keys;
  const map = picture();
  if (!map) return;
  const id = selected();
  const edge = map.edges.find((candidate) => candidate.id === id);
  if (edge && !map.nodes.some((node) => node.id === id)) {
    walkToEnd(keys, edge, direction);
    return;
  }
  const from = map.nodes.find((node) => node.id === id) ?? map.nodes[0];
  if (!from) return;
  if (id === undefined) {
    select(from.id);
    return;
  }
  const linked = new Set(
    map.edges.flatMap((candidate) =>
      candidate.from === from.id
        ? [candidate.to]
        : candidate.to === from.id
          ? [candidate.from]
          : [],
    ),
  );
  let best: PictureNode | undefined;
  let least = Infinity;
  for (const node of map.nodes) {
    // What is around a box is reached by Escape, what is inside an opened one is beside nothing outside.
    if (node.id === from.id || node.parent !== from.parent) continue;
    const dx = node.x + node.width / 2 - from.x - from.width / 2;
    const dy = node.y + node.height / 2 - from.y - from.height / 2;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 4 || aside > ahead * 2.5) continue;
    const cost = (ahead + 2 * aside) * (linked.has(node.id) ? 0.6 : 1);
    if (cost < least) {
      least = cost;
      best = node;
    }
  }
  if (best) select(best.id);
}
