import { balanceOf, type Balance } from '../../metrics/balance.js';
import { distanceBetween } from '../../metrics/distance.js';
import { strengthNames } from '../../metrics/strength.js';
import { volatilityOf } from '../../metrics/volatility.js';
import { nameOfId } from '../../model/lookup.js';
import { serviceDependencyGraph } from '../../model/service-dependencies.js';
import { defineRule } from '../rule.js';

const distances = [
  'the same service',
  'the same context',
  'another context',
  'another team',
  'another organisation',
] as const;

export const unbalancedCoupling = defineRule({
  id: 'unbalanced-coupling',
  category: 'coupling',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'Strong coupling over a long distance to something that changes often.',
  sources: ['V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)'],
  options: {
    strengthMin: {
      default: 3,
      minimum: 1,
      description:
        'Strength from which on it counts: 1 contract, 2 model, 3 functional, 4 intrusive.',
    },
    distanceMin: {
      default: 3,
      minimum: 0,
      description:
        'Distance from which on it counts: 1 same context and team, 2 another context, 3 another team, 4 another organisation.',
    },
    volatilityMin: {
      default: 3,
      minimum: 1,
      description:
        'Volatility of the target from which on it counts: 1 generic, 2 supporting, 3 core.',
    },
  },
  messages: {
    unbalanced: {
      what: '`{from}` is coupled to `{to}` more strongly than the distance bears: strength {strength} ({name}: {because}), distance {distance} ({far}), volatility {volatility}.',
      why: 'Each of the many changes of `{to}` reaches `{from}`, and has to be agreed across that distance.',
      remedy:
        'Put a published language or an anticorruption layer between them, or bring them together in one context or team.',
    },
  },
  check({ model, options, report }) {
    const worst = new Map<string, Balance[]>();
    // What is cheap to tell comes first: few dependencies are left to ask for their strength.
    const { pairs, to: targets, ids } = serviceDependencyGraph(model);
    const volatilities = ids.map((id) => volatilityOf(model, id) ?? 0);
    for (const [index, dependency] of pairs.entries()) {
      if ((volatilities[targets[index]!] ?? 0) < options.volatilityMin) continue;
      const { from, to } = dependency;
      if (distanceBetween(model, from, to) < options.distanceMin) continue;
      const balance = balanceOf(model, dependency);
      if (balance.strength.level < options.strengthMin) continue;
      const key = `${from} ${to}`;
      const known = worst.get(key);
      if (known) known.push(balance);
      else worst.set(key, [balance]);
    }
    for (const found of worst.values()) {
      const [first, ...others] = [...found].sort((a, b) => b.strength.level - a.strength.level);
      if (!first) continue;
      const { dependency, strength, distance, volatility = 0 } = first;
      report({
        message: 'unbalanced',
        data: {
          from: nameOfId(dependency.from),
          to: nameOfId(dependency.to),
          strength: strength.level,
          name: strengthNames[strength.level],
          because: strength.because,
          distance,
          far: distances[distance],
          volatility,
        },
        span: dependency.span,
        element: dependency.edge,
        elements: [dependency.from, dependency.to],
        related: others.map((other) => ({
          span: other.dependency.span,
          message: `As well: ${other.strength.because}.`,
        })),
        facts: { product: strength.level * distance * volatility },
      });
    }
  },
});
