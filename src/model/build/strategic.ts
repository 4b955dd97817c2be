/** Declarations of the strategic level around the contexts. */
import type * as ast from '../../language/generated/ast.js';
import type { Subdomain } from '../elements/strategic.js';
import { collaborations } from './collaborations.js';
import { add, base, block, topLevel, type Place, type Sink } from './sink.js';
import type { Statement } from './statement.js';

export function system(sink: Sink, statement: Statement<ast.System>): void {
  const element = base(sink, 'system', statement, topLevel);
  const body = block(sink, 'system', statement.node.members, element.name);
  add(sink, element, {
    vision: body.text('vision'),
    engineers: body.number('engineers'),
    mesh: body.text('mesh'),
  });
}

export function domain(sink: Sink, statement: Statement<ast.Domain>): void {
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

export function team(sink: Sink, statement: Statement<ast.Team>): void {
  const element = base(sink, 'team', statement, topLevel);
  const body = block(sink, 'team', statement.node.members, element.name);
  add(sink, element, {
    size: body.number('size'),
    teamKind: body.word('kind'),
    contact: body.text('contact'),
    onCall: body.text('on-call'),
  });
}

export function actor(sink: Sink, statement: Statement<ast.Actor>): void {
  const element = base(sink, 'actor', statement, topLevel);
  const body = block(sink, 'actor', statement.node.members, element.name);
  add(sink, element, {});
  collaborations(sink, body, { scope: '', from: element.id });
}

export function broker(sink: Sink, statement: Statement<ast.Broker>): void {
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

export function library(sink: Sink, statement: Statement<ast.Library>): void {
  const element = base(sink, 'library', statement, topLevel);
  const body = block(sink, 'library', statement.node.members, element.name);
  add(sink, element, {
    libraryKind: body.word('kind'),
    version: body.text('version'),
  });
}
