import { foldedName, wordsOf } from '../../language/names.js';
import { indexBy } from '../../model/edge-index.js';
import { contextOf, find } from '../../model/lookup.js';
import type { Aggregate } from '../../model/elements/aggregate.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Command } from '../../model/elements/messages.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const anemicAggregate = defineRule({
  id: 'anemic-aggregate',
  category: 'aggregates',
  severity: 'info',
  gate: { kind: 'if-declared', fact: 'operations' },
  summary: 'An aggregate of a core subdomain can only be created, read, updated and deleted.',
  sources: [
    'E. Evans: Domain-Driven Design (2003)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
  ],
  messages: {
    data: {
      what: 'The aggregate `{name}` of a core subdomain {has}.',
      why: 'It is a record; the rules that make the business are somewhere else, in services or in people.',
      remedy:
        'Name what people do with it as commands or operations, such as `cancelOrder` in place of `updateOrder`.',
    },
  },
  visit({ model, report }) {
    if (!model.contexts.some(({ subdomainType }) => subdomainType === 'core')) return {};
    const changing = changingByAggregate(model);
    const declaring = contextsThatDeclare(model);
    return {
      aggregate(aggregate) {
        const context = find(model, 'context', aggregate.context);
        if (context?.subdomainType !== 'core' || !declaring.has(context.id)) return;
        const root = find(model, 'entity', aggregate.root);
        if (!root?.fields.some(({ identifier }) => !identifier)) return;
        const names = [
          ...(changing.get(aggregate.id) ?? []),
          ...commandsOf(model, aggregate).map(({ name }) => name),
        ];
        if (!names.every(isCrud)) return;
        report({
          message: 'data',
          data: {
            name: aggregate.qualifiedName,
            has:
              names.length === 0
                ? 'has no command or operation that changes it'
                : `only knows ${listed([...new Set(names)].map((name) => `\`${name}\``))}`,
          },
          span: aggregate.nameSpan,
          element: aggregate.id,
        });
      },
    };
  },
});

const crud: ReadonlySet<string> = new Set([
  'create',
  'read',
  'get',
  'list',
  'update',
  'set',
  'delete',
]);

function isCrud(name: string): boolean {
  return crud.has(wordsOf(name)[0] ?? '');
}

/** Names of the operations that modify each aggregate, and of the commands of handlers that do. */
function changingByAggregate(model: Model): Map<ElementId, string[]> {
  const names = new Map<ElementId, string[]>();
  const add = (name: string, { modifies }: Pick<Operation, 'modifies'>) => {
    for (const { target } of modifies) names.set(target, [...(names.get(target) ?? []), name]);
  };
  for (const operation of model.operations) add(operation.name, operation);
  for (const handling of model.handlings) {
    if (handling.modifies.length === 0) continue;
    add(find(model, 'command', handling.command)?.name ?? '', handling);
  }
  for (const subscription of model.subscriptions) {
    if (subscription.modifies.length === 0) continue;
    add(`on ${find(model, 'event', subscription.event)?.name ?? ''}`, subscription);
  }
  return names;
}

/** Contexts in which somebody says what changes what: by `modifies`, or by a command. */
function contextsThatDeclare(model: Model): Set<ElementId | undefined> {
  const declaring = new Set<ElementId | undefined>();
  for (const { id } of model.commands) declaring.add(contextOf(model, id)?.id);
  for (const list of [model.operations, model.subscriptions, model.handlings]) {
    for (const { modifies } of list) {
      for (const { target } of modifies) declaring.add(contextOf(model, target)?.id);
    }
  }
  return declaring;
}

const home = ({ aggregate, parent }: Command) => aggregate ?? parent;

/** Commands declared in the aggregate, and those of its context that have its name in theirs. */
function commandsOf(model: Model, { id, context, name }: Aggregate): Command[] {
  const byHome = indexBy(model.commands, home);
  return [
    ...(byHome.get(id) ?? []),
    ...(byHome.get(context) ?? []).filter((command) =>
      foldedName(command.name).includes(foldedName(name)),
    ),
  ];
}
