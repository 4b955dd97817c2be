import { Folder } from '../../disk/folder.js';
import { agreedOf, approvalsFile } from '../../review/approvals.js';
import { UsageError } from '../failure.js';
import type { LoadedRoot } from '../load.js';
import { approvalsOf } from '../review/approvals.js';
import type { ProposedText } from './proposed-files.js';

/**
 * Works with a model as it would be with these texts, compared with what it is. Afterwards it is
 * what it was.
 *
 * @throws UsageError for a file that the configuration keeps out of the model
 */
export async function withTexts<T>(
  { path, project }: LoadedRoot,
  texts: readonly ProposedText[],
  work: () => Promise<T>,
): Promise<T> {
  if (texts.length === 0) return work();
  const former = texts.map(({ file }) => ({ file, text: project.workspace.text(file) }));
  project.setPrevious(project.model);
  project.setAgreed(agreedOf(approvalsOf(new Folder(path).read(approvalsFile))));
  try {
    for (const { file, text } of texts) {
      project.setFile(file, text);
      if (text !== undefined && project.workspace.text(file) === undefined) {
        throw new UsageError(`${file}: archivolt.json excludes this file from the model.`);
      }
    }
    return await work();
  } finally {
    for (const { file, text } of former) project.setFile(file, text);
    project.setPrevious(undefined);
    project.setAgreed(new Map());
  }
}
