import { callsOfOperation } from '../../model/edge-index.js';
import { consumersOf } from '../../model/consumers.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { majorOf, versionFamilies, type Offered, type Versioned } from './version-families.js';

export const tooManyLiveVersions = defineRule({
  id: 'too-many-live-versions',
  category: 'evolution',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'An API or event is offered in many major versions, or in one that nobody uses.',
  sources: [
    'O. Zimmermann et al.: Patterns for API Design (MAP) (2022)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
    'OWASP: OWASP API Security Top 10 (2023)',
  ],
  options: {
    maxLive: { default: 2, minimum: 1, description: 'Major versions that may live side by side.' },
  },
  messages: {
    many: {
      what: '`{name}` is offered in {count} major versions: {versions}.',
      why: 'Each one is built, tested, secured and run until its last consumer has gone.',
      remedy: 'Deprecate `{oldest}` with a day of sunset, and move its consumers.',
    },
    unused: {
      what: 'Nothing in the model uses `{name}`, of which there is a newer version.',
      why: 'It is kept for nobody, and still found by those who should not use it.',
      remedy: 'Remove it, or declare who uses it.',
    },
    resting: {
      what: '`{name}` calls `{older}`, its own previous version.',
      why: 'The old version cannot go away before the new one is built anew.',
      remedy: 'Let both use what lies behind them.',
    },
  },
  visit({ model, options, report }) {
    const apis: Offered[] = [];
    const events: Offered[] = [];
    return {
      api(element) {
        apis.push({ element, major: majorOf(element) });
      },
      event(element) {
        events.push({ element, major: majorOf(element) });
      },
      end() {
        for (const { name, members } of versionFamilies([...apis, ...events])) {
          const majors = new Set(members.map(({ major }) => major));
          const newest = Math.max(...majors);
          const [oldest] = members;
          if (oldest && majors.size > options.maxLive) {
            report({
              message: 'many',
              data: {
                name,
                count: majors.size,
                versions: listed(members.map(({ element }) => `\`${element.name}\``)),
                oldest: oldest.element.name,
              },
              span: oldest.element.nameSpan,
              element: oldest.element.id,
              elements: members.map(({ element }) => element.id),
              related: members.slice(1).map(({ element }) => ({
                span: element.nameSpan,
                message: `\`${element.name}\` lives as well.`,
              })),
            });
          }
          const ids = new Map(members.map(({ element, major }) => [element.id, major]));
          for (const { element, major } of members) {
            const at = { span: element.nameSpan, element: element.id };
            if (major < newest && isUnused(model, element)) {
              report({ message: 'unused', data: { name: element.name }, ...at });
            }
            const older = olderCalled(model, element, ids);
            if (older === undefined) continue;
            const data = { name: element.name, older: nameOfId(older) };
            report({ message: 'resting', data, ...at, elements: [element.id, older] });
          }
        }
      },
    };
  },
});

/** Nobody outside is known to use it; who uses what is public or for partners nobody knows. */
function isUnused(model: Model, element: Versioned): boolean {
  if (element.kind === 'event') return consumersOf(model, element).length === 0;
  if (element.audience === 'public' || element.audience === 'partner') return false;
  const operations = element.operations.flatMap((id) => find(model, 'operation', id) ?? []);
  return [element, ...operations].every((part) => consumersOf(model, part).length === 0);
}

/** The older version that an operation of an API calls. */
function olderCalled(
  model: Model,
  element: Versioned,
  family: ReadonlyMap<string, number>,
): string | undefined {
  if (element.kind === 'event') return undefined;
  const own = family.get(element.id) ?? 0;
  return element.operations
    .flatMap((id) => callsOfOperation(model, id))
    .map(({ toApi, toOperation }) => toApi ?? find(model, 'operation', toOperation)?.api)
    .find((api) => api !== undefined && (family.get(api) ?? own) < own);
}
