import { closest } from '../../language/closest.js';
import { foldedName } from '../../language/names.js';
import type { Relation, RoleToken } from '../../model/elements/context-map.js';
import { addition, listOf, removal, type Side } from './role-edits.js';
import { defineRule, type Fix } from '../rule.js';

const upstreamOnly: Readonly<Record<string, string>> = {
  U: 'upstream',
  OHS: 'open-host service',
  PL: 'published language',
  S: 'supplier',
};
const downstreamOnly: Readonly<Record<string, string>> = {
  D: 'downstream',
  ACL: 'anticorruption layer',
  CF: 'conformist',
  C: 'customer',
};
const symmetricRoles: Readonly<Record<string, string>> = {
  P: 'partnership',
  SK: 'shared-kernel',
};
const known = { ...upstreamOnly, ...downstreamOnly, ...symmetricRoles };

export const roleMisuse = defineRule({
  id: 'role-misuse',
  category: 'context-map',
  severity: 'error',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'A role stands on the wrong side, does not fit the relation, or does not exist.',
  sources: [
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
    'ddd-crew (Plöd, Gunia, Tune et al.): Context Mapping (cheat sheet, README @556342d) (2020-23)',
  ],
  messages: {
    unknown: {
      what: '`{role}` is no role.{hint}',
      why: 'Upstream roles are U, OHS, PL and S; downstream roles D, ACL, CF and C.',
      remedy: 'Name one of them or remove it.',
    },
    wrongSide: {
      what: '`{role}` ({meaning}) belongs to the {right} side of a relation, not to the {wrong} one.',
      why: '{why}',
      remedy: 'Move it to the other side, or turn the arrow.',
    },
    aclAndConformist: {
      what: 'A downstream cannot be `ACL` and `CF` at once.',
      why: 'A conformist takes the upstream model as it is; an anticorruption layer keeps it out.',
      remedy: 'Keep the one that describes what the downstream team does.',
    },
    symmetric: {
      what: 'A {kind} has no `{role}`.',
      why: 'Both sides of a {kind} are equal; roles describe a dependency that has a direction.',
      remedy: 'Remove the role, or draw the relation with `->`.',
    },
    separate: {
      what: 'Who goes separate ways has no `{role}`.',
      why: 'Roles describe a dependency, and separate ways say that there is none.',
      remedy: 'Remove the role, or draw the relation with `->`.',
    },
    directed: {
      what: '`{role}` stands for a {kind}, which has no direction.',
      why: 'The arrow says that one side is upstream of the other, the role that neither is.',
      remedy: 'Draw the relation with `<->`, or remove the role.',
    },
    oneSided: {
      what: '`{role}` stands on one side only.',
      why: 'A {kind} is the same for both; a reader of the other side does not see it.',
      remedy: 'Add `{role}` to the other side, or name the kind behind a colon.',
    },
    alone: {
      what: 'One side is `{role}` ({meaning}), and the other one is no `{other}` ({otherMeaning}).',
      why: 'Customer and supplier is an agreement between two: the supplier plans for a customer who takes part.',
      remedy: 'Add `{other}` to the other side, or remove `{role}`.',
    },
  },
  check({ model, report }) {
    for (const relation of model.relations) {
      const { relationKind } = relation;
      const symmetric = /^(partnership|shared-kernel|separate-ways)$/.test(relationKind);
      for (const [side, token] of tokensOf(relation)) {
        const { role, span } = token;
        const at = { span, element: relation.id, elements: participants(relation) };
        const remove = removal(relation, side, token);
        if (!Object.hasOwn(known, role)) {
          const near = meant(role);
          const fixes: Fix[] = near
            ? [{ title: `Change to ${near}`, edits: [{ span, text: near }] }]
            : [];
          const hint = near ? ` Did you mean \`${near}\`?` : '';
          report({ message: 'unknown', data: { role, hint }, ...at, fixes: [...fixes, remove] });
        } else if (symmetric) {
          if (symmetricRoles[role] === relationKind) continue;
          if (relationKind === 'separate-ways') {
            report({ message: 'separate', data: { role }, ...at, fixes: [remove] });
            continue;
          }
          const kind = relationKind.replace('-', ' ');
          report({ message: 'symmetric', data: { role, kind }, ...at, fixes: [remove] });
        } else if (Object.hasOwn(symmetricRoles, role)) {
          const data = { role, kind: (symmetricRoles[role] ?? '').replace('-', ' ') };
          report({ message: 'directed', data, ...at, fixes: [remove] });
        } else if (Object.hasOwn(side === 'upstream' ? downstreamOnly : upstreamOnly, role)) {
          const right = side === 'upstream' ? 'downstream' : 'upstream';
          const why = whySide(role);
          const meaning = known[role as keyof typeof known] ?? '';
          const data = { role, meaning, right, wrong: side, why };
          const fixes = [move(relation, side, token), remove].filter((fix) => fix !== undefined);
          report({ message: 'wrongSide', data, ...at, fixes });
        }
      }
      if (symmetric) oneSided(relation, report);
      else pairs(relation, report);
    }
  },
});

