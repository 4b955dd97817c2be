import { resolve } from 'node:path';
import { commitOf, git, mergeBase, run } from './git.js';
import { RevisionError } from './revision-error.js';

/** A revision to compare with, as one may name it to `review`. */
export interface NamedRevision {
  /** `main`, `v1.0`, `1a2b3c4`, or `main...` for where the work left `main`. */
  readonly name: string;
  readonly kind: 'branch' | 'tag' | 'commit';
  /** ISO date. */
  readonly date: string;
  /** First line of the commit's message. */
  readonly subject: string;
}

const mostRefs = 60;
const mostCommits = 30;

/** Branches, tags and the last commits of a folder's repository, each newest first. */
export function namedRevisions(folder: string): readonly NamedRevision[] {
  const refs = (kind: 'branch' | 'tag', ...patterns: readonly string[]) =>
    rows(
      git(folder, [
        'for-each-ref',
        '--sort=-creatordate',
        `--count=${String(mostRefs)}`,
        '--format=%(refname:short)%00%(creatordate:short)%00%(contents:subject)',
        ...patterns,
      ]),
    ).map(([name = '', date = '', subject = '']): NamedRevision => ({ name, kind, date, subject }));
  const commits = hasCommit(folder)
    ? rows(
        git(folder, [
          'log',
          '--no-show-signature',
          `--max-count=${String(mostCommits)}`,
          '--format=%h%x00%cs%x00%s',
        ]),
      ).map(([name = '', date = '', subject = '']): NamedRevision => ({
        ...{ name, kind: 'commit', date, subject },
      }))
    : [];
  return [
    // `origin/HEAD` is another name of a branch that is listed anyway.
    ...refs('branch', 'refs/heads', 'refs/remotes').filter(
      ({ name }) => !/(^|\/)HEAD$|^origin$/.test(name),
    ),
    ...refs('tag', 'refs/tags'),
    ...commits,
  ];
}

/**
 * What a working tree is compared with when nobody says: the commit where it left the main branch,
 * else the last commit.
 *
 * @throws RevisionError where there is no repository or no commit
 */
export function usualRevision(folder: string): string {
  if (!hasCommit(folder)) {
    git(folder, ['rev-parse', '--git-dir']);
    throw new RevisionError('There is no commit to compare with yet.');
  }
  const main = mainBranch(folder);
  if (main === undefined) return 'HEAD';
  try {
    return mergeBase(folder, main, 'HEAD') === commitOf(folder, 'HEAD') ? 'HEAD' : `${main}...`;
  } catch (error) {
    // Two histories that have nothing in common.
    if (error instanceof RevisionError) return 'HEAD';
    throw error;
  }
}

/**
 * The commit that a name stands for; `main...` is where the work left `main`.
 *
 * @throws RevisionError for what names no commit
 */
export function commitNamed(folder: string, name: string): string {
  if (name === '' || name.startsWith('-')) throw new RevisionError('Name a revision.');
  return name.endsWith('...')
    ? mergeBase(folder, name.slice(0, -3), 'HEAD')
    : commitOf(folder, name);
}

/**
 * The file that git writes to with every commit and checkout of a folder; absolute.
 *
 * @throws RevisionError where there is no repository
 */
export function headLog(folder: string): string {
  const path = git(folder, ['rev-parse', '--git-path', 'logs/HEAD']).toString('utf8').trim();
  return resolve(folder, path);
}

/** `user.name` of git, for who approves a change; undefined where nobody set it. */
export function userName(folder: string): string | undefined {
  const { status, stdout } = run(folder, ['config', '--get', 'user.name']);
  const name = stdout.toString('utf8').trim();
  return status === 0 && name !== '' ? name : undefined;
}

function mainBranch(folder: string): string | undefined {
  const { status, stdout } = run(folder, [
    'symbolic-ref',
    '--quiet',
    '--short',
    'refs/remotes/origin/HEAD',
  ]);
  const remote = status === 0 ? [stdout.toString('utf8').trim()] : [];
  const usual = ['main', 'master', 'trunk', 'develop'];
  const names = [...usual, ...remote, ...usual.map((name) => `origin/${name}`)];
  return names.find(
    (name) =>
      run(folder, ['rev-parse', '--verify', '--quiet', `refs/heads/${name}`]).status === 0 ||
      run(folder, ['rev-parse', '--verify', '--quiet', `refs/remotes/${name}`]).status === 0,
  );
}

function hasCommit(folder: string): boolean {
  return run(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).status === 0;
}

function rows(output: Buffer): string[][] {
  return output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\0'));
}
