import { serviceDegrees } from '../../metrics/instability.js';
import { volatilityOf } from '../../metrics/volatility.js';
import { find, isServiceId, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { serviceDependencyGraph } from '../../model/service-dependencies.js';
import { defineRule } from '../rule.js';

export const stableDependencies = defineRule({
  id: 'stable-dependencies',
  category: 'coupling',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'A service that others rely on depends on one that changes more easily.',
  sources: [
    'R. C. Martin: Agile Software Development PPP (2002) / Clean Architecture ch.14 (2017)',
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
  ],
  options: {
    delta: {
      default: 0.2,
      minimum: 0,
      description: 'Difference of instability that is still fine.',
    },
  },
  messages: {
    unstable: {
      what: '`{from}` (instability {fromI}, {afferent} depend on it) depends on `{to}` (instability {toI}).',
      why: 'What many rely on should change rarely; here it changes whenever `{to}` does.',
      remedy: 'Turn the dependency round with an event, or depend on a published contract.',
    },
    generic: {
      what: '`{from}` is {role}, and depends on `{to}` of the core domain.',
      why: 'The core domain changes most; what serves everybody should not have to follow.',
      remedy: 'Let `{to}` publish an event that `{from}` subscribes to, or pass what it needs.',
    },
  },
  check({ model, options, report }) {
    const seen = new Set<string>();
    const hasCore = model.contexts.some(({ volatility }) => volatility === 'high');
    const { pairs, from: fromNodes, to: toNodes } = serviceDependencyGraph(model);
    const { incoming, outgoing } = serviceDegrees(model);
    const instabilityOf = (node: number) =>
      outgoing[node]! / Math.max(1, incoming[node]! + outgoing[node]!);
    for (let index = 0; index < pairs.length; index++) {
      const { from, to, via, edge, span } = pairs[index]!;
      const role = via === 'subscription' || !hasCore ? undefined : roleBelowCore(model, from, to);
      const afferent = incoming[fromNodes[index]!]!;
      if (role === undefined && afferent < 2) continue;
      const i = instabilityOf(fromNodes[index]!);
      const j = instabilityOf(toNodes[index]!);
      if (role === undefined && j - i <= options.delta) continue;
      const key = `${from} ${to}`;
      if (!isServiceId(from) || seen.has(key)) continue;
      seen.add(key);
      const at = { span, element: edge, elements: [from, to] };
      const names = { from: nameOfId(from), to: nameOfId(to) };
      if (role !== undefined) {
        report({ message: 'generic', data: { ...names, role }, ...at });
      } else {
        const data = { ...names, afferent, fromI: i.toFixed(2), toI: j.toFixed(2) };
        report({ message: 'unstable', data, ...at });
      }
    }
  },
});

/** What makes a service one that should not depend on the core domain, if its target is there. */
function roleBelowCore(model: Model, from: ElementId, to: ElementId): string | undefined {
  if (volatilityOf(model, to) !== 3) return undefined;
  const service = find(model, 'service', from);
  if (!service) return undefined;
  if (volatilityOf(model, service.id) === 1) return 'generic';
  return find(model, 'team', service.team)?.teamKind === 'platform'
    ? 'a platform team’s'
    : undefined;
}
