import { closest } from '../../language/closest.js';
import { boundaryOf, contextOf, nameOfId } from '../../model/lookup.js';
import { commandHandlers } from '../../model/command-handlers.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Event } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import { publicationsOf, subscriptionsTo } from '../../model/edge-index.js';
import { unresolvedNames } from '../../model/unresolved.js';
import { defineRule, type Fix } from '../rule.js';
import { listed } from '../text.js';
import { statementEdit } from '../statement-fix.js';

export const eventWiring = defineRule({
  id: 'event-wiring',
  category: 'events',
  severity: 'warning',
  severityNote: 'warning (no publisher, no handler, several handlers) / info (no consumer)',
  gate: { kind: 'structural' },
  summary:
    'An event that nobody publishes or consumes; a command that nobody, or more than one, handles.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882), rule 207 (2025)',
    'AsyncAPI: AsyncAPI 3 specification (2023-26)',
  ],
  messages: {
    noPublisher: {
      what: 'No service publishes the event `{name}`.',
      why: 'Whoever subscribes to it waits for ever, and nobody answers for its schema.',
      remedy: 'Add `publishes {name}` to the service that it comes from, or remove the event.',
    },
    noSubscriber: {
      what: 'No service subscribes to the event `{name}`.',
      why: 'Publishing it costs something, and nobody would notice if it changed.',
      remedy: 'Declare who uses it, or remove it.',
    },
    noHandler: {
      what: 'No service handles the command `{name}`.',
      why: 'Whoever sends it gets no answer and no effect.',
      remedy: 'Add `handles {name}` to the service that carries it out, or remove the command.',
    },
    severalHandlers: {
      what: 'The command `{name}` is handled by {count} services: {services}.',
      why: 'A command has one receiver that decides; with several it may be carried out twice, or half.',
      remedy: 'Let one service handle it, or publish an event that many may react to.',
    },
  },
  visit({ model, report }) {
    if (model.services.length === 0) return {};
    const inExternal = (id: ElementId) => boundaryOf(model, id)?.kind === 'external';
    const misspelt = unresolvedNames(model, 'event');
    /** Somebody publishes or hears of what is called almost the same, and that is said already. */
    const isMeant = (name: string) =>
      misspelt.some((other) => closest(other, [name], 1).length > 0);
    let handlers: ReturnType<typeof commandHandlers> | undefined;
    return {
      event(event) {
        const isPublished = publicationsOf(model, event.id).length > 0;
        if (isPublished && subscriptionsTo(model, event.id).length > 0) return;
        if (inExternal(event.id) || isMeant(event.name)) return;
        const at = { span: event.nameSpan, element: event.id, data: { name: event.name } };
        if (!isPublished) {
          report({ message: 'noPublisher', ...at, fixes: publishing(model, event) });
        } else {
          report({ message: 'noSubscriber', severity: 'info', ...at });
        }
      },
      command(command) {
        if (inExternal(command.id)) return;
        handlers ??= commandHandlers(model);
        const services = [...(handlers.get(command.id) ?? [])];
        const at = { span: command.nameSpan, element: command.id };
        if (services.length === 0) {
          report({ message: 'noHandler', data: { name: command.name }, ...at });
        } else if (services.length > 1) {
          report({
            message: 'severalHandlers',
            data: {
              name: command.name,
              count: services.length,
              services: listed(services.map((service) => `\`${nameOfId(service)}\``)),
            },
            ...at,
            elements: [command.id, ...services],
            related: model.handlings
              .filter((handling) => handling.command === command.id)
              .map(({ targetSpan }) => ({ span: targetSpan, message: 'Handled here.' })),
          });
        }
      },
    };
  },
});

/** By a service that is the system of record for its aggregate, or the only one of its context. */
function publishing(model: Model, { id, name, aggregate }: Event): Fix[] {
  const context = contextOf(model, id);
  const services = model.services.filter((service) => service.context === context?.id);
  const owners = services.filter(({ owns }) => owns.some(({ target }) => target === aggregate));
  const publishers = owners.length > 0 ? owners : services.length === 1 ? services : [];
  return publishers.map((service) => ({
    title: `Let ${service.name} publish it`,
    edits: [statementEdit(service, `publishes ${name}`)],
  }));
}
