import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import { defineRule } from '../rule.js';

/** Requests per second from which on scaling is worth a thought. */
const busy = 100;

export const scalingHeterogeneity = defineRule({
  id: 'scaling-heterogeneity',
  category: 'decomposition',
  severity: 'info',
  gate: { kind: 'if-declared', fact: '`load` of operations' },
  summary: 'Operations of one service have loads of very different size.',
  scope: 'file',
  sources: ['S. Newman: Building Microservices, 2nd ed. (2021)'],
  options: {
    ratio: {
      default: 200,
      minimum: 1,
      description: 'How many times the smallest load the largest one may be.',
    },
  },
  messages: {
    apart: {
      what: '`{service}` serves `{hot}` ({high}) and `{cold}` ({low}): {ratio} times as often.',
      why: 'The whole service has to be scaled, and kept warm, for one of its operations.',
      remedy: 'Extract `{hot}` into a service of its own.',
    },
  },
  visit({ model, options, report }) {
    const extremes = new Map<ElementId, { hot: Operation; cold: Operation }>();
    return {
      operation(operation) {
        if (operation.load === undefined || operation.load.perSecond <= 0) return;
        const known = extremes.get(operation.service);
        const { perSecond } = operation.load;
        extremes.set(operation.service, {
          hot: known && rate(known.hot) >= perSecond ? known.hot : operation,
          cold: known && rate(known.cold) <= perSecond ? known.cold : operation,
        });
      },
      end() {
        if (extremes.size === 0) return;
        for (const service of model.services) {
          const found = extremes.get(service.id);
          if (!found) continue;
          const { hot, cold } = found;
          const ratio = rate(hot) / rate(cold);
          if (rate(hot) < busy || ratio < options.ratio) continue;
          report({
            message: 'apart',
            data: {
              service: nameOfId(service.id),
              hot: hot.name,
              high: hot.load?.text ?? '',
              cold: cold.name,
              low: cold.load?.text ?? '',
              ratio: Math.round(ratio),
            },
            span: service.nameSpan,
            element: service.id,
            elements: [service.id, hot.id, cold.id],
            related: [
              { span: hot.nameSpan, message: `The busiest: ${hot.load?.text ?? ''}.` },
              { span: cold.nameSpan, message: `The quietest: ${cold.load?.text ?? ''}.` },
            ],
          });
        }
      },
    };
  },
});

function rate({ load }: Operation): number {
  return load?.perSecond ?? 0;
}
