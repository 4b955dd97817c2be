import { businessNumbers, businessServices } from '../../metrics/business-services.js';
import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
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
      let [other, count] = ['', 0];
      for (const [id, number] of counts) {
        if (number > count || (number === count && id < other)) [other, count] = [id, number];
      }
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
 * team, where it has several with one other team. Gateways, BFFs and frontends are not counted: they
 * deal with every team.
 */
function interactionsByTeam(model: Model): Map<ElementId, Map<ElementId, number>> {
  const { ids, numberOf, from, to } = serviceDependencyGraph(model);
  const teams = ids.map((): ElementId | undefined => undefined);
  for (const number of businessNumbers(model)) teams[number] = model.services[number]!.team;
  for (const { id, team } of model.externals) teams[numberOf(id) ?? -1] = team;
  const result = new Map<ElementId, Map<ElementId, number>>();
  const nodes = tiedToOthers(teams, from, to);
  if (nodes.size === 0) return result;
  const count = (node: number, team: ElementId | undefined) => {
    if (!nodes.has(node) || team === undefined) return;
    const id = ids[node]!;
    let counts = result.get(id);
    if (!counts) result.set(id, (counts = new Map<ElementId, number>()));
    counts.set(team, (counts.get(team) ?? 0) + 1);
  };
  for (let at = 0; at < from.length; at++) {
    count(from[at]!, teams[to[at]!]);
    count(to[at]!, teams[from[at]!]);
  }
  return result;
}

/** Nodes with more than one dependency with another team: one says nothing, and most have no more. */
function tiedToOthers(
  teams: readonly (ElementId | undefined)[],
  from: readonly number[],
  to: readonly number[],
): ReadonlySet<number> {
  const numbers = new Map<ElementId | undefined, number>([[undefined, 0]]);
  const numberOf = (team: ElementId | undefined): number => {
    const known = numbers.get(team) ?? numbers.size;
    if (known === numbers.size) numbers.set(team, known);
    return known;
  };
  const teamOf = Int32Array.from(teams, numberOf);
  const tied = new Set<number>();
  const met = new Set<number>();
  const meets = (node: number, team: number) => {
    const pair = node * numbers.size + team;
    if (met.has(pair)) tied.add(node);
    else met.add(pair);
  };
  for (let at = 0; at < from.length; at++) {
    const own = teamOf[from[at]!]!;
    const other = teamOf[to[at]!]!;
    if (own === other) continue;
    if (other !== 0) meets(from[at]!, other);
    if (own !== 0) meets(to[at]!, own);
  }
  return tied;
}
