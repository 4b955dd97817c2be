import { languageGuide } from '../generated/language-guide.js';
import { page } from '../answer.js';
import { offset } from '../arguments.js';
import { strictObject } from '../sdk.js';
import { tool } from '../tool.js';

export const guideTool = tool({
  name: 'language_guide',
  title: 'Guide to the language',
  description:
    'The reference of the .arch language and of archivolt.json. Read it once before you write a model.',
  input: strictObject({ offset }),
  run: ({ offset: from }) => page(languageGuide, from),
});
