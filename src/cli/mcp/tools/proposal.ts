import { todayIso } from '../../../project/project.js';
import { findingChanges } from '../../../review/findings.js';
import { jsonFinding } from '../../reporters/json.js';
import { summarize } from '../../reporters/report.js';
import { json, Lists } from '../answer.js';
import { files as proposed, limit, model } from '../arguments.js';
import { checkInSteps } from '../check-in-steps.js';
import { withTexts } from '../overlay.js';
import { proposedTexts } from '../proposed-files.js';
import { strictObject } from '../sdk.js';
import { tool } from '../tool.js';
import { worstFirst } from '../worst-first.js';

const usual = 30;

export const proposalTool = tool({
  name: 'check_proposal',
  title: 'Check a proposed change',
  description:
    'What a change of .arch files would do, before anything is written: the findings that it introduces and those that it fixes, ' +
    'breaking changes of contracts and whom they hit among them (rule `breaking-change`). Writes nothing. ' +
    'Use it on every text you mean to write, and mend what it introduces first. Positions are those of the proposed text.',
  input: strictObject({ model, files: proposed, limit: limit(usual) }),
  async run({ model: name, files, limit: items = usual }, work) {
    const root = work.models.oneOrNew(name);
    const { project } = root;
    const today = todayIso();
    const texts = proposedTexts(root, files);
    const before = (await checkInSteps(project, today, work)).findings;
    const listed = texts.map(({ file, text }) => ({
      ...{ file, change: changeOf(project.workspace.text(file), text) },
    }));
    const after = await withTexts(root, texts, () => checkInSteps(project, today, work));
    const { introduced, fixed, remaining, accepted } = findingChanges(before, after.findings);
    const lists = new Lists(items, 'raise `limit`, or mend the first ones');
    return json(
      {
        ...{ version: 1, root: root.name, files: listed },
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
  },
});

function changeOf(before: string | undefined, after: string | undefined): string {
  if (after === undefined) return 'removed';
  if (before === undefined) return 'new';
  return before === after ? 'same' : 'changed';
}
