/** One run at a time in one folder: two would write over each other's lock file. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explained, FileError } from './file-error.js';

const patience = { tries: 100, milliseconds: 100 };
/** A run takes seconds; a mark without a readable process in it is left over after this. */
const forgotten = 60_000;

/**
 * Runs `work` while no other process does so in the same folder; waits up to ten seconds for one
 * that does. What a killed process left behind is taken over.
 *
 * @throws FileError where the other one does not end
 */
export async function exclusively<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  const mark = join(folder, '.archivolt', 'generate.pid');
  await acquire(mark);
  try {
    return await work();
  } finally {
    rmSync(mark, { force: true });
  }
}

async function acquire(mark: string): Promise<void> {
  for (let n = 0; n < patience.tries; n++) {
    try {
      makeFolder(dirname(mark));
      writeFileSync(mark, `${String(process.pid)} ${String(Date.now())}\n`, { flag: 'wx' });
      return;
    } catch (failure) {
      if (failure instanceof FileError) throw failure;
      const { code } = failure as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw notWritten(mark, code);
    }
    if (isLeftOver(mark)) rmSync(mark, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, patience.milliseconds));
  }
  throw new FileError(
    `Another run is generating contracts here. If there is none, delete ${mark}.`,
  );
}

function isLeftOver(mark: string): boolean {
  let text: string;
  try {
    text = readFileSync(mark, 'utf8');
  } catch {
    return false;
  }
  const [process_, time] = text.trim().split(' ').map(Number);
  if (!process_ || !time) return false;
  try {
    process.kill(process_, 0);
    return Date.now() - time > forgotten && process_ === process.pid;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** A file in the place of the folder must not be taken for the mark of another run. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? notWritten(folder, code) : failure;
  }
}

function notWritten(path: string, code: string | undefined): FileError {
  return new FileError(`${path}: cannot be written (${explained(code)}).`);
}
