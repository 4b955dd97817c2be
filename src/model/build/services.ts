import type * as ast from '../../language/generated/ast.js';
import { closest } from '../../language/closest.js';
import { apiStyles, authSchemes } from '../../language/vocabulary/apis.js';
import type { Api, Audience, Auth } from '../elements/apis.js';
import type { ElementId, ElementKind } from '../elements/identity.js';
import type { Criticality, External, Service, TelemetrySignal } from '../elements/services.js';
import type { Slo, SloFigure } from '../elements/slo.js';
import type { Growing } from '../growing.js';
import { none } from '../none.js';
import type { Block } from './block.js';
import { collaborations, targetsOf } from './collaborations.js';
import { contextId } from './context-id.js';
import { operationDeclaration, type ApiPlace, type OperationNode } from './operations.js';
import type { Statement } from './statement.js';
import { add, base, block, topLevel, type Place, type Sink } from './sink.js';
import { teamOf } from './team-of.js';
import { typeDeclarations } from './tactical.js';
import { namesInPath } from './types.js';

const aggregates: readonly ElementKind[] = ['aggregate'];
const libraries: readonly ElementKind[] = ['library'];

export function serviceDeclaration(
  sink: Sink,
  statement: Statement<ast.Service>,
  place: Place,
): void {
  const element = base(sink, 'service', statement, place) as Growing<Service>;
  const body = block(sink, 'service', statement.node.members, element.name);
  const deployable = body.text('deployable');
  element.context = place.id ?? '';
  element.serviceKind = body.word('kind') ?? 'service';
  element.deployable = deployable ?? element.qualifiedName;
  element.deployableDeclared = deployable !== undefined;
  common(sink, body, element);
}

export function externalDeclaration(sink: Sink, statement: Statement<ast.External>): void {
  const element = base(sink, 'external', statement, topLevel) as Growing<External>;
  const body = block(sink, 'external', statement.node.members, element.name);
  element.serviceKind = body.word('kind');
  element.deployable = body.text('deployable');
  common(sink, body, element);
}

/** What services and externals have in common: all but where they stand. */
function common(sink: Sink, body: Block, element: Growing<Service | External>): void {
  const { id, qualifiedName } = element;
  element.team = undefined;
  element.teamDeclared = body.of('Team').length > 0;
  element.apis = none;
  element.stores = none;
  element.technology = body.text('technology');
  element.criticality = body.word<Criticality>('criticality');
  element.slo = sloOf(sink, body);
  element.outbox = body.has('outbox');
  element.owns = none;
  element.replicates = none;
  element.libraries = none;
  element.telemetry = body.has('telemetry')
    ? (body.texts('telemetry') as TelemetrySignal[])
    : undefined;
  element.runbook = body.text('runbook');
  element.rollout = body.word('rollout');
  element.replicas = body.number('replicas');
  element.status = body.word('status');
  const targets = (keyword: string, kinds: readonly ElementKind[], scope: string) =>
    targetsOf(sink, body, keyword, kinds, scope, id);
  const refs = {
    team: teamOf(sink, body, id),
    owns: targets('owns', aggregates, qualifiedName),
    replicates: targets('replicates', aggregates, qualifiedName),
    libraries: targets('libraries', libraries, ''),
  };
  add(sink, element, {}, { refs });
  serviceMembers(sink, body, element);
}

function serviceMembers(sink: Sink, body: Block, element: Growing<Service | External>): void {
  const inner: Place = { id: element.id, scope: element.qualifiedName };
  typeDeclarations(sink, body, inner);
  element.stores = listOf(body.of<ast.Store>('Store'), (statement) =>
    storeDeclaration(sink, statement, inner, undefined, element.id),
  );
  element.apis = listOf(body.of<ast.Api>('Api'), (statement) =>
    apiDeclaration(sink, statement, inner),
  );
  collaborations(sink, body, {
    scope: element.qualifiedName,
    from: element.id,
    fromService: element.id,
  });
}

/**
 * Ids of what is declared. They are the elements' own strings and not made anew: to look one up
 * that is another string takes to compare the two.
 */
function listOf<T>(statements: readonly T[], declare: (statement: T) => ElementId) {
  return statements.length === 0 ? none : statements.map(declare);
}

function sloOf(sink: Sink, body: Block): Slo | undefined {
  const [first, ...others] = body.of<ast.Slo>('Slo');
  for (const other of others) {
    sink.reader.problem('`slo` is given twice. Put all objectives into one block.', other.span);
  }
  return first && readSlo(sink, first);
}

