import { find } from '../../model/lookup.js';
import type { Service } from '../../model/elements/services.js';
import type { Store } from '../../model/elements/store.js';
import type { Model } from '../../model/model.js';
import { ownersOfUnresolved } from '../../model/unresolved.js';
import { defineRule, type Fix } from '../rule.js';

export const noOwner = defineRule({
  id: 'no-owner',
  category: 'ownership',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A service, or a store of no service, has no team in a model with teams.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'D. Taibi, V. Lenarduzzi, C. Pahl: Microservices Anti-Patterns: A Taxonomy (arXiv 1908.04101) (2019/20)',
  ],
  messages: {
    ownerless: {
      what: 'No team owns the {kind} `{name}`.',
      why: 'Nobody is asked before it changes, nobody patches it, and nobody gets up for it at night.',
      remedy: 'Name its `team`, or that of its context.',
    },
  },
  visit({ model, report }) {
    if (model.teams.length === 0) return {};
    const misnamed = ownersOfUnresolved(model, 'team');
    const judge = (element: Service | Store): void => {
      if (misnamed.has(element.id) || misnamed.has(element.context ?? '')) return;
      if (element.team !== undefined || (element.kind === 'store' && isOwned(model, element)))
        return;
      report({
        message: 'ownerless',
        data: { kind: element.kind, name: element.qualifiedName },
        span: element.nameSpan,
        element: element.id,
        fixes: onlyTeam(model, element),
      });
    };
    return { service: judge, store: judge };
  },
});

/** By a service, or by the team of its context. */
function isOwned(model: Model, { owner, context }: Store): boolean {
  return owner !== undefined || find(model, 'context', context)?.team !== undefined;
}

/** Where there is only one team, and the service has no block yet, it is easy to name. */
function onlyTeam(model: Model, element: Service | Store): Fix[] {
  const [team, ...others] = model.teams;
  const { nameSpan, span } = element;
  const bare = span.end.line === nameSpan.end.line && span.end.column === nameSpan.end.column;
  if (!team || others.length > 0 || element.kind !== 'service' || !bare) return [];
  const place = { file: span.file, start: span.end, end: span.end };
  return [
    { title: `Give it to ${team.name}`, edits: [{ span: place, text: ` { team ${team.name} }` }] },
  ];
}
