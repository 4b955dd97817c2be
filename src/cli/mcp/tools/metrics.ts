import { figuresOf } from '../../../metrics/figures.js';
import type { LoadedRoot } from '../../load.js';
import { json, Lists } from '../answer.js';
import { limit, model } from '../arguments.js';
import { elementNamed, isWithin } from '../elements.js';
import { strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 100;

export const metricsTool = tool({
  name: 'metrics',
  title: 'Coupling figures',
  description:
    'Figures of the whole model, its contexts, services and relations, as `archivolt metrics --format json` has them. ' +
    'importance, dependence: services that call it, that it calls; instability 0 stable to 1 free; ' +
    'strength 1 contract to 4 intrusive; distance 0 same service to 4 another organisation; volatility 1 generic to 3 core.',
  input: strictObject({
    model,
    element: string()
      .optional()
      .describe('Only figures of this context or service and what lies in it.'),
    limit: limit(usual),
  }),
  run({ model: name, element, limit: items = usual }, { models }) {
    const lists = new Lists(items, 'name an `element`, or raise `limit`');
    // Elements are those of one model.
    const roots = element === undefined ? models.some(name) : [models.one(name)];
    const all = roots.map((root) => {
      const isWanted = filterOf(root, element);
      const figures = figuresOf(root.project.model);
      const take = <T extends object>(what: string, list: readonly T[]) =>
        lists.take(`${what} of ${root.name}`, list);
      return {
        root: root.name,
        model: figures.model,
        contexts: take(
          'contexts',
          figures.contexts.filter(({ id }) => isWanted(id)),
        ),
        services: take(
          'services',
          figures.services.filter(({ id }) => isWanted(id)),
        ),
        relations: take(
          'relations',
          figures.relations.filter(({ upstream, downstream }) =>
            [upstream, downstream].some(isWanted),
          ),
        ),
      };
    });
    return json({ version: 1, models: all }, ...lists.notes);
  },
});

function filterOf({ project }: LoadedRoot, name: string | undefined): (id: string) => boolean {
  if (name === undefined) return () => true;
  const element = elementNamed(project.model, name);
  return (id) => isWithin(element, id);
}
