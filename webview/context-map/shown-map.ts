import { applyChanges } from '../../src/diagram/changes.js';
import type { Picture, PictureNode } from '../../src/diagram/picture.js';
import type { MapQuery, NamedChoice } from '../../src/protocol/context-map.js';
import type { ToWebview } from '../../src/protocol/map-webview.js';

export type Show = Extract<ToWebview, { type: 'show' }>;

/** The map as the page has it: its picture, and what it was asked for. */
export class ShownMap {
  picture: Picture | undefined;
  query: MapQuery = { open: [] };
  views: readonly NamedChoice[] = [];
  #revision: string | undefined;

  /** Takes what the extension shows; false where it has changes against a picture that is not here. */
  take({ picture: whole, changes, base, revision, state, views }: Show): boolean {
    const next =
      whole ??
      (changes && this.picture && base === this.#revision
        ? applyChanges(this.picture, changes)
        : undefined);
    if (!next) {
      this.#revision = undefined;
      return false;
    }
    this.picture = next;
    this.#revision = revision;
    this.query = state.query;
    this.views = views;
    return true;
  }

  node(id: string | undefined): PictureNode | undefined {
    return this.picture?.nodes.find((node) => node.id === id);
  }

  /** The element that a node or edge of the picture stands for. */
  elementOf(id: string | undefined): string | undefined {
    return this.node(id)?.element ?? id;
  }
}
