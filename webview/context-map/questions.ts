import { changesOverlay, type MapQuery } from '../../src/protocol/context-map.js';
import { mapSides } from '../../src/protocol/map-review.js';
import { send } from './host.js';
import type { ShownMap } from './shown-map.js';

export type QueryChanges = Partial<{ [K in keyof MapQuery]: MapQuery[K] | undefined }>;

/** Asks for other maps: another view, other contexts opened, another overlay. */
export class Questions {
  /** Whether the next picture is shown as a whole, as its boxes will not be where they were. */
  fitting = false;
  readonly #map: ShownMap;
  readonly #announce: (text: string) => void;

  constructor(map: ShownMap, announce: (text: string) => void) {
    this.#map = map;
    this.#announce = announce;
  }

  /** Asks for another map; what is `undefined` is asked for no longer. */
  readonly change = (changes: QueryChanges): void => {
    const merged: Readonly<Record<string, unknown>> = { ...this.#map.query, ...changes };
    const asked = Object.entries(merged).filter(([, value]) => value !== undefined);
    const query: MapQuery = { open: [], ...Object.fromEntries(asked) };
    this.#map.query = query;
    if (changes.overlay === changesOverlay) this.#announce('Comparing…');
    send({ type: 'query', query });
  };

  /** Opens or folds a context. */
  readonly toggle = (id: string): void => {
    const node = this.#map.node(id);
    if (!node?.expandable) return;
    const { query } = this.#map;
    const without = (list: readonly string[] = []) => list.filter((other) => other !== id);
    const [open, folded] = [without(query.open), without(query.folded)];
    this.#announce(`${node.name.join('')} ${node.open ? 'folded' : 'opened'}`);
    this.change(node.open ? { open, folded: [...folded, id] } : { open: [...open, id], folded });
  };

  foldAll(): void {
    const opened = this.#map.picture?.nodes.filter((node) => node.open && node.expandable) ?? [];
    this.fitting = true;
    this.change({ open: [], folded: opened.map(({ id }) => id) });
  }

  openAll(): void {
    const contexts = this.#map.picture?.nodes.filter(({ expandable }) => expandable) ?? [];
    this.fitting = true;
    this.change({ open: contexts.map(({ id }) => id), folded: [] });
  }

  /** Forgets what was put somewhere by hand, and how the map came to be arranged. */
  reset(): void {
    this.fitting = true;
    send({ type: 'reset' });
  }

  /** Shows a context with its neighbours only. */
  focusContext(id: string): void {
    if (id.startsWith('context:'))
      this.change({ context: id, view: undefined, open: [], folded: [] });
  }

  /** Leaves the context that is shown alone; answers whether there was one. */
  leaveContext(): boolean {
    if (this.#map.query.context === undefined) return false;
    this.change({ context: undefined });
    return true;
  }

  /** Shows the next side of what changed, so that one key goes forth and back between the two. */
  nextSide(): void {
    const { query } = this.#map;
    if (query.overlay !== changesOverlay) return;
    const { side = 'both' } = query.changes ?? {};
    const next = mapSides[(mapSides.indexOf(side) + 1) % mapSides.length] ?? 'both';
    this.change({ changes: { ...query.changes, side: next } });
    this.#announce(`Map shows ${next === 'both' ? 'both revisions' : next}`);
  }
}
