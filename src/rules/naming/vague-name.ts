import { isCrudWrite } from '../../language/crud.js';
import { singularWords } from '../../language/singular-words.js';
import { stemsOf } from '../../language/stems.js';
import { isQuery } from '../../model/idempotency.js';
import { contextOf } from '../../model/lookup.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';

/** Words that say what kind of thing it is, not which. */
const kindWords = new Set(
  'context aggregate service microservice api event command operation'.split(' '),
);
/** Words that fit anything. */
const fillers = new Set(
  (
    'common general generic main base basic core default misc miscellaneous other various ' +
    'manager management handler processor processing helper util utility tool controller ' +
    'coordinator engine system subsystem application app module component unit platform ' +
    'data info information object item thing stuff entity element record resource ' +
    'do run execute perform handle process manage work task job new my the v'
  ).split(' '),
);
export const vagueName = defineRule({
  id: 'vague-name',
  category: 'naming',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'A name says nothing about what it stands for.',
  sources: [
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'G. Young: What is a Domain Event? (2010)',
  ],
  options: {
    minLength: { default: 3, minimum: 1, description: 'Characters that a name has at least.' },
  },
  messages: {
    filler: {
      what: 'The name of the {kind} `{name}` would fit anything.',
      why: 'What nobody can tell from the name ends up holding whatever has no other place.',
      remedy: 'Name it after what it does for the business.',
    },
    short: {
      what: 'The name of the {kind} `{name}` has fewer than {minLength} characters.',
      why: 'Who has not named it cannot know what it stands for.',
      remedy: 'Write the name out.',
    },
    crud: {
      what: 'The {kind} `{name}` of the core domain only says what happens to a record.',
      why: 'In the core domain the intention is what matters: `changeAddress` and `relocate` lead to different rules.',
      remedy: 'Name it after what somebody wants to achieve.',
    },
  },
  visit({ model, options, report }) {
    const aggregates = aggregateNames(model);
    const judge = (element: Element): void => {
      const message = problemOf(element);
      if (message === undefined) return;
      const { kind, name, nameSpan: span, id } = element;
      const shown = { kind: kind === 'api' ? 'API' : kind, name };
      const at = { span, element: id };
      if (message === 'short') {
        report({ message, data: { ...shown, minLength: options.minLength }, ...at });
      } else report({ message, data: shown, ...at });
    };
    const problemOf = (element: Element) => {
      if (element.name.length < options.minLength) return 'short' as const;
      if (isFiller(element.name)) return 'filler' as const;
      return isBareCrud(model, element, aggregates) ? ('crud' as const) : undefined;
    };
    return {
      context: judge,
      aggregate: judge,
      service: judge,
      api: judge,
      event: judge,
      command: judge,
      operation: judge,
    };
  },
});

function isFiller(name: string): boolean {
  return mayBeFiller.test(name) && singularWords(name).every(saysNothing);
}

const sayNothing: ReadonlySet<string> = new Set([...kindWords, ...fillers]);

/** Names whose first word may say nothing; nearly none has. Digits behind a word belong to it. */
const mayBeFiller = new RegExp(`^[^a-z0-9]*(?:(?:${stemsOf(sayNothing)})(?!e?s?\\d)|v?\\d|$)`, 'i');

function saysNothing(word: string): boolean {
  return sayNothing.has(word) || /^v?\d+$/.test(word);
}

/** Names of the aggregates of each context of the core domain, folded and in the singular. */
function aggregateNames(model: Model): Map<ElementId, Set<string>> {
  const result = new Map<ElementId, Set<string>>();
  for (const { id, subdomainType } of model.contexts) {
    if (subdomainType === 'core') result.set(id, new Set());
  }
  if (result.size === 0) return result;
  for (const { context, name } of model.aggregates)
    result.get(context)?.add(singularWords(name).join(''));
  return result;
}

function isBareCrud(
  model: Model,
  element: Element,
  aggregates: ReadonlyMap<ElementId, ReadonlySet<string>>,
): boolean {
  if (element.kind !== 'command' && element.kind !== 'operation') return false;
  if (aggregates.size === 0) return false;
  const [verb = '', ...rest] = singularWords(element.name);
  if ((!isCrudWrite(verb) && verb !== 'read') || rest.length === 0) return false;
  if (element.kind === 'operation' && isQuery(element)) return false;
  const context = contextOf(model, element.id)?.id ?? '';
  return aggregates.get(context)?.has(rest.join('')) ?? false;
}
