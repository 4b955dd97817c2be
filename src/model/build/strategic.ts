import type * as ast from '../../language/generated/ast.js';
import type { RelationKind, RoleToken } from '../elements/context-map.js';
import type { Context, Term } from '../elements/context.js';
import type { ElementKind } from '../elements/identity.js';
import type { Subdomain } from '../elements/strategic.js';
import { none } from '../none.js';
import type { Block } from './block.js';
import type { Ref } from './draft.js';
import { collaborations } from './collaborations.js';
import type { Statement } from './statement.js';
import { externalDeclaration, serviceDeclaration, storeDeclaration } from './services.js';
import { add, base, block, topLevel, type Place, type Sink } from './sink.js';
import { aggregateDeclaration, typeDeclarations } from './tactical.js';
import { flowDeclaration, viewDeclaration } from './views.js';

/** Declarations of the top level of a file. */
export function topLevelDeclarations(sink: Sink, top: Block): void {
  for (const statement of top.statements) {
    const build = builders[statement.node.$type];
    build?.(sink, statement as Statement<never>);
  }
}

type Build = (sink: Sink, statement: Statement<never>) => void;

const builders: Readonly<Record<string, Build>> = {
  System: system,
  Domain: domain,
  Team: team,
  Actor: actor,
  External: (sink: Sink, statement: Statement<ast.External>) => {
    externalDeclaration(sink, statement);
  },
  Broker: broker,
  Library: library,
  Context: context,
  ContextMap: contextMap,
  View: viewDeclaration,
  Flow: flowDeclaration,
};

function system(sink: Sink, statement: Statement<ast.System>): void {
  const element = base(sink, 'system', statement, topLevel);
  const body = block(sink, 'system', statement.node.members, element.name);
  add(sink, element, {
    engineers: body.number('engineers'),
    mesh: body.text('mesh'),
  });
}

function domain(sink: Sink, statement: Statement<ast.Domain>): void {
  const element = base(sink, 'domain', statement, topLevel);
  const body = block(sink, 'domain', statement.node.members, element.name);
  const place: Place = { id: element.id, scope: element.qualifiedName };
  const subdomains = body.of<ast.Subdomain>('Subdomain').map((sub) => {
    const subdomain = base(sink, 'subdomain', sub, place);
    const inner = block(sink, 'subdomain', sub.node.members, subdomain.name);
    const type: Subdomain['type'] = sub.node.type;
    const vision = inner.text('vision');
    return { subdomain, own: { type, domain: element.id, vision } };
  });
  add(sink, element, {
    subdomains: subdomains.map(({ subdomain }) => subdomain.id),
    vision: body.text('vision'),
  });
  for (const { subdomain, own } of subdomains) add(sink, subdomain, own);
}

function team(sink: Sink, statement: Statement<ast.Team>): void {
  const element = base(sink, 'team', statement, topLevel);
  const body = block(sink, 'team', statement.node.members, element.name);
  add(sink, element, {
    size: body.number('size'),
    teamKind: body.word('kind'),
    contact: body.text('contact'),
    onCall: body.text('on-call'),
  });
}

function actor(sink: Sink, statement: Statement<ast.Actor>): void {
  const element = base(sink, 'actor', statement, topLevel);
  const body = block(sink, 'actor', statement.node.members, element.name);
  add(sink, element, {});
  collaborations(sink, body, { scope: '', from: element.id });
}

function broker(sink: Sink, statement: Statement<ast.Broker>): void {
  const element = base(sink, 'broker', statement, topLevel);
  const body = block(sink, 'broker', statement.node.members, element.name);
  add(sink, element, {
    technology: statement.node.technology.text,
    url: body.text('url'),
    transport: body.word('transport'),
    availability: body.percent('availability'),
    delivery: body.word('delivery'),
  });
}

function library(sink: Sink, statement: Statement<ast.Library>): void {
  const element = base(sink, 'library', statement, topLevel);
  const body = block(sink, 'library', statement.node.members, element.name);
  add(sink, element, {
    libraryKind: body.word('kind'),
    version: body.text('version'),
  });
}

