import type { Picture, PictureNode, Point } from '../../src/diagram/picture.js';
import type { Viewport } from './viewport.js';

interface Keyboard {
  readonly picture: () => Picture | undefined;
  readonly selected: () => string | undefined;
  readonly select: (id: string) => void;
  readonly reveal: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly search: () => void;
  readonly viewport: Viewport;
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Arrows walk, Enter goes to the source, Space opens, `+ - 0` zoom, `/` searches, Tab walks edges. */
export function installKeyboard(stage: HTMLElement, keys: Keyboard): void {
  stage.addEventListener('keydown', (event) => {
    const { key } = event;
    const id = keys.selected();
    if (key === '/' || (key === 'f' && (event.ctrlKey || event.metaKey))) keys.search();
    else if (key === '+' || key === '=') keys.viewport.zoom(1.2);
    else if (key === '-') keys.viewport.zoom(1 / 1.2);
    else if (key === '0') keys.viewport.fit();
    else if (key === 'Enter' && id !== undefined) keys.reveal(id);
    else if (key === ' ' && id !== undefined) keys.toggle(id);
    else if (key === 'Escape') selectParent(keys);
    else if (key === 'e') walkEdges(keys);
    else if (directions[key]) walk(keys, directions[key]);
    else return;
    event.preventDefault();
  });
}

/** From an inner box to the context around it. */
function selectParent({ picture, selected, select }: Keyboard): void {
  const id = selected();
  const parent = picture()?.nodes.find((node) => node.id === id)?.parent;
  if (parent !== undefined) select(parent);
}

/** Each edge of the selected box in turn, then its other end. */
function walkEdges({ picture, selected, select }: Keyboard): void {
  const map = picture();
  const id = selected();
  if (!map || id === undefined) return;
  const edge = map.edges.find((candidate) => candidate.id === id);
  if (edge) {
    select(edge.to);
    return;
  }
  const next = map.edges.find(({ from, to }) => from === id || to === id);
  if (next) select(next.id);
}

/** The nearest box in a direction; along an edge if one leads there. */
function walk({ picture, selected, select }: Keyboard, direction: Point): void {
  const map = picture();
  if (!map) return;
  const id = selected();
  const edge = map.edges.find((candidate) => candidate.id === id);
  const from = map.nodes.find((node) => node.id === (edge?.from ?? id)) ?? map.nodes[0];
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
    if (node.id === from.id) continue;
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
