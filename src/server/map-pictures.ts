import { changesBetween } from '../diagram/changes.js';
import { layout, type LayoutEngine } from '../diagram/layout/layout.js';
import { withOverlay, type OverlayName } from '../diagram/overlays.js';
import { outerNodes } from '../diagram/outer-nodes.js';
import type { Picture } from '../diagram/picture.js';
import { select, type SelectOptions } from '../diagram/select.js';
import type { Model } from '../model/model.js';
import {
  changesOverlay,
  findingsName,
  type ContextMapParams,
  type ContextMapResult,
  type MapQuery,
} from '../protocol/context-map.js';

/** Pictures that are kept for clients that have them, and arrangements for later edits. */
const kept = 40;

/**
 * The pictures of the maps that clients look at. An arrangement is remembered by root and view, so
 * that an edit or an opened context changes as little as it must.
 */
export class MapPictures {
  readonly #sent = new Map<string, Picture>();
  readonly #arranged = new Map<string, Picture>();
  /** The same, by what is opened and folded too: folding a context undoes what opening it moved. */
  readonly #arrangedWhen = new Map<string, Picture>();
  /** By root and all that is asked: the last picture of a text without syntax errors. */
  readonly #good = new Map<string, Picture>();
  #revision = 0;

  /** The picture that a client asks for. `broken` says that the text has syntax errors now. */
  async draw(
    model: Model,
    params: ContextMapParams,
    broken: boolean,
    engine: LayoutEngine,
  ): Promise<Picture> {
    const { pins = {} } = params;
    const previous = this.arrangement(params);
    const exact = exactKey(params);
    const last = broken ? this.#good.get(exact) : undefined;
    if (last) return withOverlay(model, last, overlayName(params));
    const picture = await layout(model, select(model, selectOptions(model, params)), engine, {
      ...(previous ? { previous } : {}),
      pins,
    });
    this.arranged(params, picture);
    if (!broken) remember(this.#good, exact, picture);
    return withOverlay(model, picture, overlayName(params));
  }

  /** Whether there is such a picture of a text without syntax errors. */
  keeps(params: ContextMapParams): boolean {
    return this.#good.has(exactKey(params));
  }

  /**
   * How a map was arranged when it was last drawn with the same contexts opened, if it shows the same
   * boxes still; else when it was last drawn. Undefined if that is to be forgotten.
   */
  arrangement(params: ContextMapParams): Picture | undefined {
    const place = arrangementKey(params);
    if (params.reset === true) {
      this.#arranged.delete(place);
      for (const key of [...this.#arrangedWhen.keys()])
        if (key.startsWith(place)) this.#arrangedWhen.delete(key);
    }
    const last = this.#arranged.get(place);
    const then = this.#arrangedWhen.get(openedKey(params));
    return last && then && outerBoxes(last) === outerBoxes(then) ? then : last;
  }

  /** Remembers how a map is arranged. */
  arranged(params: ContextMapParams, picture: Picture): void {
    remember(this.#arranged, arrangementKey(params), picture);
    remember(this.#arrangedWhen, openedKey(params), picture);
  }

  /** A picture as an answer: whole, or as changes against the one that the client has. */
  answer(
    picture: Picture,
    known: string | undefined,
  ): Pick<ContextMapResult, 'revision' | 'picture' | 'changes' | 'base'> {
    const revision = String(++this.#revision);
    const before = known === undefined ? undefined : this.#sent.get(known);
    remember(this.#sent, revision, picture);
    if (known === undefined || !before) return { revision, picture };
    return { revision, base: known, changes: changesBetween(before, picture) };
  }
}

/** The overlay that follows from the model alone. */
export function overlayName({ overlay }: MapQuery): OverlayName | undefined {
  return overlay === changesOverlay || overlay === findingsName ? undefined : overlay;
}

function arrangementKey({ uri, view, context, groupBy }: ContextMapParams): string {
  return JSON.stringify([uri, view, context, groupBy]);
}

/** What a picture is kept under. */
function exactKey(params: ContextMapParams): string {
  const { pins = {}, open, folded } = params;
  return JSON.stringify([arrangementKey(params), open, folded, pins]);
}

function openedKey(params: ContextMapParams): string {
  const { open, folded = [] } = params;
  return arrangementKey(params) + JSON.stringify([[...open].sort(), [...folded].sort()]);
}

function outerBoxes({ nodes }: Picture): string {
  return outerNodes(nodes)
    .map(({ id }) => id)
    .sort()
    .join('\n');
}

function remember(map: Map<string, Picture>, key: string, picture: Picture): void {
  map.delete(key);
  map.set(key, picture);
  const oldest = map.size > kept ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}

/** What a query comes to in a model. A view may be named as well as another context map. */
export function selectOptions(model: Model, query: MapQuery): SelectOptions {
  const view = model.views.find(({ id }) => id === `view:${query.view ?? ''}`);
  const map = view ? undefined : model.maps.find(({ name }) => name === query.view);
  return {
    ...(view ? { view } : {}),
    ...(map ? { map } : {}),
    ...(query.context !== undefined && model.elements.has(query.context)
      ? { context: query.context }
      : {}),
    open: new Set(query.open),
    folded: new Set(query.folded ?? []),
    ...(query.groupBy === undefined ? {} : { groupBy: query.groupBy }),
  };
}
