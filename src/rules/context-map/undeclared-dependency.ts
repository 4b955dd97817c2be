import { dependenciesOf, isContextId, type Dependency } from '../../model/dependencies.js';
import { leadingMap, pairKey } from '../../model/derived-relations.js';
import { nameOfId } from '../../model/lookup.js';
import type { ContextMap, Relation } from '../../model/elements/context-map.js';
import type { ElementId } from '../../model/elements/identity.js';
import { placeOf } from '../../model/span.js';
import { defineRule, type Fix } from '../rule.js';

const verbs: Readonly<Record<Dependency['via'], string>> = {
  call: 'calls',
  subscription: 'subscribes to',
  sending: 'sends',
  access: 'accesses',
  replica: 'replicates',
  type: 'uses the type',
};

export const undeclaredDependency = defineRule({
  id: 'undeclared-dependency',
  category: 'context-map',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary:
    'A call, subscription, store access or type reference crosses two contexts that the context map does not relate.',
  sources: [
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
    'E. Evans: Domain-Driven Design Reference (2015)',
  ],
  messages: {
    undeclared: {
      what: '`{source}` {verb} `{target}`, but the context map `{map}` knows no relation between `{downstream}` and `{upstream}`.',
      why: 'A dependency that nobody decided on is one that nobody looks after.',
      remedy:
        'Add `{upstream} -> {downstream}` to the map with its patterns, or remove the dependency.',
    },
    separateWays: {
      what: '`{source}` {verb} `{target}`, but the context map `{map}` says that `{downstream}` and `{upstream}` go separate ways.',
      why: 'Separate ways means that the two have decided to share nothing.',
      remedy: 'Remove the dependency, or replace the relation by one that allows it.',
    },
  },
  check({ model, report }) {
    const map = leadingMap(model.maps);
    if (!map) return;
    const related = new Map<string, Relation>();
    /** Contexts that the map relates to something with a wrong name, which is said already. */
    const misnamed = new Set<ElementId>();
    for (const relation of model.relations) {
      const { upstream, downstream } = relation;
      if (relation.map !== map.id) continue;
      if (upstream === undefined || downstream === undefined) {
        const end = upstream ?? downstream;
        if (end !== undefined) misnamed.add(end);
        continue;
      }
      const key = pairKey(upstream, downstream);
      const known = related.get(key);
      if (!known || known.relationKind === 'separate-ways') related.set(key, relation);
    }
    const seen = new Set<string>();
    for (const dependency of dependenciesOf(model)) {
      const { upstream, downstream, via, evidence, source, target, span } = dependency;
      if (!isContextId(upstream) || !isContextId(downstream)) continue;
      const relation = related.get(pairKey(upstream, downstream));
      if (relation && relation.relationKind !== 'separate-ways') continue;
      if (!relation && (misnamed.has(upstream) || misnamed.has(downstream))) continue;
      // A wildcard or a repeated type is one dependency for the reader: once for each pair.
      const key =
        via === 'type' ? `type ${upstream} ${downstream}` : `${placeOf(span)} ${upstream}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const edge = via !== 'type' && via !== 'replica';
      report({
        message: relation ? 'separateWays' : 'undeclared',
        data: {
          source: nameOfId(source),
          verb: verbs[via],
          target: nameOfId(target),
          map: map.name,
          downstream: nameOfId(downstream),
          upstream: nameOfId(upstream),
        },
        span,
        element: evidence,
        elements: edge ? [source, target] : [evidence, target],
        related: relation ? [{ span: relation.span, message: 'They go separate ways here.' }] : [],
        fixes: relation ? [] : [addRelation(map, upstream, downstream)],
        facts: { upstream, downstream, via },
      });
    }
  },
});

/** Inserts a relation before the closing brace of the map. */
function addRelation(map: ContextMap, upstream: ElementId, downstream: ElementId): Fix {
  const { file, end } = map.span;
  const before = { line: end.line, column: Math.max(1, end.column - 1) };
  const relation = `${nameOfId(upstream)} -> ${nameOfId(downstream)}`;
  return {
    title: `Add ${relation} to ${map.name}`,
    edits: [{ span: { file, start: before, end: before }, text: `  ${relation}\n` }],
  };
}
