import { entriesOf } from '../../model/call-graph.js';
import { nameOfId } from '../../model/lookup.js';
import type { Service, TelemetrySignal } from '../../model/elements/services.js';
import { hopsAround } from '../../model/hops.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { addStatement } from '../statement-fix.js';

const signals: readonly TelemetrySignal[] = ['traces', 'metrics', 'logs'];

export const blindPath = defineRule({
  id: 'blind-path',
  category: 'slo',
  severity: 'warning',
  gate: {
    kind: 'absence',
    aspect: 'observability',
    declared: (model) => model.services.some(({ telemetry }) => telemetry !== undefined),
  },
  summary: 'A service on the way of a request over two hops or more lacks traces, metrics or logs.',
  sources: [
    'D. Taibi, V. Lenarduzzi, C. Pahl: Microservices Anti-Patterns: A Taxonomy (arXiv 1908.04101) (2019/20)',
    'S. Schneider et al.: microSecEnD: 17 apps × 25 architectural security sub-rules (@63653e0) (2023)',
  ],
  messages: {
    blind: {
      what: '`{name}` has no {missing}, though requests pass it on a way of several hops.',
      why: 'A trace that breaks off there, or a figure that is missing, is what one looks for when something is slow.',
      remedy: 'Add `telemetry traces, metrics, logs`.',
    },
  },
  visit({ model, report }) {
    const blind: Service[] = [];
    return {
      service(service) {
        if (isBlind(service)) blind.push(service);
      },
      end() {
        if (blind.length === 0) return;
        const starts = entriesOf(model).map(({ service }) => service);
        const onPath = new Set(hopsAround(model, starts, 2));
        for (const service of blind) {
          const { id, nameSpan: span, telemetry } = service;
          if (!onPath.has(id)) continue;
          const missing = signals.filter((signal) => !telemetry?.includes(signal));
          report({
            message: 'blind',
            data: { name: nameOfId(id), missing: listed(missing, 'or') },
            span,
            element: id,
            fixes: telemetry ? [] : [addStatement(service, `telemetry ${signals.join(', ')}`)],
          });
        }
      },
    };
  },
});

function isBlind({ telemetry }: Service): boolean {
  return !signals.every((signal) => telemetry?.includes(signal));
}
