import type * as ast from '../../language/generated/ast.js';
import type { Api, Audience, ElementId, OperationKind } from '../model.js';
import { collaborations, targetsOf } from './collaborations.js';
import type { DraftResult } from './draft.js';
import type { Statement } from './statement.js';
import { sloFigures } from './services.js';
import { add, base, block, type Sink } from './sink.js';
import { pathNames, readParameter, readType, type TypePlace } from './types.js';

type OperationNode = ast.RestOperation | ast.RpcOperation | ast.GraphqlOperation;

/** The API that an operation stands in. */
interface ApiPlace {
  readonly id: ElementId;
  readonly scope: string;
  readonly service: ElementId;
  readonly style: Api['style'];
  readonly path: string | undefined;
  readonly audience: Audience;
}

const styleOfNode = {
  RestOperation: 'rest',
  RpcOperation: 'grpc',
  GraphqlOperation: 'graphql',
} as const;

export function operationDeclaration(
  sink: Sink,
  statement: Statement<OperationNode>,
  api: ApiPlace,
): void {
  const { reader } = sink;
  const { node } = statement;
  const element = base(sink, 'operation', statement, api);
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
  const names = rest ? pathNames(api.path, path) : undefined;
  const slo = sloFigures(body);
  const audience = body.word<Audience>('audience');
  const owner = element.id;
  const list = (keyword: string, kind: 'event' | 'command' | 'aggregate') =>
    targetsOf(sink, body, keyword, [kind], api.scope, owner);
  add(
    sink,
    element,
    {
      api: api.id,
      service: api.service,
      operationKind: operationKind(node),
      parameters: [],
      result: undefined,
      raises: [],
      emits: [],
      handles: [],
      modifies: [],
      idempotent: body.has('idempotent'),
      scopes: body.texts('scope'),
      audience: audience ?? api.audience,
      audienceDeclared: audience !== undefined,
      path,
      fullPath: path === undefined ? undefined : joinPaths(api.path, path),
      method: rest?.method,
      slo: Object.keys(slo.spans).length > 0 ? slo : undefined,
      load: body.rate('load'),
      summary: body.text('summary'),
    },
    {
      parameters: node.parameters.map((parameter) =>
        readParameter(reader, parameter, place, names),
      ),
      result: readResult(sink, node, place),
      refs: {
        raises: node.raises.map((error) => reader.ref(error, ['error'], api.scope, owner)),
        emits: list('emits', 'event'),
        handles: list('handles', 'command'),
        modifies: list('modifies', 'aggregate'),
      },
    },
  );
  collaborations(sink, body, {
    scope: api.scope,
    from: element.id,
    fromService: api.service,
    fromOperation: element.id,
  });
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

function readResult(sink: Sink, node: OperationNode, place: TypePlace): DraftResult {
  const { result } = node;
  const none = { optional: false, nullable: false, paged: false, stream: false };
  if (!result) return { status: 204, ...none };
  const span = sink.reader.span(result);
  // The grammar leaves the status out where there is none; its generated type does not say so.
  const status = result.status as string | undefined;
  const number = status === undefined ? undefined : Number(status);
  if (number !== undefined && !(Number.isInteger(number) && number >= 100 && number <= 599)) {
    sink.reader.problem(`\`${status}\` is no HTTP status. It lies between 100 and 599.`, span);
  }
  if (!result.type) return { status: number ?? 204, ...none, span };
  const { type, optional, nullable } = readType(sink.reader, result.type, place);
  const { paged, stream } = result;
  return { status: number ?? 200, type, optional, nullable, paged, stream, span };
}

/** `/v1/orders` and `/{id}` → `/v1/orders/{id}`; a path of `/` adds nothing. */
export function joinPaths(api: string | undefined, operation: string): string {
  const parts = [...(api ?? '').split('/'), ...operation.split('/')].filter((part) => part !== '');
  return `/${parts.join('/')}`;
}
