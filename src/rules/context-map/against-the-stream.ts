import { dependenciesOf, type Dependency } from '../../model/dependencies.js';
import { leadingMap, pairKey } from '../../model/derived-relations.js';
import { kindOfId, nameOfId } from '../../model/lookup.js';
import type { Relation } from '../../model/elements/context-map.js';
import type { Model } from '../../model/model.js';
import { placeOf } from '../../model/span.js';
import { defineRule, type Fix } from '../rule.js';
import { addition } from './role-edits.js';

const verbs = {
  call: 'calls',
  subscription: 'subscribes to',
  access: 'accesses',
} as const;

function streamsOf(model: Model): Set<string> {
  return new Set(
    dependenciesOf(model)
      .filter(({ via }) => isJudged(via))
      .map(({ upstream, downstream }) => `${upstream} ${downstream}`),
  );
}

function isJudged(via: Dependency['via']): via is keyof typeof verbs {
  return Object.hasOwn(verbs, via);
}

export const againstTheStream = defineRule({
  id: 'against-the-stream',
  category: 'context-map',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'An upstream context calls, reads from or subscribes to its downstream.',
  sources: [
    'E. Evans: Domain-Driven Design Reference (2015)',
    'ddd-crew (Plöd, Gunia, Tune et al.): Context Mapping (cheat sheet, README @556342d) (2020-23)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
  ],
  messages: {
    against: {
      what: '`{source}` of the upstream `{upstream}` {verb} `{target}` of its downstream `{downstream}`.',
      why: 'An upstream team should be able to succeed whatever becomes of its downstream; this ties it to it.',
      remedy:
        'Turn the dependency round with an event that `{upstream}` publishes, or change the relation.',
    },
  },
  check({ model, report }) {
    const map = leadingMap(model.maps);
    if (!map) return;
    const directed = new Map<string, Relation>();
    const exempt = new Set<string>();
    for (const relation of model.relations) {
      const { upstream, downstream, relationKind } = relation;
      if (relation.map !== map.id || upstream === undefined || downstream === undefined) continue;
      if (relationKind === 'partnership') exempt.add(pairKey(upstream, downstream));
      if (relationKind === 'upstream-downstream' || relationKind === 'customer-supplier') {
        directed.set(`${upstream} ${downstream}`, relation);
      }
    }
    const seen = new Set<string>();
    let streams: ReadonlySet<string> | undefined;
    /** Whether something goes with the stream, too, which would run against it if that turned. */
    const hasStream = (pair: string) => (streams ??= streamsOf(model)).has(pair);
    for (const dependency of dependenciesOf(model)) {
      const { via, evidence, source, target, span } = dependency;
      if (!isJudged(via)) continue;
      // What others run and calls back, as by a webhook, depends on nobody who listens.
      if (kindOfId(dependency.downstream) === 'external') continue;
      // The dependency's own downstream is the one that the map calls upstream.
      const [upstream, downstream] = [dependency.downstream, dependency.upstream];
      const relation = directed.get(`${upstream} ${downstream}`);
      if (!relation || directed.has(`${downstream} ${upstream}`)) continue;
      // A wildcard stands in one place, and is one dependency for the reader.
      const key = `${placeOf(span)} ${downstream}`;
      if (exempt.has(pairKey(upstream, downstream)) || seen.has(key)) continue;
      seen.add(key);
      report({
        message: 'against',
        data: {
          source: nameOfId(source),
          upstream: nameOfId(upstream),
          verb: verbs[via],
          target: nameOfId(target),
          downstream: nameOfId(downstream),
        },
        span,
        element: evidence,
        elements: [source, target],
        related: [{ span: relation.span, message: 'The relation that it runs against.' }],
        facts: { relation: relation.id },
        fixes: hasStream(`${upstream} ${downstream}`) ? [] : [turned(relation)],
      });
    }
  },
});

/**
 * The roles stay where they are: whoever becomes upstream takes over its side. Against a system that
 * others run, the new downstream gets an anticorruption layer where it has no roles.
 */
function turned(relation: Relation): Fix {
  const { upstream = '', downstream = '', upstreamSpan, downstreamSpan } = relation;
  const needsLayer = kindOfId(downstream) === 'external' && relation.downstreamRoles.length === 0;
  const layer = needsLayer ? addition(relation, 'downstream', 'ACL').text : '';
  const name = nameOfId(upstream);
  return {
    title: `Make ${nameOfId(downstream)} the upstream`,
    edits: [
      { span: upstreamSpan, text: nameOfId(downstream) },
      { span: downstreamSpan, text: layer.startsWith('[') ? `${layer}${name}` : `${name}${layer}` },
    ],
  };
}