/** The role that somebody meant: misspelt, with its letters mixed up, or written out. */
function meant(role: string): string | undefined {
  const letters = (text: string) => [...text.toUpperCase()].sort().join('');
  const mixed = Object.keys(known).find((one) => letters(one) === letters(role));
  const written = Object.entries(known).find(
    ([, meaning]) => foldedName(meaning.replaceAll(' ', '')) === foldedName(role),
  );
  return mixed ?? written?.[0] ?? closest(role, Object.keys(known), 1)[0];
}

type ReportHere = Parameters<NonNullable<typeof roleMisuse.check>>[0]['report'];

function tokensOf(relation: Relation): [Side, RoleToken][] {
  return [
    ...relation.upstreamRoles.map((token): [Side, RoleToken] => ['upstream', token]),
    ...relation.downstreamRoles.map((token): [Side, RoleToken] => ['downstream', token]),
  ];
}

function participants({ upstream, downstream }: Relation): string[] {
  return [upstream, downstream].filter((id) => id !== undefined);
}

function whySide(role: string): string {
  if (role === 'ACL')
    return 'It protects the model of the one who depends; the upstream has nothing to protect itself from.';
  if (role === 'CF') return 'Conforming is what the one who depends may decide to do.';
  if (role === 'OHS' || role === 'PL') return 'It is offered by the one whom others depend on.';
  return 'The arrow already says who is upstream; the role contradicts it.';
}

/** `P` and `SK` stand on both sides, or on none. */
function oneSided(relation: Relation, report: ReportHere): void {
  const [role] =
    Object.entries(symmetricRoles).find(([, kind]) => kind === relation.relationKind) ?? [];
  const tokens = tokensOf(relation).filter(([, token]) => token.role === role);
  const [first] = tokens;
  if (role === undefined || !first || tokens.length > 1) return;
  const [side, { span }] = first;
  const fixes = [addRole(relation, side === 'upstream' ? 'downstream' : 'upstream', role)];
  const kind = relation.relationKind.replace('-', ' ');
  const at = { span, element: relation.id, elements: participants(relation) };
  report({ message: 'oneSided', data: { role, kind }, ...at, fixes });
}

/** Combinations of roles that only make sense, or no sense, together. */
function pairs(relation: Relation, report: ReportHere): void {
  const { upstreamRoles, downstreamRoles } = relation;
  const find = (roles: readonly RoleToken[], role: string) =>
    roles.find((token) => token.role === role);
  const at = (token: RoleToken) => ({
    span: token.span,
    element: relation.id,
    elements: participants(relation),
  });
  const acl = find(downstreamRoles, 'ACL');
  const conformist = find(downstreamRoles, 'CF');
  if (acl && conformist) {
    const fixes = [acl, conformist].map((token) => removal(relation, 'downstream', token));
    report({ message: 'aclAndConformist', data: {}, ...at(conformist), fixes });
  }
  const supplier = find(upstreamRoles, 'S');
  const customer = find(downstreamRoles, 'C');
  if (supplier && !customer) {
    const data = { role: 'S', meaning: 'supplier', other: 'C', otherMeaning: 'customer' };
    const fixes = [addRole(relation, 'downstream', 'C')];
    report({ message: 'alone', data, ...at(supplier), fixes });
  }
  if (customer && !supplier) {
    const data = { role: 'C', meaning: 'customer', other: 'S', otherMeaning: 'supplier' };
    const fixes = [addRole(relation, 'upstream', 'S')];
    report({ message: 'alone', data, ...at(customer), fixes });
  }
}

function addRole(relation: Relation, side: Side, role: string): Fix {
  return { title: `Add ${role} to the other side`, edits: [addition(relation, side, role)] };
}

function move(relation: Relation, side: Side, token: RoleToken): Fix | undefined {
  const other: Side = side === 'upstream' ? 'downstream' : 'upstream';
  if (listOf(relation, other).roles.some(({ role }) => role === token.role)) return undefined;
  return {
    title: `Move ${token.role} to the ${other} side`,
    edits: [...removal(relation, side, token).edits, addition(relation, other, token.role)],
  };
}
