import { basename, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { fileUri } from '../../protocol/uris.js';
import { FileError } from '../../disk/file-error.js';
import { importFiles } from '../../disk/import-files.js';
import { reportMarkdown } from '../../importers/report/markdown.js';
import type { ImportAnswer, ImportParams } from '../../protocol/import.js';
import { yieldToOthers } from '../background.js';

/** A job for a thread of the server's own bundle. */
export interface ImportJob {
  readonly thread: 'import';
  readonly params: ImportParams;
}

export type ImportOutcome =
  { readonly answer: ImportAnswer } | { readonly error: string; readonly expected: boolean };

export function isImportJob(data: unknown): data is ImportJob {
  return typeof data === 'object' && data !== null && 'thread' in data && data.thread === 'import';
}

/** Runs one import and ends: documents of megabytes take seconds, in which the server answers. */
export async function runImportThread({ params }: ImportJob): Promise<void> {
  yieldToOthers();
  const outcome = await imported(params).catch((failure: unknown): ImportOutcome => {
    const error = failure instanceof Error ? failure.message : String(failure);
    return { error, expected: failure instanceof FileError };
  });
  parentPort?.postMessage(outcome);
}

async function imported({ documents, folder }: ImportParams): Promise<ImportOutcome> {
  const sources = documents.map((uri) => {
    const file = fileURLToPath(uri);
    return { name: basename(file), file };
  });
  const { root, plan } = await importFiles(sources, fileURLToPath(folder));
  return {
    answer: {
      models: plan.models.map((path) => fileUri(join(root, path))),
      report: reportMarkdown(plan.reports, plan.remarks),
    },
  };
}
