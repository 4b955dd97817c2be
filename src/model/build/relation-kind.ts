import type * as ast from '../../language/generated/ast.js';
import type { RelationKind, RoleToken } from '../elements/context-map.js';
import type { Sink } from './sink.js';

const relationKinds: readonly RelationKind[] = [
  'partnership',
  'shared-kernel',
  'separate-ways',
  'customer-supplier',
  'upstream-downstream',
];

/** The kind that is named, else the one that the arrow and the roles stand for. */
export function relationKind(
  sink: Sink,
  node: ast.Relation,
  upstream: readonly RoleToken[],
  downstream: readonly RoleToken[],
): RelationKind {
  const has = (roles: readonly RoleToken[], ...names: string[]) =>
    roles.some(({ role }) => names.includes(role));
  const declared = node.kind && declaredKind(sink, node.kind);
  const byArrow: RelationKind =
    node.arrow === '><'
      ? 'separate-ways'
      : node.arrow === '<->'
        ? has([...upstream, ...downstream], 'SK')
          ? 'shared-kernel'
          : 'partnership'
        : has(upstream, 'S') || has(downstream, 'C')
          ? 'customer-supplier'
          : 'upstream-downstream';
  return declared ?? byArrow;
}

/** Words for roles, which stand in brackets beside the one who has them. */
const roleWords: Readonly<Record<string, string>> = {
  conformist: 'CF',
  'anticorruption-layer': 'ACL',
  'anti-corruption-layer': 'ACL',
  'open-host-service': 'OHS',
  'open-host': 'OHS',
  'published-language': 'PL',
  customer: 'C',
  supplier: 'S',
};

function declaredKind({ reader }: Sink, word: ast.Word): RelationKind | undefined {
  const role = Object.hasOwn(roleWords, word.text) && roleWords[word.text];
  if (!role) return reader.oneOf(word.text, relationKinds, 'kind of relation', word);
  const [where, example] = ['CF', 'ACL', 'C'].includes(role)
    ? ['downstream', `-> [${role}] Downstream`]
    : ['upstream', `Upstream [${role}] ->`];
  reader.problem(
    `\`${word.text}\` is no kind of relation but a role of the ${where}: \`${example}\`.`,
    reader.span(word),
  );
  return undefined;
}
