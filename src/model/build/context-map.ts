import type * as ast from '../../language/generated/ast.js';
import type { RoleToken } from '../elements/context-map.js';
import { annotatedBy } from './annotations.js';
import { relationKind } from './relation-kind.js';
import { add, base, block, topLevel, type Sink } from './sink.js';
import type { Statement } from './statement.js';

export function contextMap(sink: Sink, statement: Statement<ast.ContextMap>): void {
  const element = base(sink, 'contextmap', statement, topLevel);
  const body = block(sink, 'contextmap', statement.node.members, element.name);
  const ids = new Map<string, number>();
  const relations = body
    .of<ast.Relation>('Relation')
    .map((relation) => readRelation(sink, relation, element, ids));
  add(sink, element, {
    leading: false,
    relations: relations.map(({ element: { id } }) => id),
    state: body.word('state'),
  });
  for (const relation of relations) add(sink, relation.element, {}, { refs: relation.refs });
}

function readRelation(
  sink: Sink,
  statement: Statement<ast.Relation>,
  map: { readonly id: string; readonly name: string },
  ids: Map<string, number>,
) {
  const { reader } = sink;
  const { node } = statement;
  const flipped = node.arrow === '<-';
  const [up, down] = flipped ? [node.right, node.left] : [node.left, node.right];
  const [upRoles, downRoles] = flipped
    ? [node.rightRoles, node.leftRoles]
    : [node.leftRoles, node.rightRoles];
  const roles = (list: ast.Roles | undefined): RoleToken[] =>
    (list?.roles ?? []).map((word) => ({ role: word.text, span: reader.span(word) }));
  const upstreamRoles = roles(upRoles);
  const downstreamRoles = roles(downRoles);
  const name = `${map.name}.${up.text}->${down.text}`;
  const count = (ids.get(name) ?? 0) + 1;
  ids.set(name, count);
  const id = `relation:${name}${count > 1 ? `#${String(count)}` : ''}`;
  const body = block(sink, 'relation', node.members, '');
  const comment = reader.text(node.comment);
  const participant = (path: ast.Path) => reader.ref(path, ['context', 'external'], '', id);
  const targets = (keyword: string) =>
    body
      .of<ast.Collaboration>('Collaboration')
      .filter(({ node: { keyword: found } }) => found === keyword)
      .flatMap(({ node: { targets: paths } }) => paths)
      .flatMap(({ path }) => (path ? [reader.ref(path, sharedKinds, up.text, id)] : []));
  const element = {
    kind: 'relation' as const,
    id,
    name: `${up.text}->${down.text}`,
    qualifiedName: name,
    parent: map.id,
    doc: statement.doc,
    span: statement.span,
    nameSpan: reader.span(up),
    ...annotatedBy(reader, statement.annotations),
    map: map.id,
    origin: 'declared' as const,
    relationKind: relationKind(sink, node, upstreamRoles, downstreamRoles),
    arrow: node.arrow,
    kindSpan: node.kind && reader.span(node.kind),
    upstreamRoles,
    downstreamRoles,
    upstream: undefined,
    downstream: undefined,
    upstreamSpan: reader.span(up),
    downstreamSpan: reader.span(down),
    exposes: [],
    shares: [],
    evidence: [],
    technology: body.text('technology'),
    comment,
    upstreamRolesSpan: upRoles && reader.span(upRoles),
    downstreamRolesSpan: downRoles && reader.span(downRoles),
  };
  return {
    element,
    refs: {
      upstream: participant(up),
      downstream: participant(down),
      exposes: targets('exposes'),
      shares: targets('shares'),
    },
  };
}

/** What a relation may expose or share. */
const sharedKinds = [
  'aggregate',
  'service',
  'api',
  'event',
  'command',
  'value',
  'entity',
  'enum',
  'scalar',
  'union',
  'error',
  'operation',
  'store',
] as const;
