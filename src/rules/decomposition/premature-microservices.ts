import { businessServices } from '../../metrics/business-services.js';
import { nameOfId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { plural } from '../text.js';
import { deployableCount, workforceOf } from './workforce.js';

export const prematureMicroservices = defineRule({
  id: 'premature-microservices',
  category: 'decomposition',
  severity: 'warning',
  severityNote: 'warning (fewer than min1 engineers) / info (fewer than min2, or one team)',
  gate: { kind: 'if-declared', fact: '`engineers` or the size of every team' },
  summary: 'There are several services, but hardly enough people for them.',
  sources: [
    'D. Taibi, V. Lenarduzzi, C. Pahl: Microservices Anti-Patterns: A Taxonomy (arXiv 1908.04101) (2019/20)',
  ],
  options: {
    min1: {
      default: 10,
      minimum: 0,
      description: 'Engineers below which several services are a warning.',
    },
    min2: {
      default: 20,
      minimum: 0,
      description: 'Engineers below which several services are an info.',
    },
    oneTeamMax: { default: 3, minimum: 1, description: 'Services that a single team may have.' },
  },
  messages: {
    few: {
      what: '{people}{source} {build} {services} services.',
      why: 'Each service costs a pipeline, a deployment, monitoring and contracts; below {limit} people that is more than it saves.',
      remedy:
        'Begin with modules in one deployable, along the contexts, and extract what needs its own pace.',
    },
    oneTeam: {
      what: 'One team, `{team}`, owns all {services} services.',
      why: 'Independent release is for independent teams; one team only pays for it.',
      remedy: 'Merge services that the team always changes together.',
    },
  },
  check({ model, options, report }) {
    const workforce = workforceOf(model);
    if (!workforce) return;
    const services = deployableCount(model);
    if (services < 2) return;
    const { engineers, from, anchor } = workforce;
    const at = { span: anchor.nameSpan, element: anchor.id, facts: { engineers, services } };
    if (engineers < options.min2) {
      const limit = engineers < options.min1 ? options.min1 : options.min2;
      const source = from === 'teams' ? ' (the sum of all teams)' : '';
      report({
        message: 'few',
        data: {
          people: plural(engineers, 'engineer'),
          build: engineers === 1 ? 'builds' : 'build',
          source,
          services,
          limit,
        },
        ...at,
        severity: engineers < options.min1 ? 'warning' : 'info',
      });
      return;
    }
    const owners = new Set(businessServices(model).map(({ team }) => team));
    const [team] = owners;
    if (owners.size === 1 && team !== undefined && services > options.oneTeamMax) {
      report({
        message: 'oneTeam',
        data: { team: nameOfId(team), services },
        ...at,
        severity: 'info',
      });
    }
  },
});
