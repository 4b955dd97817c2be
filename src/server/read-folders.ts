import { canonicalUri } from '../protocol/uris.js';

/**
 * The folders that models are read from, as canonical URIs with a slash at the end: those of the
 * workspace, and models around them or around documents outside of it.
 */
export class ReadFolders {
  /** What is read for each: the folder itself, or that of the model that it lies inside of. */
  readonly #read = new Map<string, string>();
  /** Those that are read for documents outside of the workspace. */
  readonly #visited = new Set<string>();

  has(folder: string): boolean {
    return this.#read.has(folder);
  }

  /** Answers whether it is a new one. */
  add(folder: string): boolean {
    if (this.#read.has(folder)) return false;
    this.#read.set(folder, folder);
    return true;
  }

  /** @param whole the folder that is read for it, unless it has left in the meantime */
  read(folder: string, whole: string): void {
    if (this.#read.has(folder)) this.#read.set(folder, whole);
  }

  /** @returns the folder that was read for it */
  remove(folder: string): string {
    const whole = this.#read.get(folder) ?? folder;
    this.#read.delete(folder);
    return whole;
  }

  /** Notes a model around a document outside of the workspace. */
  visit(folder: string): void {
    this.#visited.add(folder);
  }

  /** Takes leave of those models that no document is open of. */
  leave(isOpen: (folder: string) => boolean): string[] {
    const left = [...this.#visited].filter((folder) => !isOpen(folder));
    for (const folder of left) this.#visited.delete(folder);
    return left;
  }

  /** Those that the workspace lies inside of, and those outside of it; sorted. */
  get around(): string[] {
    const whole = [...this.#read].flatMap(([own, other]) => (own === other ? [] : [other]));
    return [...new Set([...whole, ...this.#visited])].sort();
  }

  /** The innermost folder around a file. */
  nearest(file: string): string | undefined {
    return nearestAround(file, this.#read.keys());
  }

  /** The innermost folder around a file that is read for one of them. */
  readFor(file: string): string | undefined {
    return nearestAround(file, this.#read.values());
  }
}

/** The innermost of the folders that are around a file. */
export function nearestAround(uri: string, folders: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  for (const folder of folders) {
    if (uri.startsWith(folder) && folder.length > (nearest?.length ?? 0)) nearest = folder;
  }
  return nearest;
}

/** A folder as it is compared. */
export function folderUri(uri: string): string {
  return withSlash(canonicalUri(uri));
}

export function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
