import { mapSides } from '../../../review/map/map-side.js';
import { UsageError } from '../../failure.js';
import { drawing } from '../../map/drawing.js';
import { page } from '../answer.js';
import { model, offset } from '../arguments.js';
import { oneOf, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

/** Those that are text. */
const formats = ['mermaid', 'svg', 'plantuml', 'structurizr', 'dot', 'drawio'] as const;

export const mapTool = tool({
  name: 'draw_map',
  title: 'Draw the context map',
  description:
    'The context map, a view of it, one context with its neighbours, or a flow as a sequence diagram, as text of a diagram. ' +
    'Mermaid is the shortest. With `since`, what changed is marked (svg and drawio only).',
  input: strictObject({
    model,
    format: oneOf(formats).optional().describe('mermaid if left out; svg with `since`.'),
    view: string().optional().describe('A view of the model, by name.'),
    context: string().optional().describe('One context opened, with its neighbours.'),
    flow: string().optional().describe('A flow, as a sequence diagram.'),
    map: string().optional().describe('The context map whose relations are shown.'),
    level: oneOf(['contexts', 'services', 'apis']).optional().describe('How deep to look.'),
    groupBy: oneOf(['domain', 'team']).optional(),
    direction: oneOf(['right', 'down']).optional().describe('Where upstream flows to.'),
    since: string().optional().describe('A git revision to compare with.'),
    side: oneOf(mapSides).optional().describe('With `since`: both revisions, or one of them.'),
    theme: oneOf(['light', 'dark', 'high-contrast', 'high-contrast-light']).optional(),
    offset,
  }),
  async run({ model: name, offset: from, side = 'both', theme = 'light', ...options }, work) {
    const { since, flow, format = since === undefined ? 'mermaid' : 'svg' } = options;
    if (since !== undefined && flow !== undefined) {
      throw new UsageError('`since` marks changes on a map; a flow has none.');
    }
    const root = work.models.one(name);
    await work.pause();
    // Comparing leaves traces in a project.
    const drawn = await drawing(since === undefined ? root : work.models.copy(root), {
      ...options,
      ...{ format, side, theme },
    });
    return page(String(drawn), from);
  },
});
