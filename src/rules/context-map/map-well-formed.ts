import { boundaryOf, nameOfId } from '../../model/lookup.js';
import type { Relation } from '../../model/elements/context-map.js';
import type { Model } from '../../model/model.js';
import { pairKey } from '../../model/derived-relations.js';
import { drawnWith } from './role-edits.js';
import { defineRule } from '../rule.js';
import { removeStatement } from '../statement-fix.js';

const source =
  'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)';

export const mapWellFormed = defineRule({
  id: 'map-well-formed',
  category: 'context-map',
  severity: 'error',
  gate: { kind: 'structural' },
  summary:
    'A relation relates a context to itself, repeats or contradicts another one or its own arrow, or exposes or shares what its participants do not own.',
  sources: [source],
  messages: {
    self: {
      what: '`{name}` is related to itself.',
      why: 'A relation says how two models meet; a context has only one.',
      remedy: 'Remove the relation, or name the other context.',
    },
    repeated: {
      what: 'The relation between `{upstream}` and `{downstream}` is declared twice.',
      why: 'Two statements of the same fact drift apart.',
      remedy: 'Remove one of them, or merge their roles.',
    },
    contradiction: {
      what: '`{upstream}` and `{downstream}` are {kind} here and {otherKind} elsewhere in this map.',
      why: '{reason}',
      remedy: 'Decide on one of them and remove the other.',
    },
    arrow: {
      what: '`{kind}` is drawn with `{right}`, not with `{arrow}`.',
      why: 'The arrow says one thing of the two contexts, the word behind it another.',
      remedy: 'Draw it with `{right}`, or name what `{arrow}` stands for.',
    },
    notOwned: {
      what: '`{element}` is {verb} by this relation, but belongs to `{owner}`, not to {owners}.',
      why: 'A context can only offer what it owns.',
      remedy: 'Remove it from `{keyword}`, or relate `{owner}` instead.',
    },
  },
  check(context) {
    const { model, report } = context;
    for (const map of model.maps) {
      const relations = model.relations.filter((relation) => relation.map === map.id);
      const byPair = new Map<string, Relation[]>();
      for (const relation of relations) {
        const { upstream, downstream } = relation;
        ownership(model, relation, report);
        arrowOf(relation, report);
        if (upstream === undefined || downstream === undefined) continue;
        if (upstream === downstream) {
          report({
            message: 'self',
            data: { name: nameOfId(upstream) },
            span: relation.span,
            element: relation.id,
            elements: [upstream],
            fixes: [removeStatement('the relation', relation.span)],
          });
          continue;
        }
        const earlier = byPair.get(pairKey(upstream, downstream)) ?? [];
        conflict(relation, earlier, report);
        byPair.set(pairKey(upstream, downstream), [...earlier, relation]);
      }
    }
  },
});

type ReportHere = Parameters<NonNullable<typeof mapWellFormed.check>>[0]['report'];

/** Whether the arrow is that of the kind which is written behind it. */
function arrowOf(relation: Relation, report: ReportHere): void {
  const { arrow, kindSpan, relationKind: kind, upstream, downstream } = relation;
  if (!arrow || !kindSpan) return;
  const isSymmetric = kind === 'partnership' || kind === 'shared-kernel';
  const right = isSymmetric ? '<->' : kind === 'separate-ways' ? '><' : '->';
  if (right === arrow || (right === '->' && arrow === '<-')) return;
  report({
    message: 'arrow',
    data: { kind, right, arrow },
    span: kindSpan,
    element: relation.id,
    elements: [upstream, downstream].filter((id) => id !== undefined),
    fixes: [{ title: `Draw it with ${right}`, edits: [drawnWith(relation, right)] }],
  });
}

const directed = (relation: Relation) =>
  relation.relationKind === 'upstream-downstream' || relation.relationKind === 'customer-supplier';

function conflict(relation: Relation, earlier: readonly Relation[], report: ReportHere): void {
  const { upstream = '', downstream = '' } = relation;
  const at = {
    span: relation.span,
    element: relation.id,
    elements: [upstream, downstream],
  };
  for (const other of earlier) {
    const sameDirection = !directed(relation) || other.upstream === upstream;
    const related = [{ span: other.span, message: 'The other relation.' }];
    const names = { upstream: nameOfId(upstream), downstream: nameOfId(downstream) };
    if (directed(relation) && directed(other) && !sameDirection) {
      const reason = 'Each would be upstream of the other; then neither can go first.';
      const data = { ...names, kind: 'upstream and downstream', otherKind: 'the other way round' };
      report({ message: 'contradiction', data: { ...data, reason }, ...at, related });
      return;
    }
    const sameKind =
      relation.relationKind === other.relationKind || (directed(relation) && directed(other));
    if (sameKind && sameDirection) {
      const fixes = [removeStatement('this relation', relation.span)];
      report({ message: 'repeated', data: names, ...at, related, fixes });
      return;
    }
    const reason = contradictionOf(relation, other);
    if (reason !== undefined) {
      const data = { ...names, kind: relation.relationKind, otherKind: other.relationKind, reason };
      report({ message: 'contradiction', data, ...at, related });
      return;
    }
  }
}

/** Why two kinds of relation exclude each other on one pair; undefined where they do not. */
function contradictionOf(a: Relation, b: Relation): string | undefined {
  const kinds = [a.relationKind, b.relationKind];
  if (kinds.includes('separate-ways')) return 'Who goes separate ways has no other relation.';
  if (kinds.includes('partnership') && (directed(a) || directed(b))) {
    return 'Partners decide together; upstream and downstream do not.';
  }
  return undefined;
}

function ownership(model: Model, relation: Relation, report: ReportHere): void {
  const { upstream, downstream, exposes, shares } = relation;
  const check = (
    keyword: 'exposes' | 'shares',
    owners: readonly (string | undefined)[],
    references: Relation['exposes'],
  ) => {
    for (const { target, span } of references) {
      const owner = boundaryOf(model, target)?.id;
      if (owner === undefined || owners.includes(owner) || owners.includes(undefined)) continue;
      report({
        message: 'notOwned',
        data: {
          element: nameOfId(target),
          verb: keyword === 'exposes' ? 'exposed' : 'shared',
          owner: nameOfId(owner),
          owners: owners.map((id) => `\`${nameOfId(id ?? '')}\``).join(' or '),
          keyword,
        },
        span,
        element: relation.id,
        elements: [target, owner],
      });
    }
  };
  const symmetric =
    relation.relationKind === 'partnership' || relation.relationKind === 'shared-kernel';
  check('exposes', symmetric ? [upstream, downstream] : [upstream], exposes);
  check('shares', [upstream, downstream], shares);
}
