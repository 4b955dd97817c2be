import { configurationFile } from '../project/configuration.js';
import { Project } from '../project/project.js';

/** What the server needs of a file system; the browser has another one than Node. */
export interface Files {
  /** URIs of `.arch` files and of `archivolt.json` below a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Undefined where the file does not exist. */
  read(uri: string): Promise<string | undefined>;
  /**
   * The same for a file whose path was configured; undefined where the file does not exist.
   *
   * @param folder URI with a slash at the end
   * @throws where the path leads out of the folder, or is a link
   */
  readBelow(folder: string, path: string): Promise<string | undefined>;
}

/** A model root: its folder's URI with a slash at the end, and its project. */
export interface Root {
  readonly uri: string;
  readonly project: Project;
}

/** A document in its root. */
export interface Located {
  readonly root: Root;
  /** Relative to the root, with `/`. */
  readonly file: string;
}

/**
 * The model roots of a workspace. A folder with `archivolt.json` is a root; what lies in no such
 * folder belongs to its workspace folder, or, for a file opened alone, to its own folder.
 */
export class Roots {
  readonly #roots = new Map<string, Root>();
  readonly #folders = new Set<string>();
  /** Text of documents that are open in the editor; it goes before what is on disk. */
  readonly #open = new Map<string, string>();
  readonly #onDisk = new Map<string, string>();
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  get all(): readonly Root[] {
    return [...this.#roots.values()];
  }

  /** @param progress called between files; what it answers is awaited, so that others get a turn */
  async addFolder(
    uri: string,
    progress: (done: number, of: number) => Promise<void> | void = () => undefined,
  ): Promise<void> {
    const folder = withSlash(uri);
    this.#folders.add(folder);
    const found = await this.#files.list(folder);
    const texts = await Promise.all(
      found.map(async (file) => [file, await this.#files.read(file)] as const),
    );
    // Roots first, so that every model file finds the one that it belongs to.
    const isConfiguration = (file: string) => file.endsWith(`/${configurationFile}`);
    for (const [file, text] of texts) {
      if (isConfiguration(file) && text !== undefined) this.#configure(file, text);
    }
    for (const [index, [file, text]] of texts.entries()) {
      if (!isConfiguration(file) && text !== undefined) this.#setOnDisk(file, text);
      await progress(index + 1, texts.length);
    }
    const below = this.all.filter((root) => root.uri.startsWith(folder));
    await Promise.all(below.map((root) => this.#readBaseline(root)));
  }

  removeFolder(uri: string): void {
    const folder = withSlash(uri);
    this.#folders.delete(folder);
    for (const root of [...this.#roots.keys()]) {
      if (root.startsWith(folder)) this.#roots.delete(root);
    }
    for (const file of [...this.#onDisk.keys()]) {
      if (file.startsWith(folder)) this.#onDisk.delete(file);
    }
  }

  /** The text of an open document; undefined when it is closed and the disk counts again. */
  setOpen(uri: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, text);
    if (uri.endsWith(`/${configurationFile}`)) {
      if (text !== undefined || this.#onDisk.has(uri)) {
        this.#configure(uri, text ?? this.#onDisk.get(uri));
      }
      return;
    }
    this.#apply(uri);
  }

  /** The text of a file as it counts now: open in the editor, else on disk. */
  text(uri: string): string | undefined {
    return this.#open.get(uri) ?? this.#onDisk.get(uri);
  }

  /** A file was created, changed or deleted outside of the editor. */
  async changedOnDisk(uri: string): Promise<void> {
    const text = await this.#files.read(uri);
    if (uri.endsWith(`/${configurationFile}`)) {
      if (!this.#open.has(uri)) this.#configure(uri, text);
      const root = this.#roots.get(uri.slice(0, -configurationFile.length));
      if (root) await this.#readBaseline(root);
      return;
    }
    const hidden = this.all.find((root) => baselineUri(root) === uri);
    if (hidden) {
      await this.#readBaseline(hidden);
      return;
    }
    // A folder of ours, which holds no models.
    if (uri.includes('/.archivolt/')) return;
    if (text === undefined) {
      // A folder may have gone as a whole.
      const below = [...this.#onDisk.keys()].filter(
        (file) => file === uri || file.startsWith(withSlash(uri)),
      );
      for (const file of below) {
        this.#onDisk.delete(file);
        this.#apply(file);
      }
      return;
    }
    this.#setOnDisk(uri, text);
  }

  async #readBaseline({ uri, project }: Root): Promise<void> {
    try {
      project.setBaseline(await this.#files.readBelow(uri, project.configuration.baseline));
    } catch (error) {
      project.refuseBaseline(error instanceof Error ? error.message : String(error));
    }
  }

  #setOnDisk(uri: string, text: string): void {
    this.#onDisk.set(uri, text);
    if (!this.#open.has(uri)) this.#apply(uri);
  }

  #apply(uri: string): void {
    const { root, file } = this.locate(uri);
    root.project.setFile(file, this.#open.get(uri) ?? this.#onDisk.get(uri));
  }

  #configure(uri: string, text: string | undefined): void {
    const folder = uri.slice(0, -configurationFile.length);
    if (text === undefined) this.#onDisk.delete(uri);
    else if (!this.#open.has(uri)) this.#onDisk.set(uri, text);
    const isNew = !this.#roots.has(folder);
    if (text === undefined && !isNew) {
      this.#roots.delete(folder);
      this.#redistribute(folder);
      return;
    }
    const root = this.#roots.get(folder) ?? { uri: folder, project: new Project() };
    root.project.configure(text);
    this.#roots.set(folder, root);
    if (isNew) this.#redistribute(folder);
  }

  /** A root came or went: files below it change the model that they belong to. */
  #redistribute(folder: string): void {
    const files = new Set([...this.#onDisk.keys(), ...this.#open.keys()]);
    for (const uri of files) {
      if (!uri.startsWith(folder) || !uri.endsWith('.arch')) continue;
      for (const root of this.#roots.values()) {
        if (uri.startsWith(root.uri))
          root.project.setFile(decodeURIComponent(uri.slice(root.uri.length)), undefined);
      }
      this.#apply(uri);
    }
  }

  /** The root that a document belongs to: the nearest around it. */
  locate(uri: string): Located {
    let best: Root | undefined;
    for (const root of this.#roots.values()) {
      if (uri.startsWith(root.uri) && root.uri.length > (best?.uri.length ?? 0)) best = root;
    }
    if (!best) {
      const folders = [...this.#folders].filter((folder) => uri.startsWith(folder));
      const folder =
        folders.sort((a, b) => b.length - a.length)[0] ?? uri.slice(0, uri.lastIndexOf('/') + 1);
      best = { uri: folder, project: new Project() };
      this.#roots.set(folder, best);
    }
    return { root: best, file: decodeURIComponent(uri.slice(best.uri.length)) };
  }
}

/** URI of a file of a root. */
export function uriOf(root: Root, file: string): string {
  return uriBelow(root.uri, file);
}

/** @param folder URI with a slash at the end */
export function uriBelow(folder: string, path: string): string {
  return folder + path.split('/').map(encodeURIComponent).join('/');
}

/** URI of the file with a root's baseline. */
export function baselineUri(root: Root): string {
  return uriOf(root, root.project.configuration.baseline);
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
