import {
  directions,
  EdgeWalk,
  selectEnd,
  selectInside,
  selectParent,
  walk,
  type Walker,
} from './walk.js';

interface Keyboard extends Walker {
  readonly reveal: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly search: () => void;
  /** Goes to the pick list of views. */
  readonly views: () => void;
  /** Goes to the pick list of overlays. */
  readonly overlays: () => void;
  /** Shows what the signs of the map mean, or no longer. */
  readonly legend: () => void;
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
  /** Puts boxes back that were dragged, or takes that back. */
  readonly undo: (what: 'undo' | 'redo') => void;
}

/**
 * Arrows walk, `e` goes through the edges of a box, Enter goes to the source, Space opens, `i`
 * tells, `c` shows contracts, `l` the legend, `b` goes through the sides of what changed, `f` shows a context alone,
 * `v` and `o` go to the pick lists of views and overlays, Esc leads back, `+ - 0` zoom, `/` searches,
 * Ctrl+Z puts boxes back.
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
    const undoes = undoing(event);
    if (undoes) {
      keys.undo(undoes);
      event.preventDefault();
      return;
    }
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
    else if (key === 'l') keys.legend();
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

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z; on a Mac with Command. */
function undoing({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}
