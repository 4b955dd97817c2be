/** Reads revisions out of a git repository. Never touches its working tree, and runs no shell. */
import { spawnSync } from 'node:child_process';
import { RevisionError } from './revision-error.js';

/** A file of a revision, by its path from the top of the repository. */
interface TreeEntry {
  readonly path: string;
  readonly hash: string;
}

/** Files of one commit below a folder. */
export interface TreeReading {
  /** Texts by path below the folder, with `/`. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The files of a revision that a model is made of.
 *
 * @param folder absolute; its place in the repository is where the revision is read, or where git
 * finds that the folder was moved from
 * @throws RevisionError where there is no repository or no such revision
 */
export function readRevision(
  folder: string,
  revision: string,
  wanted: (path: string) => boolean,
): TreeReading {
  const commit = commitOf(folder, revision);
  const prefix = git(folder, ['rev-parse', '--show-prefix']).toString('utf8').replace(/\n$/, '');
  const all = tree(folder, commit);
  const below = (start: string) =>
    all.filter(({ path }) => path.startsWith(start) && wanted(path.slice(start.length)));
  let start = prefix;
  let entries = below(start);
  if (entries.length === 0 && prefix !== '') {
    start = formerPrefix(folder, commit, prefix) ?? prefix;
    entries = below(start);
  }
  const texts = blobs(folder, entries);
  return {
    files: new Map(
      entries.map(({ path, hash }) => [path.slice(start.length), texts.get(hash) ?? '']),
    ),
  };
}

/** @throws RevisionError for what names no commit */
export function commitOf(folder: string, revision: string): string {
  const { status, stdout } = run(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (status !== 0)
    throw new RevisionError(`${revision}: there is no such revision in this repository.`);
  return stdout.toString('utf8').trim();
}

/** The commit where two lines of work parted, for `BASE...HEAD`. */
export function mergeBase(folder: string, one: string, other: string): string {
  const [a, b] = [commitOf(folder, one), commitOf(folder, other)];
  const { status, stdout } = run(folder, ['merge-base', a, b]);
  if (status !== 0) throw new RevisionError(`${one} and ${other} have no commit in common.`);
  return stdout.toString('utf8').trim();
}

function tree(folder: string, commit: string): TreeEntry[] {
  return git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit])
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      // `100644 blob <hash>\t<path>`; links (120000) are not followed.
      const match = /^100(?:644|755) blob ([0-9a-f]+)\t([^]+)$/.exec(line);
      return match ? [{ hash: match[1] ?? '', path: match[2] ?? '' }] : [];
    });
}

/** Where the folder stood before it was moved, by a file that git recognises. */
function formerPrefix(folder: string, commit: string, prefix: string): string | undefined {
  const words = git(folder, ['diff', '--name-status', '-z', '-M', '--diff-filter=R', commit, '--'])
    .toString('utf8')
    .split('\0');
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [from = '', to = ''] = words.slice(at + 1, at + 3);
    const rest = to.slice(prefix.length);
    if (to.startsWith(prefix) && rest.endsWith('.arch') && from.endsWith(rest)) {
      return from.slice(0, from.length - rest.length);
    }
  }
  return undefined;
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

/** @throws RevisionError with git's own first line where it fails */
export function git(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr } = run(folder, args, input);
  if (status === 0) return stdout;
  const [reason = ''] = stderr.toString('utf8').split('\n');
  throw new RevisionError(`${folder}: git cannot read it (${reason.replace(/^fatal: /, '')}).`);
}

export function run(folder: string, args: readonly string[], input?: string) {
  // Nothing that a repository's own configuration names is started, and nothing is fetched.
  const result = spawnSync('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: folder,
    maxBuffer: 1 << 30,
    env: {
      ...process.env,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_TERMINAL_PROMPT: '0',
    },
    ...(input === undefined ? {} : { input }),
  });
  if (result.error) throw new RevisionError(`git cannot be run (${result.error.message}).`);
  return result;
}
