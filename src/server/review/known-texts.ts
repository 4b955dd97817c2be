import type { Root } from '../roots.js';
import { uriOf } from '../roots.js';
import { configurationFile } from '../../project/configuration.js';

/** What the review thread knows of each root, so that only what changed is sent. */
export class KnownTexts {
  readonly #roots = new Map<string, Map<string, string>>();

  forget(): void {
    this.#roots.clear();
  }

  /** What changed in a root since the last call, its configuration included; null for what went. */
  news(root: Root, textOf: (uri: string) => string | undefined): [string, string | null][] {
    const known = this.#roots.get(root.uri) ?? new Map<string, string>();
    this.#roots.set(root.uri, known);
    const { workspace } = root.project;
    const now = new Map(workspace.files.map((file) => [file, workspace.text(file) ?? '']));
    const configuration = textOf(uriOf(root, configurationFile));
    if (configuration !== undefined) now.set(configurationFile, configuration);
    const news: [string, string | null][] = [];
    for (const [file, text] of now) {
      if (known.get(file) === text) continue;
      known.set(file, text);
      news.push([file, text]);
    }
    for (const file of [...known.keys()]) {
      if (now.has(file)) continue;
      known.delete(file);
      news.push([file, null]);
    }
    return news;
  }
}
