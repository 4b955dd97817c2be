import { find, isServiceId } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { Model } from '../../model/model.js';
import { addStatement } from '../statement-fix.js';
import { defineRule } from '../rule.js';

export const apiVersioning = defineRule({
  id: 'api-versioning',
  category: 'contracts',
  severity: 'warning',
  severityNote: 'warning (no version) / info (another scheme)',
  gate: { kind: 'structural' },
  summary: 'An API that other contexts may use has no version, or is versioned unlike the others.',
  sources: [
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'A. Walker, D. Das, T. Cerny: Automated Code-Smell Detection in Microservices (MSANose), Appl. Sci. 10(21):7800 (2020)',
    'N. Mohammadi et al.: DAMP replication package: ground truth of 25 systems × 15 anti-patterns (@90861f2) (2025/26)',
  ],
  messages: {
    none: {
      what: 'The API `{name}` has no version.',
      why: 'Its consumers cannot say what they were built against, nor notice that it has changed.',
      remedy: 'Add `version "1.0.0"`, or `audience context` where nobody else may use it.',
    },
    otherScheme: {
      what: 'The API `{name}` has {own}, while {count} of the {total} REST APIs have {other}.',
      why: 'Who uses several of them must learn for each how to ask for a version.',
      remedy: 'Choose one way for all, best the one that most of them use.',
    },
  },
  visit({ model, report }) {
    const inPath: Api[] = [];
    const elsewhere: Api[] = [];
    return {
      api(api) {
        if (!isServiceId(api.service)) return;
        if (api.version !== undefined) {
          if (api.style === 'rest') (hasVersionInPath(model, api) ? inPath : elsewhere).push(api);
        } else if (api.audience !== 'context') {
          report({
            message: 'none',
            data: { name: api.qualifiedName },
            span: api.nameSpan,
            element: api.id,
            fixes: [addStatement(api, 'version "1.0.0"')],
          });
        }
      },
      end() {
        if (inPath.length === 0 || elsewhere.length === 0) return;
        const pathRules = inPath.length >= elsewhere.length;
        const [rare, common] = pathRules ? [elsewhere, inPath] : [inPath, elsewhere];
        for (const api of rare) {
          report({
            message: 'otherScheme',
            data: {
              name: api.qualifiedName,
              own: pathRules ? 'no version in its path' : 'its version in the path',
              other: pathRules ? 'theirs in the path' : 'none there',
              count: common.length,
              total: rare.length + common.length,
            },
            span: api.nameSpan,
            element: api.id,
            severity: 'info',
          });
        }
      },
    };
  },
});

const versionSegment = /(^|\/)v\d+(\/|$)/i;

function hasVersionInPath(model: Model, api: Api): boolean {
  if (versionSegment.test(api.path ?? '')) return true;
  const paths = api.operations.flatMap((id) => find(model, 'operation', id)?.path ?? []);
  return paths.length > 0 && paths.every((path) => versionSegment.test(path));
}
