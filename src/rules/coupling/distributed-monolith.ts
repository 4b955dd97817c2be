import { nameOfId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { monolithClusters } from './monolith-clusters.js';

export const distributedMonolith = defineRule({
  id: 'distributed-monolith',
  category: 'coupling',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'Several services are tied together so closely that they are one.',
  sources: [
    'D. Apolinário, B. de França: SYMBIOTE: monitoring coupling evolution of microservices, JBCS (2021)',
    'clowee/MicroserviceDataset: 20 dependency graphs of public systems, measured for this catalogue (2019)',
    'D. Taibi, V. Lenarduzzi, C. Pahl: Microservices Anti-Patterns: A Taxonomy (arXiv 1908.04101) (2019/20)',
  ],
  options: {
    minSize: { default: 3, minimum: 2, description: 'Services from which on it counts.' },
    syncShare: {
      default: 0.8,
      minimum: 0,
      description: 'Share of synchronous calls among their dependencies that is still fine.',
    },
    scf: {
      default: 0.3,
      minimum: 0,
      description: 'Share of the possible pairs that may call each other.',
    },
  },
  messages: {
    monolith: {
      what: 'These {count} services are one in all but name: {services}. They {reasons}.',
      why: 'They have to be changed, released and running together: all the costs of distribution, and none of its gains.',
      remedy: 'Merge them into one deployable, or cut the ties one by one, the store first.',
    },
  },
  check({ model, options, report }) {
    for (const { services, reasons } of monolithClusters(model, options)) {
      const [system] = model.systems;
      const anchor = system ?? model.elements.get(services[0] ?? '');
      if (!anchor) continue;
      report({
        message: 'monolith',
        data: {
          count: services.length,
          services: listed(services.map((id) => `\`${nameOfId(id)}\``)),
          reasons: listed(reasons),
        },
        span: anchor.nameSpan,
        element: anchor.id,
        elements: services,
        related: services.flatMap((id) => {
          const service = model.elements.get(id);
          return service ? [{ span: service.nameSpan, message: 'One of them.' }] : [];
        }),
      });
    }
  },
});
