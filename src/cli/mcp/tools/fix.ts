import { elementById, namesOf } from '../../../model/navigation.js';
import { todayIso, type Project } from '../../../project/project.js';
import type { Finding } from '../../../rules/finding.js';
import { renameProblem } from '../../../rules/rename-problem.js';
import { resolveEdit, type TextChange } from '../../../rules/resolve-edit.js';
import { UsageError } from '../../failure.js';
import { files as proposed, model, skip } from '../arguments.js';
import { checkInSteps } from '../check-in-steps.js';
import { editsAnswer } from '../file-edits.js';
import { withTexts } from '../overlay.js';
import { proposedTexts } from '../proposed-files.js';
import { strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

/** A way to mend a finding. */
interface Way {
  readonly title: string;
  readonly changes: () => readonly TextChange[];
}

export const fixTool = tool({
  name: 'suggest_fix',
  title: 'Suggest a fix',
  description:
    'The edits that mend a finding which lists `fixes`, across all files, in the form that `check_proposal` takes. Writes nothing. ' +
    'For a finding of a proposal, give the same `files`: the edits are then those of the proposed text.',
  input: strictObject({
    model,
    fingerprint: string().describe('Of the finding.'),
    fix: string().optional().describe('One of its `fixes`, where it has several.'),
    files: proposed.optional(),
    skip,
  }),
  async run({ model: name, fingerprint, fix, files = [], skip: from = 0 }, work) {
    const root = work.models.oneOrNew(name);
    const { project } = root;
    return withTexts(root, proposedTexts(root, files), async () => {
      const { findings } = await checkInSteps(project, todayIso(), work);
      const finding = findings.find((one) => one.fingerprint === fingerprint);
      if (!finding) {
        throw new UsageError(`No finding has the fingerprint ${fingerprint}. \`check\` has them.`);
      }
      const { title, changes } = chosen(waysOf(project, finding), finding, fix);
      return editsAnswer({ fix: title }, project, changes(), from);
    });
  },
});

function waysOf(project: Project, { fixes, data, element }: Finding): readonly Way[] {
  const { model, workspace } = project;
  const ways = fixes.map(({ title, edits }): Way => ({
    title,
    changes: () => edits.map((edit) => resolveEdit(edit, workspace.text(edit.span.file) ?? '')),
  }));
  const declared = elementById(model, element);
  const { rename } = data;
  if (!declared || typeof rename !== 'string') return ways;
  if (renameProblem(model, declared, rename) !== undefined) return ways;
  const names = () => namesOf(model, element).map(({ span }) => ({ span, text: rename }));
  return [{ title: `Rename to ${rename}`, changes: names }, ...ways];
}

/** @throws UsageError where there is none, or none is chosen of several */
function chosen(ways: readonly Way[], { rule }: Finding, title: string | undefined): Way {
  const [only, second] = ways;
  if (!only) {
    throw new UsageError(
      `Nothing mends this finding mechanically: it asks for a decision. \`explain_rule\` with ${rule} says which.`,
    );
  }
  const found = title === undefined ? only : ways.find((way) => way.title === title);
  if (found && (title !== undefined || !second)) return found;
  const titles = ways.map((way) => JSON.stringify(way.title)).join(', ');
  throw new UsageError(`Choose with \`fix\`: ${titles}.`);
}
