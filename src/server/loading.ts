import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { breath } from './breath.js';

/** How long reading goes on before others get a turn, in ms. */
const turn = 20;

/** What a client shows while models are read; nothing where it shows no progress. */
export async function withProgress<T>(
  connection: Connection,
  isShown: boolean,
  work: (report: (done: number, of: number) => void) => Promise<T>,
): Promise<T> {
  const progress = isShown ? await begin(connection) : undefined;
  let last = -1;
  try {
    return await work((done, of) => {
      const percent = Math.floor((100 * done) / Math.max(1, of));
      if (percent === last) return;
      last = percent;
      progress?.report(percent, `${String(done)} of ${String(of)} files`);
    });
  } finally {
    progress?.done();
  }
}

async function begin(connection: Connection): Promise<WorkDoneProgressReporter | undefined> {
  try {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Reading architecture models', 0, undefined, false);
    return progress;
  } catch {
    // Progress is a courtesy; a client that refuses it gets its diagnostics all the same.
    return undefined;
  }
}

/** Reports progress and lets requests in, a few times a second rather than after every file. */
export function inTurns(
  report: (done: number, of: number) => void,
): (done: number, of: number) => Promise<void> | undefined {
  let last = performance.now();
  return (done, of) => {
    if (performance.now() - last < turn) return undefined;
    report(done, of);
    return breath().then(() => {
      last = performance.now();
    });
  };
}
