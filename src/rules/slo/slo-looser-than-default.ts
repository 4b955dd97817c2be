import { tierOf } from '../../model/criticality.js';
import { find } from '../../model/lookup.js';
import type { Service } from '../../model/elements/services.js';
import type { SloFigure } from '../../model/elements/slo.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { readableDuration } from '../../model/quantities.js';

export const sloLooserThanDefault = defineRule({
  id: 'slo-looser-than-default',
  category: 'slo',
  severity: 'info',
  scope: 'file',
  gate: { kind: 'if-declared', fact: 'objectives' },
  summary: 'A critical or platform service promises less than such services usually do.',
  sources: ['B. Beyer et al.: Site Reliability Engineering, ch.4 (2016)'],
  options: {
    availabilityCritical: {
      default: 99.9,
      minimum: 0,
      description: 'Availability in percent expected of services of criticality high.',
    },
    availabilityPlatform: {
      default: 99.95,
      minimum: 0,
      description: 'Availability in percent expected of the services of a platform team.',
    },
    p95Ms: {
      default: 200,
      minimum: 1,
      description: 'p95 in milliseconds expected of services of criticality high.',
    },
    p99Ms: {
      default: 1000,
      minimum: 1,
      description: 'p99 in milliseconds expected of services of criticality high.',
    },
  },
  messages: {
    looser: {
      what: '`{name}` is {kind} and promises {figure} of {own}, where {expected} is usual.',
      why: 'Everything that needs it inherits the gap.',
      remedy: 'Promise {expected}, or accept the difference with its reason.',
    },
  },
  visit({ model, options, report }) {
    return {
      service(service) {
        const { slo } = service;
        if (!slo) return;
        const critical = tierOf(model, service.id) === 1;
        const looser = (kind: string, figure: SloFigure, own: string, expected: string) =>
          report({
            message: 'looser',
            data: {
              name: service.qualifiedName,
              kind,
              figure: figure === 'availability' ? 'an availability' : `a ${figure}`,
              own,
              expected,
            },
            span: slo.spans[figure] ?? service.nameSpan,
            element: service.id,
            facts: { figure },
          });
        const wanted = wantedAvailability(critical, isPlatform(model, service), options);
        const { availability } = slo;
        if (availability && wanted && Number(availability.percent) < wanted.percent) {
          looser(
            wanted.kind,
            'availability',
            `${availability.percent} %`,
            `${String(wanted.percent)} %`,
          );
        }
        if (!critical) return;
        for (const [figure, most] of [
          ['p95', options.p95Ms],
          ['p99', options.p99Ms],
        ] as const) {
          const own = slo[figure];
          if (own !== undefined && own > most) {
            looser(criticalKind, figure, readableDuration(own), readableDuration(most));
          }
        }
      },
    };
  },
});

function isPlatform(model: Model, { team }: Service): boolean {
  return find(model, 'team', team)?.teamKind === 'platform';
}

const criticalKind = 'critical';

/** The highest that is usual, and for services of which kind. */
function wantedAvailability(
  critical: boolean,
  platform: boolean,
  options: { availabilityCritical: number; availabilityPlatform: number },
): { readonly kind: string; readonly percent: number } | undefined {
  return [
    ...(critical ? [{ kind: criticalKind, percent: options.availabilityCritical }] : []),
    ...(platform
      ? [{ kind: 'run by a platform team', percent: options.availabilityPlatform }]
      : []),
  ].sort((a, b) => b.percent - a.percent)[0];
}
