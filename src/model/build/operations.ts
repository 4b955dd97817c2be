import type * as ast from '../../language/generated/ast.js';
import type { Api, Audience } from '../elements/apis.js';
import type { ElementId, ElementKind } from '../elements/identity.js';
import type { Operation, OperationKind, Parameter, Result } from '../elements/operations.js';
import type { Growing } from '../growing.js';
import { none } from '../none.js';
import { collaborations, targetsOf } from './collaborations.js';
import type { DraftType, NamedType } from './draft.js';
import type { Statement } from './statement.js';
import { sloFigures } from './services.js';
import { add, base, block, type Sink } from './sink.js';
import { namesInPath, readParameter, readType, withNames, type TypePlace } from './types.js';

export type OperationNode = ast.RestOperation | ast.RpcOperation | ast.GraphqlOperation;

/** The API that an operation stands in. */
export interface ApiPlace {
  readonly id: ElementId;
  readonly scope: string;
  readonly service: ElementId;
  readonly style: Api['style'];
  readonly path: string | undefined;
  /** Names in the API's own path template. */
  readonly pathNames: readonly string[];
  readonly audience: Audience;
}

const styleOfNode = {
  RestOperation: 'rest',
  RpcOperation: 'grpc',
  GraphqlOperation: 'graphql',
} as const;

const errors: readonly ElementKind[] = ['error'];
const events: readonly ElementKind[] = ['event'];
const commands: readonly ElementKind[] = ['command'];
const aggregates: readonly ElementKind[] = ['aggregate'];

export function operationDeclaration(
  sink: Sink,
  statement: Statement<OperationNode>,
  api: ApiPlace,
): ElementId {
  const { reader } = sink;
  const { node } = statement;
  const element = base(sink, 'operation', statement, api) as Growing<Operation>;
  if (styleOfNode[node.$type] !== api.style) {
    reader.problem(
      `A ${api.style} API has ${operationForms[api.style]}, not \`${firstWord(node)}\`.`,
      element.nameSpan,
    );
  }
  const body = block(sink, 'operation', node.members, element.name);
  const rest = node.$type === 'RestOperation' ? node : undefined;
  const path = rest && reader.text(rest.path);
  const place: TypePlace = { scope: api.scope, owner: element.id };
  const names = rest && [...api.pathNames, ...namesInPath(path)];
  const audience = body.word<Audience>('audience');
  const owner = element.id;
  const { parameters, types } = readParameters(sink, node, place, names);
  const { result, type } = readResult(sink, node, place);
  element.api = api.id;
  element.service = api.service;
  element.operationKind = operationKind(node);
  element.parameters = parameters;
  element.result = result;
  element.raises = none;
  element.emits = none;
  element.handles = none;
  element.modifies = none;
  element.idempotent = body.has('idempotent');
  element.scopes = body.texts('scope');
  element.audience = audience ?? api.audience;
  element.audienceDeclared = audience !== undefined;
  element.path = path;
  element.fullPath = path === undefined ? undefined : joinPaths(api.path, path);
  element.method = rest?.method;
  element.slo = sloFigures(body);
  element.load = body.rate('load');
  element.summary = body.text('summary');
  const refs = {
    raises: reader.refs(node.raises, errors, api.scope, owner),
    emits: targetsOf(sink, body, 'emits', events, api.scope, owner),
    handles: targetsOf(sink, body, 'handles', commands, api.scope, owner),
    modifies: targetsOf(sink, body, 'modifies', aggregates, api.scope, owner),
  };
  add(sink, element, {}, { types, type, refs });
  collaborations(sink, body, {
    scope: api.scope,
    from: element.id,
    fromService: api.service,
    fromOperation: element.id,
  });
  return element.id;
}

const operationForms = {
  rest: 'operations such as `GET "/{id}" name(…)`',
  grpc: 'operations such as `rpc name(Request): Response`',
  graphql: '`query`, `mutation` and `subscription`',
} as const;

function firstWord(node: OperationNode): string {
  if (node.$type === 'RestOperation') return node.method;
  return node.$type === 'RpcOperation' ? 'rpc' : node.kind;
}

function operationKind(node: OperationNode): OperationKind {
  if (node.$type === 'RestOperation') return 'rest';
  return node.$type === 'RpcOperation' ? 'rpc' : node.kind;
}

function readParameters(
  { reader }: Sink,
  node: OperationNode,
  place: TypePlace,
  pathNames: readonly string[] | undefined,
): { readonly parameters: readonly Parameter[]; readonly types?: readonly NamedType[] } {
  if (node.parameters.length === 0) return { parameters: none };
  const parameters: Parameter[] = [];
  let types: NamedType[] | undefined;
  for (const parameter of node.parameters) {
    const { read, type } = readParameter(reader, parameter, place, pathNames);
    if (read.stream && (node.$type !== 'RpcOperation' || node.parameters.length > 1)) {
      const message =
        'Only the one request of an `rpc` is a stream: `rpc upload(stream Part): Report`.';
      reader.problem(message, read.span);
    }
    if (withNames(type)) (types ??= []).push({ at: parameters.length, type });
    parameters.push(read);
  }
  return { parameters: parameters.slice(), types };
}

/** The result without the names in its type, and that type. */
function readResult(
  sink: Sink,
  node: OperationNode,
  place: TypePlace,
): { readonly result: Result; readonly type?: DraftType } {
  const { result } = node;
  if (!result) return { result: resultOf(204, undefined) };
  const span = sink.reader.span(result);
  // The grammar leaves the status out where there is none; its generated type does not say so.
  const status = result.status as string | undefined;
  const number = status === undefined ? undefined : Number(status);
  if (number !== undefined && !(Number.isInteger(number) && number >= 100 && number <= 599)) {
    sink.reader.problem(`\`${status}\` is no HTTP status. It lies between 100 and 599.`, span);
  }
  if (!result.type) return { result: resultOf(number ?? 204, span) };
  const { type, optional, nullable } = readType(sink.reader, result.type, place);
  const { paged, stream } = result;
  const read = { ...resultOf(number ?? 200, span), optional, nullable, paged, stream };
  return { result: read, type };
}

function resultOf(status: number, span: Result['span']): Result {
  const none = { optional: false, nullable: false, paged: false, stream: false };
  return { status, type: undefined, ...none, span };
}

/** `/v1/orders` and `/{id}` → `/v1/orders/{id}`; a path of `/` adds nothing. */
export function joinPaths(api: string | undefined, operation: string): string {
  const outer = normalPath(api ?? '');
  const inner = normalPath(operation);
  if (inner === '/') return outer;
  return outer === '/' ? inner : outer + inner;
}

/** With one slash before each part and none at the end. */
function normalPath(path: string): string {
  if (path.startsWith('/') && !path.endsWith('/') && !path.includes('//')) return path;
  const parts = path.split('/').filter((part) => part !== '');
  return `/${parts.join('/')}`;
}
