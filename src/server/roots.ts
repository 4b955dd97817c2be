import { configurationFile } from '../project/configuration.js';
import { Project } from '../project/project.js';
import { canonicalUri, uriBelow } from '../protocol/uris.js';

/** What the server needs of a file system; the browser has another one than Node. */
export interface Files {
  /** URIs of `.arch` files and of `archivolt.json` below a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Undefined where the file does not exist. */
  read(uri: string): Promise<string | undefined>;
  /**
   * The same for a file that `list` names; undefined for any other, behind a link, say.
   *
   * @param folder URI with a slash at the end, around the file
   */
  readListed(folder: string, uri: string): Promise<string | undefined>;
  /** URIs of the files of pins of a model root, whose URI ends with a slash. */
  listPins(root: string): Promise<readonly string[]>;
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
 * The model roots of a workspace, by canonical URIs, whatever clients and disks write. A folder with `archivolt.json` is a root; what lies in no such
 * folder belongs to its workspace folder, or, for a file opened alone, to its own folder. In what
 * order folders, configurations and documents become known makes no difference.
 */
export class Roots {
  readonly #roots = new Map<string, Root>();
  /** Folders of the workspace. */
  readonly #folders = new Set<string>();
  /** Folders with an `archivolt.json`. */
  readonly #configured = new Set<string>();
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

  /**
   * Says that a folder is one of the workspace, before its files are read: documents that are
   * opened meanwhile belong to it.
   */
  declareFolder(uri: string): void {
    const folder = folderUri(uri);
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    this.#redistribute(folder);
  }

