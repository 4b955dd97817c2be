import { businessServices, isBusinessService } from '../../metrics/business-services.js';
import { nameOfId } from '../../model/lookup.js';
import type { ElementId, Model } from '../../model/model.js';
import { serviceDependencyGraph } from '../../model/service-dependencies.js';
import { defineRule } from '../rule.js';

export const coupledToOtherTeam = defineRule({
  id: 'coupled-to-other-team',
  category: 'ownership',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'A service has more to do with the services of another team than with its own team’s.',
  sources: [
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'M. Skelton, M. Pais: Team Topologies (2019)',
  ],
  messages: {
    other: {
      what: '`{service}` of `{team}` has {count} calls, subscriptions and store accesses with services of `{other}`, and {own} with those of its own team.',
      why: 'Most of its changes need the other team, which does not plan with it.',
      remedy: 'Move the service to `{other}`, or loosen what ties it to that team.',
    },
  },
  check({ model, report }) {
    const interactions = interactionsByTeam(model);
    if (interactions.size === 0) return;
    for (const { id, team, qualifiedName, nameSpan } of businessServices(model)) {
      const counts = interactions.get(id);
      if (!counts || team === undefined) continue;
      const [[other, count] = ['', 0]] = [...counts].sort(
        ([a, n], [b, m]) => m - n || (a < b ? -1 : 1),
      );
      const own = counts.get(team) ?? 0;
      if (count < 2 || own >= count) continue;
      report({
        message: 'other',
        data: { service: qualifiedName, team: nameOfId(team), other: nameOfId(other), count, own },
        span: nameSpan,
        element: id,
        elements: [id, other],
        facts: { interactions: Object.fromEntries(counts) },
      });
    }
  },
});

/**
 * For each service, how many dependencies in and out it has with services (and externals) of each
 * team, where it has any with another team. Gateways, BFFs and frontends are not counted: they deal
 * with every team.
 */
function interactionsByTeam(model: Model): Map<ElementId, Map<ElementId, number>> {
  const { ids, indexOf, nodes } = serviceDependencyGraph(model);
  const teams: (ElementId | undefined)[] = ids.map(() => undefined);
  for (const list of [model.services, model.externals]) {
    for (const element of list) {
      const isCounted = element.kind === 'external' || isBusinessService(element);
      if (isCounted) teams[indexOf.get(element.id) ?? -1] = element.team;
    }
  }
  const crossing = new Set<number>();
  for (const [from, to] of nodes) {
    const [own, other] = [teams[from], teams[to]];
    if (own === other) continue;
    if (other !== undefined) crossing.add(from);
    if (own !== undefined) crossing.add(to);
  }
  const result = new Map<ElementId, Map<ElementId, number>>();
  const count = (node: number, team: ElementId | undefined) => {
    if (team === undefined || !crossing.has(node)) return;
    const id = ids[node] ?? '';
    const counts = result.get(id) ?? new Map<ElementId, number>();
    result.set(id, counts.set(team, (counts.get(team) ?? 0) + 1));
  };
  for (const [from, to] of nodes) {
    count(from, teams[to]);
    count(to, teams[from]);
  }
  return result;
}
