/** Git, as it is asked: never its working tree, never a shell, never a program that it names. */
import { spawnSync } from 'node:child_process';
import { RevisionError } from './revision-error.js';

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
