import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { importRequest, type ImportAnswer, type ImportParams } from '../../protocol/import.js';
import type { Session } from '../session.js';
import type { ImportJob, ImportOutcome } from './import-thread.js';

/** Imports documents into a folder of the workspace, in a thread of its own. */
export function registerImport({ connection }: Session): void {
  connection.onRequest(importRequest, (params: ImportParams) => importing(params));
}

/** @throws ResponseError with words for the user where a document cannot be read or a file is in the way */
async function importing(params: ImportParams): Promise<ImportAnswer> {
  const job: ImportJob = { thread: 'import', params };
  const worker = new Worker(join(__dirname, 'server.cjs'), { workerData: job });
  try {
    const outcome = await new Promise<ImportOutcome>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(new Error('The thread that imports ended.'));
      });
    });
    if ('answer' in outcome) return outcome.answer;
    throw new ResponseError(
      outcome.expected ? ErrorCodes.InvalidRequest : ErrorCodes.InternalError,
      outcome.error,
    );
  } finally {
    void worker.terminate();
  }
}
