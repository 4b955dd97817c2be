import type { Span } from '../../../model/span.js';
import type { Project } from '../../../project/project.js';
import { refactoringsAt } from '../../../refactoring/refactorings-at.js';
import { UsageError } from '../../failure.js';
import { json } from '../answer.js';
import { model, skip } from '../arguments.js';
import { elementNamed } from '../elements.js';
import { editsAnswer } from '../file-edits.js';
import { strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

export const refactoringTool = tool({
  name: 'suggest_refactoring',
  title: 'Suggest a refactoring',
  description:
    'What can be done with an aggregate, service, type, API or call so that every reference follows: extract it into a context of its own, move it to another context, split a service, turn a call into an event. ' +
    'Without `refactoring` the possible ones are listed; with one of them its edits come in the form that `check_proposal` takes. Writes nothing.',
  input: strictObject({
    model,
    element: string().describe('An element, by id or name, or a call by its id: `call:A.S->B.T`.'),
    refactoring: string().optional().describe('One of those that are listed.'),
    skip,
  }),
  run({ model: name, element, refactoring, skip: from = 0 }, { models }) {
    const { project } = models.one(name);
    const place = placeOf(project, element);
    const text = (file: string) => project.workspace.text(file) ?? '';
    const possible = refactoringsAt({ model: project.model, text }, place.file, place);
    const titles = possible.map(({ title }) => title);
    if (refactoring === undefined) return json({ refactorings: titles });
    const chosen = possible.find(({ title }) => title === refactoring);
    if (chosen) return editsAnswer({ refactoring }, project, chosen.changes(), from);
    const known = titles.map((title) => JSON.stringify(title)).join(', ');
    throw new UsageError(
      `This cannot be done with ${element}: ${refactoring}. ${known === '' ? 'Nothing can.' : `Possible are ${known}.`}`,
    );
  },
});

/** Where the name of an element stands, or where a call begins: an empty span. */
function placeOf({ model: all }: Project, name: string): Span {
  const call = all.calls.find(({ id }) => id === name);
  const { file, start } = call ? call.span : elementNamed(all, name).nameSpan;
  return { file, start, end: start };
}
