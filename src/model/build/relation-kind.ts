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
  const declared =
    node.kind && sink.reader.oneOf(node.kind.text, relationKinds, 'kind of relation', node.kind);
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
