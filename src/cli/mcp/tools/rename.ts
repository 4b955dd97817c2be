import { namesOf } from '../../../model/navigation.js';
import { renameProblem } from '../../../rules/rename-problem.js';
import { UsageError } from '../../failure.js';
import { element, model, skip } from '../arguments.js';
import { elementNamed } from '../elements.js';
import { editsAnswer } from '../file-edits.js';
import { strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

export const renameTool = tool({
  name: 'suggest_rename',
  title: 'Suggest a rename',
  description:
    'The edits that give an element another name, at its declaration and at every place that names it, in all files, in the form that `check_proposal` takes. Writes nothing.',
  input: strictObject({
    model,
    element,
    name: string().describe('The new name, without a path.'),
    skip,
  }),
  run({ model: of, element: wanted, name, skip: from = 0 }, { models }) {
    const { project } = models.one(of);
    const target = elementNamed(project.model, wanted);
    const problem = renameProblem(project.model, target, name);
    if (problem !== undefined) throw new UsageError(problem);
    const changes = namesOf(project.model, target.id).map(({ span }) => ({ span, text: name }));
    const { text, notes } = editsAnswer({ element: target.id, name }, project, changes, from);
    const advice = `Baselines, approvals and contracts know it again where \`@renamedFrom(${target.name})\` stands before its declaration.`;
    return { text, notes: [advice, ...notes] };
  },
});
