import type { ElementId } from '../../model/elements/identity.js';
import { defineRule } from '../rule.js';
import { chainOf } from '../text.js';
import { eventLoops } from './reactions.js';

export const eventLoop = defineRule({
  id: 'event-loop',
  category: 'events',
  severity: 'error',
  gate: { kind: 'structural' },
  summary: 'Handlers of events emit events that lead back to the first.',
  sources: [
    'R. C. Martin: Agile Software Development PPP (2002) / Clean Architecture ch.14 (2017)',
    'M. Fowler: What do you mean by ’Event-Driven’? (2017)',
  ],
  messages: {
    loop: {
      what: 'These events lead to each other in a ring: {chain}.',
      why: 'Every event starts the next round: the first one that gets in never stops, and each may multiply.',
      remedy: 'Let one handler emit only on a real change, or have it send a command instead.',
    },
  },
  check({ model, report }) {
    for (const { ring, reactions } of eventLoops(model)) {
      const closing = reactions.at(-1);
      const [first = ''] = ring;
      if (!closing) continue;
      const elements: ElementId[] = [...new Set([...ring, ...reactions.map(({ by }) => by)])];
      report({
        message: 'loop',
        data: { chain: chainOf([...ring, first]) },
        span: closing.span,
        element: closing.by,
        elements,
        related: reactions.slice(0, -1).map(({ span, to }) => ({
          span,
          message: `\`${model.elements.get(to)?.name ?? ''}\` follows here.`,
        })),
        facts: { ring },
      });
    }
  },
});
