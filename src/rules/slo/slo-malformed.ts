import type { Service } from '../../model/elements/services.js';
import type { Percentile } from '../../model/elements/slo.js';
import { defineRule } from '../rule.js';
import { readableDuration } from '../../model/quantities.js';

const percentiles: readonly Percentile[] = ['p50', 'p75', 'p90', 'p95', 'p99'];

export const sloMalformed = defineRule({
  id: 'slo-malformed',
  category: 'slo',
  severity: 'error',
  scope: 'file',
  severityNote: 'error (contradiction) / warning (below 90 %)',
  gate: { kind: 'if-declared', fact: 'objectives' },
  summary: 'An objective contradicts itself or cannot be meant.',
  sources: [
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
    'B. Beyer et al.: Site Reliability Engineering, ch.21-22 (2016)',
  ],
  messages: {
    always: {
      what: '`{name}` promises an availability of {percent} %.',
      why: 'Nothing is always up; a target of 100 % leaves no room for a single failure, deployment or experiment.',
      remedy: 'Choose a target below 100 %, with as many nines as users notice.',
    },
    low: {
      what: '`{name}` promises an availability of only {percent} %.',
      why: 'That is more than a month of downtime a year; most likely a digit is missing.',
      remedy: 'Check the figure.',
    },
    order: {
      what: 'The {lower} of `{name}` is {slow}, its {higher} {fast}.',
      why: 'If {share} of the requests are answered within {fast}, so are fewer of them.',
      remedy: 'Lower the {lower} or raise the {higher}.',
    },
  },
  visit({ report }) {
    const judge = ({ id, qualifiedName: name, slo, nameSpan: span }: Objective): void => {
      if (!slo) return;
      const { availability } = slo;
      if (availability && (availability.ratio >= 1 || availability.ratio < 0.9)) {
        const always = availability.ratio >= 1;
        report({
          message: always ? 'always' : 'low',
          data: { name, percent: availability.percent },
          span: slo.spans.availability ?? span,
          element: id,
          severity: always ? 'error' : 'warning',
        });
      }
      const declared = percentiles.filter((percentile) => slo[percentile] !== undefined);
      for (const [index, higher] of declared.entries()) {
        const lower = declared[index - 1];
        const [slow, fast] = [lower && slo[lower], slo[higher]];
        if (!lower || slow === undefined || fast === undefined || slow <= fast) continue;
        const other = slo.spans[lower];
        report({
          message: 'order',
          data: {
            name,
            lower,
            higher,
            slow: readableDuration(slow),
            fast: readableDuration(fast),
            share: `${higher.slice(1)} %`,
          },
          span: slo.spans[higher] ?? span,
          element: id,
          related: other ? [{ span: other, message: `The ${lower}.` }] : [],
        });
      }
    };
    return { service: judge, external: judge, operation: judge };
  },
});

type Objective = Pick<Service, 'id' | 'qualifiedName' | 'slo' | 'nameSpan'>;
