import { formerPrefix } from './former-prefix.js';
import { commitOf, git } from './git.js';

/** A file of a revision, by its path from the top of the repository. */
export interface TreeEntry {
  readonly path: string;
  readonly hash: string;
}

/** A folder as it was at a commit. */
export class RevisionTree {
  readonly #folder: string;
  /** Where it is read: a path from the top of the repository, with a slash at its end. */
  readonly start: string;
  /** By path below the folder. */
  readonly #entries: readonly TreeEntry[];

  /**
   * @param folder absolute; its place in the repository is where the revision is read, or where its
   * models stood before the folder was moved
   * @throws RevisionError where there is no repository or no such revision
   */
  constructor(folder: string, revision: string) {
    const commit = commitOf(folder, revision);
    const prefix = git(folder, ['rev-parse', '--show-prefix']).toString('utf8').replace(/\n$/, '');
    const all = entriesOf(folder, commit);
    const isThere = all.some(({ path }) => path.startsWith(prefix) && path.endsWith('.arch'));
    this.start = isThere ? prefix : (formerPrefix(folder, all) ?? prefix);
    this.#folder = folder;
    this.#entries = all
      .filter(({ path }) => path.startsWith(this.start))
      .map(({ path, hash }) => ({ path: path.slice(this.start.length), hash }));
  }

  /** Paths of its files below the folder. */
  get paths(): readonly string[] {
    return this.#entries.map(({ path }) => path);
  }

  /** Texts by path below the folder, with `/`. */
  read(wanted: (path: string) => boolean): ReadonlyMap<string, string> {
    const entries = this.#entries.filter(({ path }) => wanted(path));
    const texts = blobs(this.#folder, entries);
    return new Map(entries.map(({ path, hash }) => [path, texts.get(hash) ?? '']));
  }
}

function entriesOf(folder: string, commit: string): TreeEntry[] {
  return git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit])
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      // `100644 blob <hash>\t<path>`; links (120000) are not followed.
      const match = /^100(?:644|755) blob ([0-9a-f]+)\t([^]+)$/.exec(line);
      return match ? [{ hash: match[1] ?? '', path: match[2] ?? '' }] : [];
    });
}

/** Contents by hash, all in one process. */
function blobs(folder: string, entries: readonly TreeEntry[]): Map<string, string> {
  const hashes = [...new Set(entries.map(({ hash }) => hash))];
  const result = new Map<string, string>();
  if (hashes.length === 0) return result;
  const output = git(folder, ['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    const [hash = '', , size = '0'] = output.toString('utf8', at, end).split(' ');
    const start = end + 1;
    const text = output.toString('utf8', start, start + Number(size));
    result.set(hash, text.replace(/^\uFEFF/, ''));
    at = start + Number(size) + 1;
  }
  return result;
}
