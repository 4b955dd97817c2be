import type * as ast from '../../language/generated/ast.js';
import type { Context, Term } from '../elements/context.js';
import type { ElementKind } from '../elements/identity.js';
import { none } from '../none.js';
import type { Block } from './block.js';
import { serviceDeclaration, storeDeclaration } from './services.js';
import { base, block, topLevel, type Place, type Sink } from './sink.js';
import type { Statement } from './statement.js';
import { aggregateDeclaration, typeDeclarations } from './tactical.js';
import { teamOf } from './team-of.js';

const domains: readonly ElementKind[] = ['subdomain', 'domain'];

export function context(sink: Sink, statement: Statement<ast.Context>): void {
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

function readTerm(sink: Sink, { node, span, doc }: Statement<ast.Term>): Term {
  const definition = sink.reader.text(node.definition);
  return {
    name: node.name?.text ?? sink.reader.text(node.quoted) ?? '',
    avoid: node.avoid.map((word) => sink.reader.text(word) ?? ''),
    span,
    nameSpan: sink.reader.span(node.name ?? node.quoted ?? node),
    definition,
    ...(doc === undefined ? {} : { doc }),
  };
}
