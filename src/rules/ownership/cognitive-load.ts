import type { Context } from '../../model/elements/context.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed, plural } from '../text.js';

export const cognitiveLoad = defineRule({
  id: 'cognitive-load',
  category: 'ownership',
  severity: 'warning',
  severityNote: 'warning / info (one complex context and others)',
  gate: { kind: 'structural' },
  summary: 'A team owns more contexts or services than it can keep in mind.',
  sources: ['M. Skelton, M. Pais: Team Topologies (2019)'],
  options: {
    maxComplex: {
      default: 1,
      minimum: 0,
      description: 'Contexts of core subdomains that one team may own.',
    },
    maxSimple: { default: 3, minimum: 0, description: 'Other contexts that one team may own.' },
  },
  messages: {
    overload: {
      what: 'The team `{team}` owns {reasons}.',
      why: 'What a team cannot keep in mind it changes slowly, and with fear.',
      remedy: 'Move a context or some services to another team.',
    },
    mixed: {
      what: 'The team `{team}` owns {core} of the core domain, and {others} besides.',
      why: 'The simple work interrupts the complex one, which needs all of a team’s attention.',
      remedy: 'Move the other contexts to another team.',
    },
  },
  visit({ model, options, report }) {
    const owned = ownedBy(model);
    return {
      team(team) {
        const { complex = [], simple = [], services = 0 } = owned.get(team.id) ?? {};
        const reasons: string[] = [];
        if (complex.length > options.maxComplex) {
          reasons.push(
            `${plural(complex.length, 'context')} of the core domain (${named(complex)})`,
          );
        }
        if (simple.length > options.maxSimple) {
          const word = complex.length > 0 ? 'other context' : 'context';
          reasons.push(`${plural(simple.length, word)} (${named(simple)})`);
        }
        if (team.size !== undefined && services > team.size) {
          reasons.push(
            `${plural(services, 'service')} with ${plural(team.size, 'person', 'people')}`,
          );
        }
        const at = {
          span: team.nameSpan,
          element: team.id,
          elements: [team.id, ...[...complex, ...simple].map(({ id }) => id)],
          facts: { complex: complex.length, simple: simple.length, services },
        };
        if (reasons.length > 0) {
          report({
            message: 'overload',
            data: { team: team.name, reasons: listed(reasons) },
            ...at,
          });
        } else if (complex.length === 1 && simple.length > 0) {
          report({
            message: 'mixed',
            data: { team: team.name, core: named(complex), others: named(simple) },
            ...at,
            severity: 'info',
          });
        }
      },
    };
  },
});

interface Owned {
  readonly complex: Context[];
  readonly simple: Context[];
  services: number;
}

function ownedBy(model: Model): Map<ElementId, Owned> {
  const result = new Map<ElementId, Owned>();
  const of = (team: ElementId) => {
    const known = result.get(team) ?? { complex: [], simple: [], services: 0 };
    result.set(team, known);
    return known;
  };
  for (const context of model.contexts) {
    if (context.team === undefined) continue;
    const { complex, simple } = of(context.team);
    (context.subdomainType === 'core' ? complex : simple).push(context);
  }
  for (const { team } of model.services) if (team !== undefined) of(team).services++;
  return result;
}

function named(contexts: readonly Context[]): string {
  return listed(contexts.map(({ name }) => `\`${name}\``));
}