  /** @param progress called between files; what it answers is awaited, so that others get a turn */
  async addFolder(
    uri: string,
    progress: (done: number, of: number) => Promise<void> | void = () => undefined,
  ): Promise<void> {
    this.declareFolder(uri);
    const folder = folderUri(uri);
    const found = await this.#files.list(folder);
    const texts = await Promise.all(
      found.map(async (file) => [canonicalUri(file), await this.#files.read(file)] as const),
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
    const folder = folderUri(uri);
    this.#folders.delete(folder);
    // What lies in another folder of the workspace, too, goes on belonging to that one.
    const isGone = (file: string) =>
      file.startsWith(folder) && ![...this.#folders].some((other) => file.startsWith(other));
    for (const file of [...this.#onDisk.keys()].filter(isGone)) this.#onDisk.delete(file);
    for (const root of [...this.#configured].filter(isGone)) this.#configured.delete(root);
    for (const root of [...this.#roots.keys()].filter(isGone)) this.#roots.delete(root);
    this.#redistribute(folder);
  }

  /** The text of an open document; undefined when it is closed and the disk counts again. */
  setOpen(document: string, text: string | undefined): void {
    const uri = canonicalUri(document);
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, text);
    if (uri.endsWith(`/${configurationFile}`)) {
      if (text !== undefined || this.#onDisk.has(uri)) {
        this.#configure(uri, text ?? this.#onDisk.get(uri));
      }
      return;
    }
    if (isOurs(uri) || this.#hiddenBy(uri)) void this.readAgain(uri);
    else this.#apply(uri);
  }

  /** Reads the baselines that a file is: one that is open in the editor, at once. */
  async readAgain(uri: string): Promise<void> {
    const root = this.#hiddenBy(canonicalUri(uri));
    if (root) await this.#readBaseline(root);
  }

  /** The root whose baseline a file is. */
  #hiddenBy(uri: string): Root | undefined {
    return this.all.find((root) => baselineUri(root) === uri);
  }

  /** The text of a file as it counts now: open in the editor, else on disk. */
  text(document: string): string | undefined {
    const uri = canonicalUri(document);
    return this.#open.get(uri) ?? this.#onDisk.get(uri);
  }

  /** A file was created, changed or deleted outside of the editor. */
  async changedOnDisk(changed: string): Promise<void> {
    const uri = canonicalUri(changed);
    const folder = nearestAround(uri, this.#folders);
    const text = await (folder === undefined
      ? this.#files.read(uri)
      : this.#files.readListed(folder, uri));
    if (uri.endsWith(`/${configurationFile}`)) {
      if (!this.#open.has(uri)) this.#configure(uri, text);
      const root = this.#roots.get(uri.slice(0, -configurationFile.length));
      if (root) await this.#readBaseline(root);
      return;
    }
    if (this.#hiddenBy(uri)) {
      await this.readAgain(uri);
      return;
    }
    if (isOurs(uri)) return;
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

  async #readBaseline(root: Root): Promise<void> {
    const { uri, project } = root;
    const open = this.#open.get(baselineUri(root));
    if (open !== undefined) {
      project.setBaseline(open);
      return;
    }
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
    const { root, file } = this.#locate(uri);
    root.project.setFile(file, this.#open.get(uri) ?? this.#onDisk.get(uri));
  }

  #configure(uri: string, text: string | undefined): void {
    const folder = uri.slice(0, -configurationFile.length);
    if (text === undefined) this.#onDisk.delete(uri);
    else if (!this.#open.has(uri)) this.#onDisk.set(uri, text);
    if (text === undefined) {
      if (!this.#configured.delete(folder)) return;
      this.#roots.delete(folder);
      this.#redistribute(folder);
      return;
    }
    const isNew = !this.#configured.has(folder);
    this.#configured.add(folder);
    this.#rootAt(folder).project.configure(text);
    if (isNew) this.#redistribute(folder);
  }

  /** A root may have come or gone: files below it change the model that they belong to. */
  #redistribute(folder: string): void {
    const isRoot = (uri: string) => this.#folders.has(uri) || this.#configured.has(uri);
    for (const uri of [...this.#roots.keys()]) {
      // Files alone have a home now.
      if (uri.startsWith(folder) && !isRoot(uri)) this.#roots.delete(uri);
    }
    for (const uri of new Set([...this.#onDisk.keys(), ...this.#open.keys()])) {
      if (!uri.startsWith(folder) || !uri.endsWith('.arch')) continue;
      const home = this.#folderOf(uri);
      for (const root of this.#roots.values()) {
        if (root.uri !== home && uri.startsWith(root.uri))
          root.project.setFile(decodeURIComponent(uri.slice(root.uri.length)), undefined);
      }
      this.#apply(uri);
    }
  }

  /** The root that a document belongs to: the nearest around it. */
  locate(uri: string): Located {
    return this.#locate(canonicalUri(uri));
  }

  #locate(uri: string): Located {
    const root = this.#rootAt(this.#folderOf(uri));
    return { root, file: decodeURIComponent(uri.slice(root.uri.length)) };
  }

  #folderOf(uri: string): string {
    const alone = uri.slice(0, uri.lastIndexOf('/') + 1);
    return nearestAround(uri, [...this.#configured, ...this.#folders]) ?? alone;
  }

  #rootAt(folder: string): Root {
    let root = this.#roots.get(folder);
    if (!root) this.#roots.set(folder, (root = { uri: folder, project: new Project() }));
    return root;
  }
}

/** Whether a file lies in a folder of ours, which holds no models. */
function isOurs(uri: string): boolean {
  return uri.includes('/.archivolt/');
}

/** The innermost of the folders that are around a file. */
function nearestAround(uri: string, folders: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  for (const folder of folders) {
    if (uri.startsWith(folder) && folder.length > (nearest?.length ?? 0)) nearest = folder;
  }
  return nearest;
}

/** URI of a file of a root. */
export function uriOf(root: Root, file: string): string {
  return uriBelow(root.uri, file);
}

/** URI of the file with a root's baseline. */
export function baselineUri(root: Root): string {
  return uriOf(root, root.project.configuration.baseline);
}

function folderUri(uri: string): string {
  return withSlash(canonicalUri(uri));
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
