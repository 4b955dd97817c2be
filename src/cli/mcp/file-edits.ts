import type { Project } from '../../project/project.js';
import type { TextChange } from '../../rules/resolve-edit.js';
import { json, Lists, type Answer } from './answer.js';
import { lineEdits } from './line-edits.js';

/**
 * Changes of texts as an answer: edits of lines by file, in the order of the files' names, as many
 * files as fit.
 *
 * @param skip files to leave out at the beginning
 */
export function editsAnswer(
  head: object,
  { workspace }: Project,
  changes: readonly TextChange[],
  skip: number,
): Answer {
  const byFile = new Map<string, TextChange[]>();
  for (const change of changes) {
    const known = byFile.get(change.span.file);
    if (known) known.push(change);
    else byFile.set(change.span.file, [change]);
  }
  const all = [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, own]) => ({ file, edits: lineEdits(workspace.text(file) ?? '', own) }));
  const lists = new Lists(Infinity, 'call again, and `skip` those that you have');
  const files = lists.take('files', all.slice(skip), true);
  return json({ ...head, files }, ...lists.notes);
}
