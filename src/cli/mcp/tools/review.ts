import { todayIso } from '../../../project/project.js';
import { jsonReview } from '../../../review/report/json.js';
import { markdownReview } from '../../../review/report/markdown.js';
import { UsageError } from '../../failure.js';
import { reviewMaps, reviewRevisions } from '../../review/reviews.js';
import { page } from '../answer.js';
import { model, offset } from '../arguments.js';
import { oneOf, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

export const reviewTool = tool({
  name: 'review',
  title: 'Review a change',
  description:
    'What changed in the model between two git revisions, or between two context maps of it: changed elements, breaking changes of contracts and whom they hit, ' +
    'new and fixed findings, figures, and who has to agree.',
  input: strictObject({
    model,
    range: string()
      .optional()
      .describe(
        'BASE for the working tree against it, BASE..HEAD, or BASE...HEAD since they parted.',
      ),
    maps: string()
      .optional()
      .describe('In place of `range`: two context maps, Today..Target or as-is..to-be.'),
    format: oneOf(['markdown', 'json']).optional().describe('markdown if left out.'),
    offset,
  }),
  run({ model: name, range, maps, format = 'markdown', offset: from }, { models }) {
    if ((range === undefined) === (maps === undefined)) {
      throw new UsageError('Say what to compare: either `range` or `maps`.');
    }
    const root = models.one(name);
    const reviews =
      maps === undefined
        ? reviewRevisions(models.folder, range ?? '', root.name, todayIso())
        : reviewMaps(models.folder, maps, root.name, todayIso());
    const own = reviews.filter(({ path }) => path === root.path);
    return page(format === 'json' ? jsonReview(own) : markdownReview(own), from);
  },
});
