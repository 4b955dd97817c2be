import { businessNumbers } from '../../metrics/business-services.js';
import { outlierLimit } from '../../metrics/outliers.js';
import { serviceSizes } from '../../metrics/service-sizes.js';
import { contextOf, find, nameOfId, sameBoundary } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

/** A share of fewer operations, or among fewer services, says nothing. */
const enoughForShare = { operations: 6, services: 4, share: 0.39 };

export const megaService = defineRule({
  id: 'mega-service',
  category: 'decomposition',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A service does the work of several.',
  sources: [
    'D. Taibi, V. Lenarduzzi, C. Pahl: Microservices Anti-Patterns: A Taxonomy (arXiv 1908.04101) (2019/20)',
    'O. Al-Debagy, P. Martinek: A Metrics Framework for Evaluating Microservices Architecture Designs, JWE (2020)',
    'A. Walker, D. Das, T. Cerny: Automated Code-Smell Detection in Microservices (MSANose), Appl. Sci. 10(21):7800 (2020)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'N. Mohammadi et al.: DAMP replication package: ground truth of 25 systems × 15 anti-patterns (@90861f2) (2025/26)',
  ],
  options: {
    megaOps: { default: 20, minimum: 1, description: 'Operations that one service may have.' },
    aggregates: { default: 5, minimum: 1, description: 'Aggregates that one service may own.' },
    resourceTypes: {
      default: 8,
      minimum: 1,
      description: 'Resource types that one REST API may have.',
    },
  },
  messages: {
    mega: {
      what: '`{service}` does the work of several: {reasons}.',
      why: 'Everybody has to change it, nobody knows all of it, and all of it is released for any of its parts.',
      remedy: 'Split it by context, else by feature, along the aggregates.',
    },
  },
  visit({ model, options, report }) {
    const wide: Api[] = [];
    /** Services that own something of another context. */
    const across = new Set<ElementId>();
    const isWithin = sameBoundary(model);
    return {
      service({ id, owns }) {
        if (!owns.every(({ target }) => isWithin(id, target))) across.add(id);
      },
      api(api) {
        if (api.operations.length > options.resourceTypes) wide.push(api);
      },
      end() {
        const { services } = model;
        const business = businessNumbers(model);
        const sizes = serviceSizes(model);
        const counts = {
          operations: business.map((number) => sizes.operations[number]!),
          aggregates: business.map((number) => sizes.aggregates[number]!),
        };
        const total = counts.operations.reduce((sum, count) => sum + count, 0);
        const offering = counts.operations.filter((count) => count > 0).length;
        const limits = {
          operations: outlierLimit(options.megaOps, counts.operations),
          aggregates: outlierLimit(options.aggregates, counts.aggregates),
        };
        const types = resourceTypesByService(model, wide);
        const anyMaySpread = across.size > 0 || types.size > 0;
        for (const number of business) {
          const operations = sizes.operations[number]!;
          const aggregates = sizes.aggregates[number]!;
          const isLarge = operations > limits.operations || aggregates > limits.aggregates;
          if (!isLarge && !anyMaySpread && operations < enoughForShare.operations) continue;
          const service = services[number]!;
          const reasons: string[] = [];
          const contexts = across.has(service.id) ? contextsOf(model, service) : [];
          if (contexts.length > 1)
            reasons.push(
              `it owns aggregates of ${listed(contexts.map((id) => `\`${nameOfId(id)}\``))}`,
            );
          if (operations > limits.operations) {
            reasons.push(
              `it has ${String(operations)} operations (limit ${rounded(limits.operations)})`,
            );
          } else if (
            operations >= enoughForShare.operations &&
            offering >= enoughForShare.services &&
            operations / total > enoughForShare.share
          ) {
            const percent = Math.round((operations / total) * 100);
            reasons.push(
              `it has ${String(operations)} of all ${String(total)} operations (${String(percent)} %)`,
            );
          }
          if (aggregates > limits.aggregates) {
            reasons.push(
              `it owns ${String(aggregates)} aggregates (limit ${rounded(limits.aggregates)})`,
            );
          }
          const widest = types.get(service.id);
          if (widest && widest.count > options.resourceTypes) {
            reasons.push(
              `its API \`${widest.api}\` has ${String(widest.count)} resource types (limit ${String(options.resourceTypes)})`,
            );
          }
          if (reasons.length === 0) continue;
          report({
            message: 'mega',
            data: { service: service.qualifiedName, reasons: listed(reasons) },
            span: service.nameSpan,
            element: service.id,
            facts: { operations, aggregates },
          });
        }
      },
    };
  },
});

function rounded(limit: number): string {
  return String(Number(limit.toFixed(1)));
}

/** Contexts that a service works in: its own and those of its aggregates. */
function contextsOf(model: Model, { context, owns }: Service): ElementId[] {
  const contexts = [context];
  for (const { target } of owns) {
    const other = contextOf(model, target)?.id ?? context;
    if (!contexts.includes(other)) contexts.push(other);
  }
  return contexts;
}

/**
 * Of some REST APIs the one with the most resource types of each service: paths without their last
 * parameters.
 */
function resourceTypesByService(
  model: Model,
  apis: readonly Api[],
): Map<string, { api: string; count: number }> {
  const result = new Map<string, { api: string; count: number }>();
  for (const { service, name, operations } of apis) {
    const types = new Set<string>();
    for (const id of operations) {
      const path = find(model, 'operation', id)?.fullPath;
      if (path === undefined) continue;
      types.add(path.replace(/(\/\{[^/]*\})+\/?$/, '').replace(/\/$/, ''));
    }
    const { size: count } = types;
    if (count <= (result.get(service)?.count ?? 0)) continue;
    result.set(service, { api: name, count });
  }
  return result;
}
