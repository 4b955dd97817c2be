/** A gRPC API as a protobuf file that `buf lint` (STANDARD) has nothing to say about. */
import { contextOf, find } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation, Parameter } from '../../model/elements/operations.js';
import type { Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import type { ContractsConfig } from '../config.js';
import type { ContractRemark } from '../document.js';
import { cased, unique } from '../naming.js';
import { provider, titleOf } from '../owner.js';
import { protoLocation } from '../plan.js';
import { byText } from '../tree.js';
import { componentNames, reachableTypes } from '../types/components.js';
import { typeElement } from '../types/resolve.js';
import {
  argumentName,
  block,
  formerTypeName,
  messageText,
  typeText,
  type ProtoField,
  type ProtoScope,
} from './messages.js';
import { messageName } from './names.js';
import { FieldNumbers } from './numbers.js';
import { comment } from './text.js';
import { type Wrapper } from './types.js';
import { errorStatus } from './status.js';

interface Rpc {
  readonly operation: Operation;
  readonly name: string;
  readonly request: string;
  readonly response: string;
}

/** The file of one gRPC API. New numbers are put into `numbers`. */
export function protobuf(
  model: Model,
  config: ContractsConfig,
  api: Api,
  numbers = new FieldNumbers(),
): { readonly text: string; readonly remarks: readonly ContractRemark[] } | undefined {
  const owner = provider(model, api.service);
  if (!owner) return undefined;
  const operations = api.operations
    .flatMap((id) => find(model, 'operation', id) ?? [])
    .sort((a, b) => byText(a.id, b.id));
  const taken = new Set<string>();
  const rpcs = operations.map((operation): Rpc => {
    const name = unique(messageName(operation.name), taken);
    return { operation, name, request: `${name}Request`, response: `${name}Response` };
  });
  const reserved = new Set(rpcs.flatMap((rpc) => [rpc.request, rpc.response]));
  const types = apiTypes(model, operations);
  const names = typeNames(model, types, contextOf(model, api.id)?.id, rpcs, reserved);
  const remarks: ContractRemark[] = [];
  const scope: ProtoScope = {
    model,
    style: config.style,
    types: { model, names, imports: new Set(), wrappers: new Map() },
    numbers,
    api: api.id,
  };

  const merged = new Set(rpcs.flatMap((rpc) => merge(scope, rpc)?.id ?? []));
  const service = serviceText(scope, api, rpcs);
  const requests = rpcs.flatMap((rpc) => [requestText(scope, rpc), responseText(scope, rpc)]);
  const messages = types
    .filter((type) => !merged.has(type.id))
    .map((type) => typeText(scope, type))
    .filter((lines) => lines.length > 0);
  const wrappers = [...scope.types.wrappers].map(([text, wrapper]) => wrapperText(text, wrapper));
  const { folders } = protoLocation(model, api);
  const head = comment('', `${titleOf(api)} of ${titleOf(owner)}.`, `x-arch-id: ${api.id}`);
  const sections = [
    [...head, 'syntax = "proto3";'],
    [`package ${folders.join('.')};`],
    [...scope.types.imports].sort().map((file) => `import "${file}";`),
    service,
    ...requests,
    ...messages,
    ...wrappers,
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { text: `${text}\n`, remarks };
}

function apiTypes(model: Model, operations: readonly Operation[]): TypeElement[] {
  return reachableTypes(
    model,
    operations.flatMap((operation) => [
      ...operation.parameters.map((parameter) => parameter.type),
      ...(operation.result.type ? [operation.result.type] : []),
    ]),
    operations.flatMap((operation) => operation.raises.map(({ target }) => target)),
  ).filter((type) => type.kind !== 'scalar');
}

/**
 * A type that is called just like the request of the one operation that takes it alone is that
 * request; every other type keeps clear of the names of requests and responses.
 */
function typeNames(
  model: Model,
  types: readonly TypeElement[],
  home: ElementId | undefined,
  rpcs: readonly Rpc[],
  reserved: ReadonlySet<string>,
): Map<ElementId, string> {
  const simple = componentNames(model, types, home);
  const requests = new Map(
    rpcs.flatMap((rpc) => {
      const type = soleType(model, rpc.operation.parameters);
      return type && messageName(type.name) === rpc.request
        ? [[type.id, rpc.request] as const]
        : [];
    }),
  );
  const taken = new Set(reserved);
  return new Map(
    types.map((type) => [
      type.id,
      requests.get(type.id) ?? unique(messageName(simple.get(type.id)!), taken),
    ]),
  );
}

/** The type with fields that is the only, required, parameter. */
function soleType(model: Model, parameters: readonly Parameter[]): TypeElement | undefined {
  const [only, ...more] = parameters;
  if (!only || more.length > 0 || only.type.shape !== 'named' || only.optional || only.nullable)
    return undefined;
  const element = typeElement(model, only.type.target);
  return element && 'fields' in element ? element : undefined;
}

/** The type whose message is the request itself. */
function merge(scope: ProtoScope, rpc: Rpc): TypeElement | undefined {
  const type = soleType(scope.model, rpc.operation.parameters);
  return type && scope.types.names.get(type.id) === rpc.request ? type : undefined;
}

function serviceText(scope: ProtoScope, api: Api, rpcs: readonly Rpc[]): string[] {
  const base = messageName(api.name);
  const own = base.endsWith('Service') ? base : `${base}Service`;
  const taken = new Set([
    ...scope.types.names.values(),
    ...rpcs.flatMap((rpc) => [rpc.request, rpc.response]),
  ]);
  let name = own;
  for (let n = 2; taken.has(name); n++) name = `${base}${n}Service`;
  const lines = rpcs.flatMap(({ operation, name: rpc, request, response }, index) => [
    ...(index === 0 ? [] : ['']),
    ...comment(
      '  ',
      operation.doc ?? operation.summary ?? operation.title,
      errors(scope, operation),
      operation.idempotent ? 'Idempotent: it may be sent again.' : '',
      `x-arch-id: ${operation.id}`,
    ),
    `  rpc ${rpc}(${streamed(operation.parameters[0])}${request}) returns (${streamed(operation.result)}${response})${rpcOptions(operation)}`,
  ]);
  return [...comment('', api.doc ?? titleOf(api)), ...block(`service ${name}`, lines)];
}

function streamed(of: { readonly stream: boolean } | undefined): string {
  return of?.stream ? 'stream ' : '';
}

function rpcOptions(operation: Operation): string {
  const options = [
    operation.deprecated ? 'option deprecated = true;' : '',
    operation.idempotent ? 'option idempotency_level = IDEMPOTENT;' : '',
  ].filter((option) => option !== '');
  return options.length === 0
    ? ';'
    : ` {\n${options.map((option) => `    ${option}\n`).join('')}  }`;
}

function errors(scope: ProtoScope, operation: Operation): string {
  const found = operation.raises.flatMap(({ target }) => find(scope.model, 'error', target) ?? []);
  if (found.length === 0) return '';
  const texts = found.map((error) => `${scope.types.names.get(error.id)!} (${errorStatus(error)})`);
  return `Errors: ${[...new Set(texts)].sort(byText).join(', ')}. Each is a detail of the status.`;
}

function requestText(scope: ProtoScope, rpc: Rpc): string[] {
  const type = merge(scope, rpc);
  if (type) return typeText(scope, type);
  const { operation } = rpc;
  const taken = new Set<string>();
  const fields = operation.parameters.map((parameter): ProtoField & { json: string } => {
    const target =
      parameter.type.shape === 'named'
        ? typeElement(scope.model, parameter.type.target)?.name
        : undefined;
    // `rpc convert(Money, Currency)`: arguments without a name are all called the same.
    const name = unique(argumentName(parameter.name, target), taken);
    const renamedFrom = parameter.name === '' ? formerName(scope, parameter.type) : undefined;
    return { ...parameter, name, renamedFrom, json: cased(name, scope.style.casing) };
  });
  const paging: ProtoField[] = operation.result.paged
    ? [
        field('limit', 'int32', 'How many items a page holds at most.'),
        field('cursor', 'string', 'Where the page starts: the cursor that the page before gave.'),
      ].filter((one) => !fields.some((other) => other.name === one.name))
    : [];
  return [
    ...comment(
      '',
      `The ${operation.parameters[0]?.stream ? 'items of the request' : 'request'} of ${rpc.name}.`,
    ),
    ...messageText(scope, rpc.request, `${operation.id} request`, [...fields, ...paging]),
  ];
}

function responseText(scope: ProtoScope, rpc: Rpc): string[] {
  const { result } = rpc.operation;
  const fields: ProtoField[] = [];
  if (result.type) {
    const target =
      result.type.shape === 'named'
        ? typeElement(scope.model, result.type.target)?.name
        : undefined;
    const item = {
      type: result.type,
      constraints: {},
      optional: result.optional,
      nullable: result.nullable,
    };
    if (result.paged) {
      fields.push(
        { ...item, name: 'items', type: { shape: 'list', item: result.type }, optional: false },
        field('nextCursor', 'string', 'The cursor of the next page; empty on the last one.'),
      );
    } else {
      const renamedFrom = formerName(scope, result.type);
      fields.push({ ...item, name: argumentName('', target ?? 'result'), renamedFrom });
    }
  }
  return [
    ...comment('', `The ${result.stream ? 'items of the answer' : 'answer'} of ${rpc.name}.`),
    ...messageText(scope, rpc.response, `${rpc.operation.id} response`, fields),
  ];
}

/** What a field that is named after its type was called before the type was renamed. */
function formerName({ model }: ProtoScope, type: Type): string | undefined {
  const former = type.shape === 'named' ? formerTypeName(model, type.target) : undefined;
  return former === undefined ? undefined : argumentName('', former);
}

function field(name: string, type: 'int32' | 'string', doc: string): ProtoField {
  return {
    name,
    type: { shape: 'primitive', name: type },
    constraints: {},
    optional: false,
    nullable: false,
    doc,
  };
}

function wrapperText(text: string, wrapper: Wrapper): string[] {
  const meaning = wrapper.field === 'items' ? 'A list' : 'A map';
  return [
    ...comment('', `${meaning} as a message, because protobuf cannot nest one directly.`),
    ...block(`message ${wrapper.name}`, [`  ${text} ${wrapper.field} = 1;`]),
  ];
}
