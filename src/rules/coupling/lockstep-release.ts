import { nameOfId } from '../../model/lookup.js';
import type { Service } from '../../model/elements/services.js';
import { releaseGroups } from '../../model/release-groups.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const lockstepRelease = defineRule({
  id: 'lockstep-release',
  category: 'coupling',
  severity: 'warning',
  severityNote: 'warning (several contexts or teams) / info (one)',
  gate: { kind: 'if-declared', fact: '`deployable`' },
  summary: 'Several services are released as one deployable.',
  sources: [
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'R. Tighilt et al.: MARS: specification and detection of microservice antipatterns, JSS 204 (2023)',
    'N. Mohammadi et al.: DAMP replication package: ground truth of 25 systems × 15 anti-patterns (@90861f2) (2025/26)',
  ],
  messages: {
    apart: {
      what: '{services} are released together as `{deployable}`, though they belong to different {owners}: {names}.',
      why: 'Nobody can release when ready: the slowest of them decides for all.',
      remedy: 'Give each service its own deployable, and let contracts accept several versions.',
    },
    together: {
      what: '{services} are released together as `{deployable}`.',
      why: 'They are one unit of release; as several services they only cost more.',
      remedy: 'Give each its own deployable, or model them as one service.',
    },
  },
  check({ model, report }) {
    for (const { deployable, services } of releaseGroups(model)) {
      const [first, ...others] = services;
      if (!first) continue;
      const contexts = namesOf(services.map(({ context }) => context));
      const teams = namesOf(services.flatMap(({ team }) => team ?? []));
      const apart = contexts.length > 1 || teams.length > 1;
      const data = { services: listed(services.map(quoted)), deployable };
      const at = {
        span: first.nameSpan,
        element: first.id,
        elements: services.map(({ id }) => id),
        related: others.map(({ nameSpan }) => ({
          span: nameSpan,
          message: `Part of \`${deployable}\`, too.`,
        })),
      };
      if (apart) {
        const [owners, names] =
          contexts.length > 1 ? (['contexts', contexts] as const) : (['teams', teams] as const);
        report({ message: 'apart', data: { ...data, owners, names: listed(names) }, ...at });
      } else report({ message: 'together', data, ...at, severity: 'info' });
    }
  },
});

function quoted({ qualifiedName }: Service): string {
  return `\`${qualifiedName}\``;
}

function namesOf(ids: readonly string[]): string[] {
  return [...new Set(ids)].map((id) => `\`${nameOfId(id)}\``);
}
