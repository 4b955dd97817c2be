import { configurationFile } from '../project/configuration.js';
import { Project } from '../project/project.js';
import { canonicalUri, uriBelow } from '../protocol/uris.js';
import type { Files } from './files.js';
import { folderUri, nearestAround, ReadFolders, withSlash } from './read-folders.js';

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
 * The model roots of a workspace, by canonical URIs, whatever clients and disks write. A folder with
 * `archivolt.json` is a root, also one around the workspace; what lies in no such folder belongs to
 * its workspace folder, or, for a file opened alone, to its own folder. In what order folders,
 * configurations and documents become known makes no difference.
 */
export class Roots {
  readonly #roots = new Map<string, Root>();
  readonly #folders = new ReadFolders();
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
    if (this.#folders.add(folder)) this.#redistribute(folder);
  }

  /** Folders around the workspace that are read as well: models that it lies inside of. */
  get around(): readonly string[] {
    return this.#folders.around;
  }

  /** The root around a document that lies in no folder of the workspace, and is not read yet. */
  async unreadRoot(document: string): Promise<string | undefined> {
    const uri = canonicalUri(document);
    if (this.#folders.readFor(uri) !== undefined) return undefined;
    const root = await this.#files.enclosingRoot(uri.slice(0, uri.lastIndexOf('/') + 1));
    if (root !== undefined) this.#folders.visit(folderUri(root));
    return root;
  }

  /** @param progress called between files; what it answers is awaited, so that others get a turn */
  async addFolder(
    uri: string,
    progress: (done: number, of: number) => Promise<void> | void = () => undefined,
  ): Promise<void> {
    this.declareFolder(uri);
    const own = folderUri(uri);
    const folder = folderUri((await this.#files.enclosingRoot(own)) ?? own);
    this.#folders.read(own, folder);
    const found = await this.#files.list(folder);
    const texts = await Promise.all(
      found.map(async (file) => [canonicalUri(file), await this.#files.read(file)] as const),
    );
    // It may have left the workspace in the meantime.
    if (!this.#folders.has(own)) return;
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
    const own = folderUri(uri);
    const folder = this.#folders.remove(own);
    // What is read for another folder of the workspace, too, goes on belonging to that one.
    const isGone = (file: string) =>
      file.startsWith(folder) && this.#folders.readFor(file) === undefined;
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
    if (text === undefined) this.#leave();
  }

  /** Forgets models outside of the workspace that no document is open of any more. */
  #leave(): void {
    const isOpen = (folder: string) => [...this.#open.keys()].some((uri) => uri.startsWith(folder));
    for (const folder of this.#folders.leave(isOpen)) this.removeFolder(folder);
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
    const folder = this.#folders.readFor(uri);
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
    // A folder of the workspace inside of a model has nothing of its own.
    const isRoot = (uri: string) => this.#folderOf(uri) === uri && this.#isKnown(uri);
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

  #isKnown(folder: string): boolean {
    return this.#folders.has(folder) || this.#configured.has(folder);
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
    return nearestAround(uri, this.#configured) ?? this.#folders.nearest(uri) ?? alone;
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

/** URI of a file of a root. */
export function uriOf(root: Root, file: string): string {
  return uriBelow(root.uri, file);
}

/** URI of the file with a root's baseline. */
export function baselineUri(root: Root): string {
  return uriOf(root, root.project.configuration.baseline);
}
