import { Folder } from '../../../disk/folder.js';
import { todayIso, type Project } from '../../../project/project.js';
import { agreedOf, approvalsFile } from '../../../review/approvals.js';
import { findingChanges } from '../../../review/findings.js';
import { UsageError } from '../../failure.js';
import { jsonFinding } from '../../reporters/json.js';
import { summarize } from '../../reporters/report.js';
import { approvalsOf } from '../../review/approvals.js';
import { json, Lists } from '../answer.js';
import { limit, model } from '../arguments.js';
import { checkInSteps } from '../check-in-steps.js';
import { proposedTexts, type ProposedText } from '../proposed-files.js';
import { array, boolean, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';
import { worstFirst } from '../worst-first.js';

const usual = 30;

const edit = strictObject({
  old: string().describe('What stands in the file, exactly once.'),
  new: string(),
});

export const proposalTool = tool({
  name: 'check_proposal',
  title: 'Check a proposed change',
  description:
    'What a change of .arch files would do, before anything is written: the findings that it introduces and those that it fixes, ' +
    'breaking changes of contracts and whom they hit among them (rule `breaking-change`). Writes nothing. ' +
    'Use it on every text you mean to write, and mend what it introduces first. Positions are those of the proposed text.',
  input: strictObject({
    model,
    files: array(
      strictObject({
        file: string().describe("Path below the model's root; a new file need not exist yet."),
        text: string().optional().describe('The whole text that it would have.'),
        edits: array(edit)
          .min(1)
          .optional()
          .describe('In place of `text`: parts to replace, in turn.'),
        remove: boolean()
          .optional()
          .describe('In place of `text`: whether the file would be gone.'),
      }),
    )
      .min(1)
      .max(50),
    limit: limit(usual),
  }),
  async run({ model: name, files, limit: items = usual }, work) {
    const root = work.models.oneOrNew(name);
    const { project } = root;
    const today = todayIso();
    const texts = proposedTexts(root, files);
    const before = (await checkInSteps(project, today, work)).findings;
    const former = new Map(texts.map(({ file }) => [file, project.workspace.text(file)]));
    project.setPrevious(project.model);
    project.setAgreed(agreedOf(approvalsOf(new Folder(root.path).read(approvalsFile))));
    try {
      hold(project, texts);
      const after = (await checkInSteps(project, today, work)).findings;
      const { introduced, fixed, remaining, accepted } = findingChanges(before, after);
      const lists = new Lists(items, 'raise `limit`, or mend the first ones');
      return json(
        {
          version: 1,
          root: root.name,
          files: texts.map(({ file, text }) => ({
            file,
            change: changeOf(former.get(file), text),
          })),
          summary: {
            introduced: summarize(introduced),
            fixed: summarize(fixed),
            accepted: accepted.length,
            remaining: remaining.length,
          },
          introduced: lists.take('introduced', worstFirst(introduced).map(jsonFinding)),
          fixed: lists.take('fixed', worstFirst(fixed).map(jsonFinding)),
        },
        ...lists.notes,
      );
    } finally {
      for (const [file, text] of former) project.setFile(file, text);
      project.setPrevious(undefined);
      project.setAgreed(new Map());
    }
  },
});

/** @throws UsageError for a file that the configuration keeps out of the model */
function hold(project: Project, texts: readonly ProposedText[]): void {
  for (const { file, text } of texts) {
    project.setFile(file, text);
    if (text !== undefined && project.workspace.text(file) === undefined) {
      throw new UsageError(`${file}: archivolt.json excludes this file from the model.`);
    }
  }
}

function changeOf(before: string | undefined, after: string | undefined): string {
  if (after === undefined) return 'removed';
  if (before === undefined) return 'new';
  return before === after ? 'same' : 'changed';
}
