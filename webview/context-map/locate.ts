import type { PictureView } from './picture-view.js';
import type { Questions } from './questions.js';
import type { ShownMap } from './shown-map.js';
import type { Viewport } from './viewport.js';

/** Finds elements on the map and selects them, if need be on another map than the one shown. */
export class Locator {
  readonly #map: ShownMap;
  readonly #view: PictureView;
  readonly #viewport: Viewport;
  readonly #questions: Questions;
  /** Called with the element of what is selected. */
  readonly #selected: (element: string | undefined) => void;
  /** What is to be selected in the next picture, which was asked for because of it. */
  #awaited: readonly string[] | undefined;

  constructor(
    map: ShownMap,
    view: PictureView,
    viewport: Viewport,
    questions: Questions,
    selected: (element: string | undefined) => void,
  ) {
    this.#map = map;
    this.#view = view;
    this.#viewport = viewport;
    this.#questions = questions;
    this.#selected = selected;
  }

  select(id: string, focus: boolean): void {
    this.#view.select(id, focus);
    this.#selected(this.#map.elementOf(id));
    const box = this.#view.boxOf(id);
    if (box) this.#viewport.bringIntoView(box);
  }

  /** Selects the first of these that is shown. */
  readonly selectFirst = (ids: readonly string[]): void => {
    const shown = ids.find((id) => this.#view.boxOf(id) !== undefined);
    if (shown !== undefined) this.select(shown, false);
  };

  /**
   * Shows an element with all that is around it, innermost first: as the map is, else with its
   * context opened, else on the landscape, where a view leaves it out.
   */
  locate(ids: readonly string[]): void {
    const context = ids.find((id) => id.startsWith('context:'));
    const inner = context === undefined ? ids : ids.slice(0, ids.indexOf(context));
    const wanted = inner.length > 0 ? inner : ids;
    const isShown = (id: string) => this.#view.boxOf(id) !== undefined;
    if (context === undefined || wanted.some(isShown)) {
      this.selectFirst(ids);
      return;
    }
    this.#awaited = ids;
    const { query } = this.#map;
    const others = query.open.filter((id) => id !== context);
    const open = inner.length > 0 ? [...others, context] : query.open;
    const folded = query.folded?.filter((id) => id !== context);
    const elsewhere = isShown(context) ? {} : { view: undefined, context: undefined };
    this.#questions.change({ ...elsewhere, open, folded });
  }

  /** A new picture is there. */
  shown(): void {
    const awaited = this.#awaited;
    this.#awaited = undefined;
    if (awaited) this.selectFirst(awaited);
  }
}
