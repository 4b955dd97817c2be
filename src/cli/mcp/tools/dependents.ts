import { consumersOf, type Consumer } from '../../../model/consumers.js';
import { dependenciesOf } from '../../../model/dependencies.js';
import { publishedBy } from '../../../model/edge-index.js';
import { boundaryOf } from '../../../model/lookup.js';
import type { Field } from '../../../model/elements/data-types.js';
import type { Element } from '../../../model/elements/element.js';
import type { ElementId } from '../../../model/elements/identity.js';
import type { Model } from '../../../model/model.js';
import { elementById } from '../../../model/navigation.js';
import type { Span } from '../../../model/span.js';
import { waitingFor } from '../../../model/waiting.js';
import { json, Lists } from '../answer.js';
import { element, limit, model } from '../arguments.js';
import { elementNamed } from '../elements.js';
import { strictObject } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 60;

export const dependentsTool = tool({
  name: 'find_dependents',
  title: 'Who depends on it',
  description:
    'Whom a change or an outage of an element hits. `consumers`: who calls, subscribes to, sends or names it, with the place; ' +
    'of a service its messages, too; of a context or external, what others use of it. `waiting`: whose requests wait for it through synchronous calls, ' +
    'directly or over others, down to the actors, nearest first (services, externals, APIs and operations only).',
  input: strictObject({ model, element, limit: limit(usual) }),
  run({ model: name, element: wanted, limit: items = usual }, { models }) {
    const { project } = models.one(name);
    const target = elementNamed(project.model, wanted);
    const { model: all } = project;
    const lists = new Lists(items, 'raise `limit`');
    return json(
      {
        element: target.id,
        consumers: lists.take('consumers', usersOf(all, target)),
        waiting: lists.take('that wait', waitingFor(all, requestsTo(all, target))),
      },
      ...lists.notes,
    );
  },
});

function usersOf(model: Model, target: Element | Field): object[] {
  if (target.kind === 'context' || target.kind === 'external') {
    const uses = dependenciesOf(model).filter(({ upstream }) => upstream === target.id);
    return uses.map(({ source, downstream, via, target: used, span }) => ({
      ...{ id: source, context: downstream, via, uses: used, ...placeOf(span) },
    }));
  }
  const named = consumersOf(model, target).map((consumer) => userOf(model, consumer));
  return target.kind === 'service' ? [...named, ...readersOf(model, target.id)] : named;
}

/** Who hears what a service publishes, and sends what it handles. */
function readersOf(model: Model, service: ElementId): object[] {
  const messages = [
    ...publishedBy(model, service).map(({ event }) => event),
    ...model.handlings.filter((edge) => edge.service === service).map(({ command }) => command),
  ];
  return [...new Set(messages)].flatMap((message) => {
    const element = elementById(model, message);
    return element
      ? consumersOf(model, element).map((consumer) => ({
          ...userOf(model, consumer),
          uses: message,
        }))
      : [];
  });
}

function userOf(model: Model, { id, span }: Consumer): object {
  return { id, context: boundaryOf(model, ownerOf(id))?.id, ...placeOf(span) };
}

/** An edge begins at somebody: `call:Shipping.Parcels->Stripe`. */
function ownerOf(id: ElementId): ElementId {
  const arrow = id.indexOf('->');
  return arrow < 0 ? id : `service:${id.slice(id.indexOf(':') + 1, arrow)}`;
}

function placeOf({ file, start }: Span): object {
  return { file, line: start.line };
}

/** What requests to an element name: it, its operations, and the service as a whole. */
function requestsTo(model: Model, { id, kind }: Element | Field): ElementId[] {
  switch (kind) {
    case 'service':
    case 'external':
      return [id, ...model.operations.filter(({ service }) => service === id).map((one) => one.id)];
    case 'api':
    case 'operation': {
      const operations = model.operations.filter((one) => one.id === id || one.api === id);
      return [...new Set(operations.flatMap((one) => [one.id, one.service]))];
    }
    default:
      return [];
  }
}
