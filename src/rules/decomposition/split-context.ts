import { nameOfId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { reasonOf, splitPairs } from './split-pairs.js';

export const splitContext = defineRule({
  id: 'split-context',
  category: 'decomposition',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'Services of one context and team are tied so closely that they are one.',
  sources: [
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
  ],
  messages: {
    split: {
      what: '`{context}` is split into services that belong together: {reasons}.',
      why: 'One team pays for a network hop, a contract and a release between parts that only work together.',
      remedy: 'Merge them into one service.',
    },
  },
  visit({ model, report }) {
    const pairs = splitPairs(model);
    return {
      context(context) {
        const found = pairs.get(context.id) ?? [];
        if (found.length === 0) return;
        const services = [...new Set(found.flatMap(({ a, b }) => [a, b]))];
        const shown = found.slice(0, 4).map(reasonOf);
        const rest = found.length - shown.length;
        report({
          message: 'split',
          data: {
            context: context.name,
            reasons: listed(rest > 0 ? [...shown, `${String(rest)} more pairs`] : shown),
          },
          span: context.nameSpan,
          element: context.id,
          elements: [context.id, ...services.map(({ id }) => id)],
          related: services.map(({ id, nameSpan: span }) => ({
            span,
            message: `\`${nameOfId(id)}\` is one of them.`,
          })),
        });
      },
    };
  },
});
