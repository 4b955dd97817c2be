import { Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { elementLocationRequest } from '../../protocol/context-map.js';
import type { ChangePlace, ListedChange, MapReview } from '../../protocol/map-review.js';
import { openPlace } from '../review/former-files.js';

interface LspLocation {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Shows texts that are chosen on the map; the cursor that moves there does not move the map in turn. */
export class Revealing {
  readonly #client: BaseLanguageClient;
  #running = false;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Whether the cursor moves because of a click on the map. */
  get isRunning(): boolean {
    return this.#running;
  }

  /**
   * Shows where an element is declared; for one that is gone, where it was.
   *
   * @param stays whether the keyboard stays on the map
   * @param uri a file of the model
   * @param review what the map says of changes, where they lie over it
   */
  async source(
    { id, stays = false }: { readonly id: string; readonly stays?: boolean },
    uri: string,
    root: Uri,
    review: MapReview | undefined,
  ): Promise<void> {
    const location = await this.#client.sendRequest<LspLocation | null>(elementLocationRequest, {
      uri,
      id,
    });
    if (location) {
      await this.#while(() => openLocation(location, stays));
      return;
    }
    const former = formerOf(id, review)?.before;
    if (former && review?.commit !== undefined) await this.place(root, former, review.commit);
  }

  /** Shows a place of the files of now, or as they were at a commit. */
  async place(root: Uri, place: ChangePlace, commit?: string): Promise<void> {
    await this.#while(() => openPlace(root, place, commit));
  }

  async #while(show: () => Promise<void>): Promise<void> {
    this.#running = true;
    try {
      await show();
    } finally {
      // The selection event arrives after the editor is shown.
      setTimeout(() => (this.#running = false), 200);
    }
  }
}

async function openLocation(
  { uri, range: { start, end } }: LspLocation,
  preserveFocus: boolean,
): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, {
    selection: new Range(start.line, start.character, end.line, end.character),
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preserveFocus,
  });
}

/** The entry of something that is gone. */
function formerOf(id: string, review: MapReview | undefined): ListedChange | undefined {
  return review?.groups
    .flatMap(({ changes }) => changes)
    .find(({ path, before, after }) => path[0] === id && before && !after);
}
