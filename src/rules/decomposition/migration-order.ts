import { find, nameOfId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const migrationOrder = defineRule({
  id: 'migration-order',
  category: 'decomposition',
  severity: 'info',
  gate: { kind: 'if-declared', fact: '`status extracting` or `extracted`' },
  summary:
    'A migration extracts too much at once, the core first, or what is still being explored.',
  sources: ['S. Newman: Monolith to Microservices (2019)'],
  options: {
    parallelAfter: {
      default: 5,
      minimum: 0,
      description: 'Extracted services from which on several may be extracted at once.',
    },
  },
  messages: {
    parallel: {
      what: '{count} services are being extracted at once, {done}: {services}.',
      why: 'The first extractions teach how to do it; in parallel, everybody learns the same mistakes at the same time.',
      remedy: 'Extract one after the other until the way is paved.',
    },
    coreFirst: {
      what: '`{service}`, of the core subdomain, is the first to be extracted.',
      why: 'The first extraction is where most goes wrong; the core is where that costs most.',
      remedy: 'Begin with something small at the edge, such as notifications.',
    },
    exploring: {
      what: '`{context}` is still being explored (`evolution genesis`), and is {count} services already.',
      why: 'Borders that nobody knows yet are cheap to move within one service, and dear between two.',
      remedy: 'Keep it in one service until its model is stable.',
    },
  },
  check({ model, options, report }) {
    const extracting = model.services.filter(({ status }) => status === 'extracting');
    const extracted = model.services.filter(({ status }) => status === 'extracted').length;
    const [first] = extracting;
    if (first && extracting.length > 1 && extracted < options.parallelAfter) {
      report({
        message: 'parallel',
        data: {
          count: extracting.length,
          done:
            extracted === 0 ? 'and none has been before' : `after only ${String(extracted)} before`,
          services: listed(extracting.map(({ qualifiedName }) => `\`${qualifiedName}\``)),
        },
        span: first.nameSpan,
        element: first.id,
        elements: extracting.map(({ id }) => id),
        related: extracting.slice(1).map(({ nameSpan }) => ({
          span: nameSpan,
          message: 'Being extracted, too.',
        })),
      });
    }
    if (extracted === 0) {
      for (const { id, qualifiedName, nameSpan, context } of extracting) {
        if (find(model, 'context', context)?.subdomainType !== 'core') continue;
        report({
          message: 'coreFirst',
          data: { service: qualifiedName },
          span: nameSpan,
          element: id,
        });
      }
    }
    if (extracting.length + extracted === 0) return;
    const counts = new Map<string, number>();
    for (const { context } of model.services) counts.set(context, (counts.get(context) ?? 0) + 1);
    for (const [id, count] of counts) {
      const context = find(model, 'context', id);
      if (context?.evolution !== 'genesis' || count < 2) continue;
      report({
        message: 'exploring',
        data: { context: nameOfId(id), count },
        span: context.nameSpan,
        element: id,
      });
    }
  },
});
