import type { Field } from '../../../model/elements/data-types.js';
import type { Element } from '../../../model/elements/element.js';
import type { Model } from '../../../model/model.js';
import { contextOf } from '../../../model/lookup.js';
import { UsageError } from '../../failure.js';
import { json, Lists } from '../answer.js';
import { limit, model } from '../arguments.js';
import { elementNamed } from '../elements.js';
import { oneOf, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 30;

const kinds = [
  ...['system', 'domain', 'subdomain', 'team', 'actor', 'external', 'broker', 'library'],
  ...['context', 'aggregate', 'entity', 'value', 'enum', 'scalar', 'union', 'event', 'command'],
  ...['error', 'service', 'store', 'api', 'operation', 'contextmap', 'view', 'flow', 'field'],
] as const;

export const searchTool = tool({
  name: 'search_model',
  title: 'Search the model',
  description:
    'Elements whose name, title or documentation holds a text, best first: id, kind, title and place. ' +
    'Ids are what the other tools take.',
  input: strictObject({
    model,
    query: string().optional().describe('Part of a name, title or documentation; case is ignored.'),
    kind: oneOf(kinds).optional(),
    context: string().optional().describe('Only what lies in this context.'),
    tag: string().optional().describe('Only what has this tag.'),
    limit: limit(usual),
  }),
  run({ model: name, query, kind, context, tag, limit: items = usual }, { models }) {
    if ([query, kind, context, tag].every((filter) => filter === undefined)) {
      throw new UsageError('Say what to look for: `query`, `kind`, `context` or `tag`.');
    }
    const { project } = models.one(name);
    const within = context === undefined ? undefined : elementNamed(project.model, context).id;
    const found = candidates(project.model, kind === 'field')
      .filter((element) => kind === undefined || element.kind === kind)
      .filter(({ tags }) => tag === undefined || tags.some((own) => own === tag))
      .filter(({ id }) => within === undefined || contextOf(project.model, id)?.id === within)
      .map((element) => ({ element, rank: rankOf(element, query?.toLowerCase() ?? '') }))
      .filter(({ rank }) => rank < unranked)
      .sort((a, b) => a.rank - b.rank || (a.element.id < b.element.id ? -1 : 1))
      .map(({ element }) => hit(element));
    const lists = new Lists(items, 'narrow by `kind`, `context` or `query`, or raise `limit`');
    return json({ elements: lists.take('elements', found) }, ...lists.notes);
  },
});

function candidates({ elements }: Model, withFields: boolean): readonly (Element | Field)[] {
  const all = [...elements.values()].filter(({ kind }) => kind !== 'relation' && kind !== 'step');
  return withFields
    ? all.flatMap((element): readonly Field[] => ('fields' in element ? element.fields : []))
    : all;
}

const unranked = 5;

/** 0 for the name itself, more for what is further from it, `unranked` for what does not match. */
function rankOf({ name, qualifiedName, title, doc }: Element | Field, query: string): number {
  const simple = name.toLowerCase();
  if (simple === query) return 0;
  if (simple.startsWith(query)) return 1;
  if (qualifiedName.toLowerCase().includes(query)) return 2;
  if (title?.toLowerCase().includes(query)) return 3;
  return doc?.toLowerCase().includes(query) ? 4 : unranked;
}

function hit({ id, title, nameSpan: { file, start } }: Element | Field): object {
  return { id, title, file, line: start.line };
}
