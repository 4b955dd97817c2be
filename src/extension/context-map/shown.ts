import { Uri } from 'vscode';
import { formerMapName } from '../../diagram/pins.js';
import {
  changesOverlay,
  type ContextMapResult,
  type MapQuery,
} from '../../protocol/context-map.js';
import type { MapState } from '../../protocol/map-webview.js';
import type { PinnedMap, PinnedPlace } from './pins.js';

/** Which map a panel shows, of which model. */
export class Shown {
  #state: MapState;
  #root: Uri | undefined;
  /** The document that the server told the root of. */
  #told: string | undefined;
  /** What was asked of other models, by their roots: a map that turns back goes on there. */
  readonly #queries = new Map<string, MapQuery>();
  /** What contexts and views were called, by their names. */
  #formerNames: Readonly<Record<string, string>> = {};

  constructor(state: MapState) {
    this.#state = state;
  }

  get state(): MapState {
    return this.#state;
  }

  /** The model's root, once the server has told it. */
  get root(): Uri | undefined {
    return this.#root;
  }

  /** A document of the model. */
  get uri(): string {
    return this.#state.uri;
  }

  /** The map that pins are of, as far as the server has told. */
  get place(): PinnedPlace | undefined {
    return this.#root ? { root: this.#root, map: this.#map } : undefined;
  }

  /** @param uri a document of the model to show from now on */
  ofModel(uri: string): void {
    this.#state = { ...this.#state, uri };
  }

  ask(query: MapQuery): void {
    this.#state = { ...this.#state, query };
  }

  /** Asks for the changes against a revision over the map; the usual one by default. */
  askForChanges(against?: string): void {
    const { query } = this.#state;
    const changes = {
      side: query.changes?.side ?? 'both',
      ...(against === undefined ? {} : { against }),
    };
    this.ask({ ...query, overlay: changesOverlay, changes });
  }

  /**
   * Takes what the server knows of the map. Answers whether that asks for another picture: the model
   * is another one than before, with a map of its own, or what is shown has another name now.
   */
  told({ root: uri, followed, formerNames = {} }: ContextMapResult): boolean {
    const [before, root] = [this.#root?.toString(), Uri.parse(uri)];
    const { query } = this.#state;
    // The root of the same document moves when somebody writes an `archivolt.json`.
    const isOther = this.#told !== this.uri && before !== root.toString();
    this.#root = root;
    this.#told = this.uri;
    this.#formerNames = formerNames;
    if (before !== undefined && isOther) {
      this.#queries.set(before, query);
      this.ask(this.#queries.get(root.toString()) ?? { open: [] });
      return true;
    }
    if (followed) this.ask({ ...query, ...followed });
    return followed !== undefined;
  }

  get #map(): PinnedMap {
    const { view, context, groupBy } = this.#state.query;
    const name = context === undefined ? view : context.slice(context.indexOf(':') + 1);
    return { name, groupBy, former: formerMapName(name, this.#formerNames) };
  }
}
