import { boundaryOf, find, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { relationsOf, type MapRelation } from './relations.js';

export const sharedKernelTooBig = defineRule({
  id: 'shared-kernel-too-big',
  category: 'context-map',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A shared kernel is large, lies between teams, or is one of several of a context.',
  sources: [
    'E. Evans: Domain-Driven Design Reference (2015)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
  ],
  options: {
    kernelMax: { default: 5, minimum: 0, description: 'Shared elements that are still fine.' },
    kernelShare: {
      default: 0.25,
      minimum: 0,
      description: 'Share of the smaller context that the kernel may be, from two elements on.',
    },
  },
  messages: {
    size: {
      what: 'The shared kernel of `{a}` and `{b}` has {count} elements, more than {max}.',
      why: 'Every element of it can only be changed by both at once.',
      remedy: 'Give the kernel a context of its own, or publish a language instead.',
    },
    share: {
      what: 'The shared kernel of `{a}` and `{b}` is {count} of the {total} elements of `{smaller}`.',
      why: 'What two contexts share to such a part is hardly two models.',
      remedy: 'Merge the contexts, or give the kernel a context of its own.',
    },
    teams: {
      what: 'The shared kernel of `{a}` and `{b}` belongs to two teams: {teamA} and {teamB}.',
      why: 'No team can change it without the other, and neither is responsible for it.',
      remedy: 'Let one team own it as a context with a published language, or form a partnership.',
    },
    several: {
      what: '`{context}` shares {count} kernels: with {others}.',
      why: 'Each kernel ties it to one more release; together they tie its partners to each other.',
      remedy: 'Make one context of the kernels, with a published language.',
    },
  },
  check({ model, options, report }) {
    if (!model.relations.some(({ relationKind }) => relationKind === 'shared-kernel')) return;
    const sizes = elementsByBoundary(model);
    const teams = teamsByContext(model);
    for (const map of model.maps) {
      const byContext = new Map<ElementId, MapRelation[]>();
      for (const entry of relationsOf(model, map)) {
        const { relation, upstream, downstream } = entry;
        if (relation.relationKind !== 'shared-kernel') continue;
        for (const id of [upstream, downstream]) {
          const known = byContext.get(id);
          if (known) known.push(entry);
          else byContext.set(id, [entry]);
        }
        const names = { a: nameOfId(upstream), b: nameOfId(downstream) };
        const at = {
          span: relation.span,
          element: relation.id,
          elements: [upstream, downstream],
        };
        const count = new Set([...relation.shares, ...relation.exposes].map(({ target }) => target))
          .size;
        const [sizeA, sizeB] = [sizes.get(upstream) ?? 0, sizes.get(downstream) ?? 0];
        const total = Math.min(sizeA, sizeB);
        if (count > options.kernelMax) {
          report({ message: 'size', data: { ...names, count, max: options.kernelMax }, ...at });
        } else if (count > 1 && total > 0 && count / total > options.kernelShare) {
          const smaller = sizeA <= sizeB ? names.a : names.b;
          report({ message: 'share', data: { ...names, count, total, smaller }, ...at });
        }
        const [ownersA, ownersB] = [teams.get(upstream), teams.get(downstream)];
        if (ownersA && ownersB && ![...ownersA].some((team) => ownersB.has(team))) {
          const data = { ...names, teamA: teamText(ownersA), teamB: teamText(ownersB) };
          report({ message: 'teams', data, ...at });
        }
      }
      for (const [id, relations] of byContext) {
        const context = find(model, 'context', id);
        if (!context || relations.length < 2) continue;
        const others = relations.map(({ upstream, downstream }) =>
          upstream === id ? downstream : upstream,
        );
        report({
          message: 'several',
          data: {
            context: context.name,
            count: relations.length,
            others: listed(others.map((other) => `\`${nameOfId(other)}\``)),
          },
          span: context.nameSpan,
          element: id,
          elements: [id, ...others],
          related: relations.map(({ relation }) => ({ span: relation.span, message: 'A kernel.' })),
        });
      }
    }
  },
});

/** How many elements each context declares, itself not counted. */
function elementsByBoundary(model: Model): Map<ElementId, number> {
  const sizes = new Map<ElementId, number>();
  for (const { id, kind } of model.elements.values()) {
    if (kind === 'relation' || kind === 'step') continue;
    const boundary = boundaryOf(model, id)?.id;
    if (boundary === undefined || boundary === id) continue;
    sizes.set(boundary, (sizes.get(boundary) ?? 0) + 1);
  }
  return sizes;
}

/** Teams of a context and its aggregates; contexts without any are missing. */
function teamsByContext(model: Model): Map<ElementId, Set<ElementId>> {
  const teams = new Map<ElementId, Set<ElementId>>();
  const add = (context: ElementId, team: ElementId | undefined) => {
    if (team === undefined) return;
    const known = teams.get(context) ?? new Set();
    teams.set(context, known.add(team));
  };
  for (const { id, team } of model.contexts) add(id, team);
  for (const { context, team } of model.aggregates) add(context, team);
  return teams;
}

function teamText(teams: ReadonlySet<ElementId>): string {
  return listed([...teams].map((team) => `\`${nameOfId(team)}\``));
}