function readSlo(sink: Sink, statement: Statement<ast.Slo>): Slo | undefined {
  return sloFigures(block(sink, 'slo', statement.node.members, ''), statement.span);
}

const figures = ['p50', 'p75', 'p90', 'p95', 'p99', 'availability', 'throughput'] as const;

/** Objectives among the properties of a block (an `slo`, or an operation), if there are any. */
export function sloFigures(body: Block, span?: Slo['span']): Slo | undefined {
  const spans: Partial<Record<SloFigure, Slo['span']>> = {};
  let found = false;
  for (const figure of figures) {
    const place = body.span(figure);
    if (!place) continue;
    spans[figure] = place;
    found = true;
  }
  if (!found && !span) return undefined;
  return {
    availability: body.percent('availability'),
    p50: body.duration('p50'),
    p75: body.duration('p75'),
    p90: body.duration('p90'),
    p95: body.duration('p95'),
    p99: body.duration('p99'),
    throughput: body.rate('throughput'),
    spans,
    span,
  };
}

export function storeDeclaration(
  sink: Sink,
  statement: Statement<ast.Store>,
  place: Place,
  context: ElementId | undefined,
  owner?: ElementId,
): ElementId {
  const element = base(sink, 'store', statement, place);
  const body = block(sink, 'store', statement.node.members, element.name);
  add(
    sink,
    element,
    {
      team: undefined,
      technology: statement.node.technology.text,
      owner,
      context: context ?? contextOfService(place),
      instance: body.text('instance'),
      availability: body.percent('availability'),
      replicas: body.number('replicas'),
      backup: body.duration('backup'),
    },
    { refs: { team: teamOf(sink, body, element.id) } },
  );
  return element.id;
}

function contextOfService(place: Place): ElementId | undefined {
  const [context, service] = place.scope.split('.');
  return service === undefined ? undefined : contextId(context ?? '');
}

function apiDeclaration(sink: Sink, statement: Statement<ast.Api>, place: Place): ElementId {
  const { reader } = sink;
  const { node } = statement;
  const element = base(sink, 'api', statement, place) as Growing<Api>;
  const body = block(sink, 'api', node.members, element.name);
  const declaredStyle = reader.oneOf(node.style.text, apiStyles, 'API style', node.style);
  const style = declaredStyle ?? closest(node.style.text, apiStyles, 1)[0] ?? guessStyle(body);
  const operations = body.statements.filter(isOperation);
  const audience = body.word<Audience>('audience');
  const path = body.text('path');
  add(sink, element, {
    service: place.id,
    style,
    audience: audience ?? 'internal',
    audienceDeclared: audience !== undefined,
    auth: readAuth(sink, body),
    operations: none,
    version: body.text('version'),
    path,
    rateLimit: body.rate('rate-limit'),
    depthLimit: body.number('depth-limit'),
  });
  const apiPlace: ApiPlace = {
    id: element.id,
    scope: element.qualifiedName,
    service: place.id ?? '',
    style: style as Api['style'],
    path,
    pathNames: namesInPath(path),
    audience: audience ?? 'internal',
  };
  element.operations = listOf(operations, (operation) =>
    operationDeclaration(sink, operation, apiPlace),
  );
  return element.id;
}

function isOperation(statement: Statement): statement is Statement<OperationNode> {
  return operationTypes.has(statement.node.$type);
}

const operationTypes: ReadonlySet<string> = new Set<OperationNode['$type']>([
  'RestOperation',
  'RpcOperation',
  'GraphqlOperation',
]);

/** The style that an API's operations show, where its own word is wrong. */
function guessStyle(body: Block): Api['style'] {
  if (body.of('RpcOperation').length > 0) return 'grpc';
  return body.of('GraphqlOperation').length > 0 ? 'graphql' : 'rest';
}

function readAuth(sink: Sink, body: Block): Auth[] {
  const { reader } = sink;
  const statements = body.of<ast.AuthProperty>('AuthProperty');
  for (const other of statements.slice(1)) {
    reader.problem('`auth` is given twice. List the schemes, separated by commas.', other.span);
  }
  return (statements[0]?.node.schemes ?? []).flatMap((scheme) => {
    const known = reader.oneOf(scheme.name.text, authSchemes, 'auth scheme', scheme.name);
    return known
      ? [{ scheme: known, scopes: scheme.scopes.map((scope) => reader.text(scope) ?? '') }]
      : [];
  });
}