const teams: readonly ElementKind[] = ['team'];
const domains: readonly ElementKind[] = ['subdomain', 'domain'];

/** The team named in a block, as a reference. */
export function teamOf(sink: Sink, body: Block, owner: string): Ref | undefined {
  const named = body.of<ast.Team>('Team');
  const first = named[0];
  for (const other of named.slice(1)) {
    sink.reader.problem('`team` is given twice. Remove one of the two.', other.span);
  }
  if (!first) return undefined;
  const { node } = first;
  if (node.members.length > 0 || node.title) {
    sink.reader.problem(
      'A team is declared at the top level of a file; here only its name may stand.',
      first.span,
    );
  }
  return sink.reader.refAt(node.name.text, sink.reader.span(node.name), teams, '', owner);
}

function context(sink: Sink, statement: Statement<ast.Context>): void {
  const { reader } = sink;
  const element = base(sink, 'context', statement, topLevel);
  const body = block(sink, 'context', statement.node.members, element.name);
  const place: Place = { id: element.id, scope: element.qualifiedName };
  const teamRef = teamOf(sink, body, element.id);
  const draft: Context = Object.assign(element, {
    implements: none,
    responsibilities: body.texts('responsibilities'),
    volatilityDeclared: body.has('volatility'),
    terms: body.of<ast.Term>('Term').map((term) => readTerm(sink, term)),
    blocks: [element.span],
    blockNames: [element.nameSpan],
    vision: body.text('vision'),
    contextKind: body.word<NonNullable<Context['contextKind']>>('kind'),
    volatility: body.word<NonNullable<Context['volatility']>>('volatility'),
    evolution: body.word<NonNullable<Context['evolution']>>('evolution'),
  });
  const { spans } = body;
  sink.contexts.push({
    element: draft,
    refs: {
      implements: reader.refs(statement.node.implements, domains, '', element.id),
      team: teamRef,
    },
    propertySpans: teamRef ? { ...spans, team: teamRef.span } : spans,
  });
  contextMembers(sink, body, place);
}

function contextMembers(sink: Sink, body: Block, place: Place): void {
  for (const statement of body.of<ast.Aggregate>('Aggregate')) {
    aggregateDeclaration(sink, statement, place);
  }
  typeDeclarations(sink, body, place);
  for (const statement of body.of<ast.Service>('Service')) {
    serviceDeclaration(sink, statement, place);
  }
  for (const statement of body.of<ast.Store>('Store')) {
    storeDeclaration(sink, statement, place, place.id);
  }
}

function readTerm(sink: Sink, { node, span }: Statement<ast.Term>): Term {
  const definition = sink.reader.text(node.definition);
  return {
    name: node.name?.text ?? sink.reader.text(node.quoted) ?? '',
    avoid: node.avoid.map((word) => sink.reader.text(word) ?? ''),
    span,
    definition,
  };
}

function contextMap(sink: Sink, statement: Statement<ast.ContextMap>): void {
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

const relationKinds: readonly RelationKind[] = [
  'partnership',
  'shared-kernel',
  'separate-ways',
  'customer-supplier',
  'upstream-downstream',
];

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
    ...reader.annotated(statement.annotations),
    map: map.id,
    origin: 'declared' as const,
    relationKind: relationKind(sink, node, upstreamRoles, downstreamRoles),
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

function relationKind(
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
  if (!declared) return byArrow;
  const symmetric = (kind: RelationKind) => kind === 'partnership' || kind === 'shared-kernel';
  const directed = (kind: RelationKind) => /^(customer-supplier|upstream-downstream)$/.test(kind);
  const fits =
    node.arrow === '><'
      ? declared === 'separate-ways'
      : node.arrow === '<->'
        ? symmetric(declared)
        : directed(declared);
  if (!fits) {
    const arrow = symmetric(declared) ? '<->' : declared === 'separate-ways' ? '><' : '->';
    sink.reader.problem(
      `\`${declared}\` is drawn with \`${arrow}\`, not with \`${node.arrow}\`.`,
      node.kind ? sink.reader.span(node.kind) : sink.reader.span(node),
    );
  }
  return declared;
}
