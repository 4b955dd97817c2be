import { graphOfServicesAlone } from '../../model/call-graph.js';
import { nameOfId } from '../../model/lookup.js';
import type { Model } from '../../model/model.js';
import type { ServiceDependency } from '../../model/service-dependencies.js';
import { defineRule } from '../rule.js';
import { listed, plural } from '../text.js';
import { mixedRings } from './mixed-rings.js';

const verbs = {
  call: 'calls',
  subscription: 'subscribes to',
  access: 'uses the store of',
} as const;

export const contractCycle = defineRule({
  id: 'contract-cycle',
  category: 'coupling',
  severity: 'warning',
  gate: { kind: 'structural' },
  ring: true,
  summary: 'Services need each other’s contracts in a ring of calls, events and stores.',
  sources: [
    'R. C. Martin: Agile Software Development PPP (2002) / Clean Architecture ch.14 (2017)',
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
  ],
  messages: {
    cycle: {
      what: 'These services need each other’s contracts: {steps}.',
      why: 'None of them can change its contract without the others; they can only be understood and tested together.{more}',
      remedy:
        'Let the call give what the event tells (or the other way round), or move the shared messages to a published language of their own.',
    },
  },
  check({ model, report }) {
    const rings = mixedRings(model);
    const synchronous = rings.length === 0 ? new Set() : synchronousKnots(model);
    for (const { steps, members } of rings) {
      if (synchronous.has(members.join(' '))) continue;
      const closing = steps.find(({ via }) => via !== 'call') ?? steps[0];
      if (!closing) continue;
      const ring = new Set(steps.map(({ from }) => from));
      const more = members.length - ring.size;
      report({
        message: 'cycle',
        data: {
          steps: listed(steps.map(stepText)),
          more:
            more > 0
              ? ` ${plural(more, 'more of them is', 'more of them are')} tied into the same knot.`
              : '',
        },
        span: closing.span,
        element: closing.edge,
        elements: members,
        acceptedAt: members,
        related: steps
          .filter((step) => step !== closing)
          .map((step) => ({ span: step.span, message: `${stepText(step)} here.` })),
        facts: { level: 'service', ring: [...ring] },
      });
    }
  },
});

function stepText({ from, to, via }: ServiceDependency): string {
  return `\`${nameOfId(from)}\` ${verbs[via]} \`${nameOfId(to)}\``;
}

/** Members of each knot of synchronous calls, as one text each: another rule reports those. */
function synchronousKnots(model: Model): Set<string> {
  const graph = graphOfServicesAlone(model);
  return new Set(
    graph.components.members.map((nodes) =>
      nodes
        .map((node) => graph.ids[node] ?? '')
        .sort()
        .join(' '),
    ),
  );
}
