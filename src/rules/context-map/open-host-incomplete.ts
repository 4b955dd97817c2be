import { find, nameOfId } from '../../model/lookup.js';
import type { Context } from '../../model/elements/context.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { relationsOf, type MapRelation } from './relations.js';
import { addition } from './role-edits.js';

export const openHostIncomplete = defineRule({
  id: 'open-host-incomplete',
  category: 'context-map',
  severity: 'info',
  gate: { kind: 'structural' },
  summary:
    'An open host publishes no language, or a context with many downstreams is no open host.',
  sources: [
    'E. Evans: Domain-Driven Design Reference (2015)',
    'ddd-crew (Plöd, Gunia, Tune et al.): Context Mapping (cheat sheet, README @556342d) (2020-23)',
  ],
  options: {
    ohsMin: {
      default: 3,
      minimum: 2,
      description: 'Downstreams from which on a context should be an open host.',
    },
  },
  messages: {
    language: {
      what: '`{upstream}` is an open host for {downstreams} without a published language.',
      why: 'A door that is open to everybody needs a language that everybody can learn, and that does not change with the rooms behind.',
      remedy: 'Add the role `PL`, or expose an API or event with a `version`.',
    },
    host: {
      what: '`{upstream}` serves {count} contexts, and each in its own way: {downstreams}.',
      why: 'Every relation needs its own agreement, its own translation and its own tests.',
      remedy: 'Offer one open-host service with a published language: `{upstream} [OHS, PL] -> …`.',
    },
  },
  check({ model, options, report }) {
    for (const map of model.maps) {
      const byUpstream = new Map<ElementId, MapRelation[]>();
      for (const entry of relationsOf(model, map)) {
        if (!entry.directed) continue;
        const known = byUpstream.get(entry.upstream);
        if (known) known.push(entry);
        else byUpstream.set(entry.upstream, [entry]);
      }
      for (const [id, relations] of byUpstream) {
        const context = find(model, 'context', id);
        if (!context) continue;
        const hosts = relations.filter(({ upstreamRoles }) => upstreamRoles.has('OHS'));
        const silent = hosts.filter((entry) => !publishes(model, entry));
        if (silent.length > 0) {
          report({
            message: 'language',
            data: { upstream: context.name, downstreams: downstreamsOf(silent) },
            ...place(context, silent),
            fixes: [
              {
                title: `Add PL to ${context.name}`,
                edits: silent.map(({ relation }) => addition(relation, 'upstream', 'PL')),
              },
            ],
          });
        }
        const downstreams = new Set(relations.map(({ downstream }) => downstream));
        if (hosts.length === 0 && downstreams.size >= options.ohsMin) {
          report({
            message: 'host',
            data: {
              upstream: context.name,
              count: downstreams.size,
              downstreams: downstreamsOf(relations),
            },
            ...place(context, relations),
          });
        }
      }
    }
  },
});

function place({ id }: Context, relations: readonly MapRelation[]) {
  const [first, ...others] = relations as [MapRelation, ...MapRelation[]];
  return {
    span: first.relation.upstreamSpan,
    element: id,
    elements: [id, ...relations.map(({ downstream }) => downstream)],
    related: others.map(({ relation, downstream }) => ({
      span: relation.upstreamSpan,
      message: `Upstream of \`${nameOfId(downstream)}\`, too.`,
    })),
  };
}

function downstreamsOf(relations: readonly MapRelation[]): string {
  return listed([...new Set(relations.map(({ downstream }) => `\`${nameOfId(downstream)}\``))]);
}

/** Whether the relation says PL, or exposes something with a version. */
function publishes(model: Model, { upstreamRoles, relation }: MapRelation): boolean {
  return (
    upstreamRoles.has('PL') || relation.exposes.some(({ target }) => isVersioned(model, target))
  );
}

function isVersioned(model: Model, id: ElementId): boolean {
  const element = model.elements.get(id);
  switch (element?.kind) {
    case 'api':
    case 'event':
    case 'command':
      return element.version !== undefined;
    case 'operation':
      return isVersioned(model, element.api);
    case 'service':
      return element.apis.some((api) => isVersioned(model, api));
    default:
      return false;
  }
}
