import { find, nameOfId } from '../../model/lookup.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import { compareModels } from '../../review/compare/compare.js';
import { contractChanges } from '../../review/compatibility/compatibility.js';
import type { ContractChange } from '../../review/compatibility/contract-change.js';
import type { Impact } from '../../review/compatibility/difference.js';
import { defineRule, type Severity } from '../rule.js';
import { listed } from '../text.js';

const severities: Readonly<Record<Impact, Severity>> = {
  breaking: 'error',
  warning: 'warning',
  info: 'info',
};

export const breakingChange = defineRule({
  id: 'breaking-change',
  category: 'evolution',
  severity: 'error',
  severityNote: 'error / warning (consumers translate) / info (no consumer)',
  gate: { kind: 'baseline' },
  summary:
    'A contract changed in a way that breaks its consumers, and its major version did not change.',
  sources: [
    'T. Preston-Werner: Semantic Versioning 2.0.0 (2013)',
    'Google: AIP-180 Backwards compatibility (2019)',
    'O. Zimmermann et al.: Patterns for API Design (MAP) (2022)',
  ],
  messages: {
    consumers: {
      what: '`{contract}`: {part} {change}, which breaks {consumers}.',
      why: 'They are built against the contract as it was, and fail when this is released before them.',
      remedy: 'Keep the old form beside the new one, or offer it in a new major version.',
    },
    audience: {
      what: '`{contract}`: {part} {change}, which breaks whoever relies on it.',
      why: 'Nobody in the model does, but others may use what is offered to them.',
      remedy: 'Keep the old form beside the new one, or offer it in a new major version.',
    },
  },
  check({ model, previous, agreed, today, report }) {
    if (!previous) return;
    for (const change of contractChanges(compareModels(previous, model), today)) {
      const { impact, severity, version, contract, provider, hits, place, what, rule } = change;
      if (impact !== 'breaking' || version.made) continue;
      const element = model.elements.has(contract) ? contract : provider;
      const span = placeOf(change, model);
      if (!span) continue;
      const consumers = [...new Set(hits.map(({ consumer }) => consumer))];
      const named = { contract: nameOfId(contract), part: place || 'it', change: what };
      const accepted = agreed(change.fingerprint);
      const rest = {
        ...(accepted ? { accepted } : {}),
        span,
        element,
        elements: [element, ...consumers],
        severity: severities[severity],
        related: hits
          .filter((hit) => model.files.includes(hit.span.file))
          .map((hit) => ({ span: hit.span, message: `used by ${nameOfId(hit.consumer)}` })),
        facts: { rule, fingerprint: change.fingerprint, version },
      };
      if (consumers.length === 0) report({ message: 'audience', data: named, ...rest });
      else {
        const names = listed(consumers.map((id) => `\`${nameOfId(id)}\``));
        report({ message: 'consumers', data: { ...named, consumers: names }, ...rest });
      }
    }
  },
});

/** Where the change shows in the text of today; for what is gone, at what offered it. */
function placeOf({ after, contract, provider }: ContractChange, model: Model): Span | undefined {
  if (after) return after.span;
  const left = model.elements.get(contract) ?? model.elements.get(provider);
  return left?.nameSpan ?? find(model, 'system', model.systems[0]?.id)?.nameSpan;
}
