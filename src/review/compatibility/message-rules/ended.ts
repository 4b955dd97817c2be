import { commandHandlers } from '../../../model/command-handlers.js';
import type { ElementId } from '../../../model/elements/identity.js';
import type { IsoDate } from '../../../model/elements/literals.js';
import { nameOfId } from '../../../model/lookup.js';
import type { Span } from '../../../model/span.js';
import type { Model } from '../../../model/model.js';
import type { Comparison } from '../../compare/compare.js';
import type { ContractDifference, Message } from '../contract.js';

/** Who published or handled a message, and where it said so. */
interface Former {
  readonly service: ElementId;
  readonly span: Span;
}

/**
 * Events that somebody published and nobody publishes any more, and commands that nobody handles any
 * more. They are declared as before, and yet nothing comes or is done.
 */
export class Ended {
  /** By the id after. */
  readonly #former = new Map<ElementId, Former>();

  constructor({ before, after, correspondence }: Comparison) {
    const published = new Set(after.publications.map(({ event }) => event));
    const handled = commandHandlers(after);
    const note = (message: ElementId, former: Former, isServed: (id: ElementId) => boolean) => {
      const now = correspondence.latter.get(message);
      if (now !== undefined && !isServed(now) && !this.#former.has(now))
        this.#former.set(now, former);
    };
    for (const { event, service, targetSpan: span } of before.publications)
      note(event, { service, span }, (id) => published.has(id));
    for (const [command, [service]] of commandHandlers(before)) {
      const span = service === undefined ? undefined : handlingOf(before, command, service);
      if (service !== undefined && span) note(command, { service, span }, (id) => handled.has(id));
    }
  }

  has({ id }: Message): boolean {
    return this.#former.has(id);
  }

  /** @param today decides whether the end was announced for now */
  differences({ id, kind, deprecated }: Message, today: IsoDate): readonly ContractDifference[] {
    const former = this.#former.get(id);
    if (!former) return [];
    const { service, span } = former;
    const isAnnounced = deprecated?.sunset !== undefined && deprecated.sunset <= today;
    const word = kind === 'event' ? 'published' : 'handled';
    return [
      {
        rule: `${kind}-not-${word}`,
        impact: isAnnounced ? 'warning' : 'breaking',
        place: '',
        what: `is ${word} by nobody any more`,
        reach: 'users',
        before: { text: nameOfId(service), span },
      },
    ];
  }
}

/** Where a service says that it handles a command; at the operation that takes it, if by one. */
function handlingOf(model: Model, command: ElementId, service: ElementId): Span | undefined {
  const handling = model.handlings.find(
    (one) => one.command === command && one.service === service,
  );
  return handling?.targetSpan ?? model.elements.get(service)?.span;
}
