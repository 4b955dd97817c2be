import { digraph, stronglyConnectedComponents } from '../../model/graph.js';
import { kindOfId, nameOfId } from '../../model/lookup.js';
import type { ContextMap, Relation } from '../../model/elements/context-map.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { ringsOf, type Ring } from '../../model/rings.js';
import { defineRule } from '../rule.js';
import { chainOf, plural } from '../text.js';
import { relationsOf } from './relations.js';

export const contextMapCycle = defineRule({
  id: 'context-map-cycle',
  category: 'context-map',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'Contexts are upstream of each other in a ring.',
  sources: [
    'E. Evans: Domain-Driven Design Reference (2015)',
    'R. C. Martin: Agile Software Development PPP (2002) / Clean Architecture ch.14 (2017)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
  ],
  messages: {
    cycle: {
      what: 'Each of these contexts is upstream of the next: {chain}.{more}',
      why: 'In a ring nobody is upstream: every change comes back to where it began, and no team can go first.',
      remedy:
        'Make one of the relations a partnership, merge two of the contexts, or turn one round with a published event.',
    },
  },
  check({ model, report }) {
    for (const map of model.maps) {
      for (const { ring, steps, members } of cyclesOf(model, map)) {
        const [first, ...others] = steps;
        if (!first) continue;
        const more = members.length - ring.length;
        report({
          message: 'cycle',
          data: {
            chain: chainOf([...ring, ring[0] ?? '']),
            more:
              more > 0
                ? ` ${plural(more, 'more context is', 'more contexts are')} tied into the same knot.`
                : '',
          },
          span: first.span,
          element: first.id,
          elements: members,
          related: others.map(({ span, upstream = '', downstream = '' }) => ({
            span,
            message: `\`${nameOfId(upstream)}\` is upstream of \`${nameOfId(downstream)}\` here.`,
          })),
          facts: { ring },
        });
      }
    }
  },
});

function cyclesOf(model: Model, map: ContextMap): Ring<Relation>[] {
  const indexOf = new Map<ElementId, number>();
  const node = (id: ElementId) => {
    const index = indexOf.get(id) ?? indexOf.size;
    indexOf.set(id, index);
    return index;
  };
  const relations = relationsOf(model, map).filter(
    ({ directed, upstream, downstream }) =>
      directed && kindOfId(upstream) === 'context' && kindOfId(downstream) === 'context',
  );
  const edges = relations.map(
    ({ upstream, downstream }) => [node(upstream), node(downstream)] as const,
  );
  const graph = digraph(indexOf.size, edges);
  const ids = [...indexOf.keys()];
  return ringsOf(
    { ...graph, ids, components: stronglyConnectedComponents(graph) },
    relations.map(({ relation }) => relation),
  );
}
