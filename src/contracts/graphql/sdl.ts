/** A GraphQL API as SDL. */
import { contextOf, find } from '../../model/lookup.js';
import type { Api } from '../../model/elements/apis.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import type { ContractsConfig } from '../config.js';
import type { ContractRemark } from '../document.js';
import { cased, unique } from '../naming.js';
import { provider, titleOf } from '../owner.js';
import { byText, sortedEntries } from '../tree.js';
import { componentNames, reachableTypes } from '../types/components.js';
import { unionMembers } from '../types/union.js';
import { graphqlName, reservedNames } from './names.js';
import { deprecated, description } from './text.js';
import {
  defaultText,
  definition,
  fieldWords,
  scalarLines,
  typeName,
  type Direction,
  type GraphqlScope,
} from './types.js';

const roots = [
  ['query', 'Query'],
  ['mutation', 'Mutation'],
  ['subscription', 'Subscription'],
] as const;

/** The schema of one GraphQL API. */
export function graphqlSdl(
  model: Model,
  config: ContractsConfig,
  api: Api,
): { readonly text: string; readonly remarks: readonly ContractRemark[] } | undefined {
  const owner = provider(model, api.service);
  if (!owner) return undefined;
  const operations = api.operations
    .flatMap((id) => find(model, 'operation', id) ?? [])
    .sort((a, b) => byText(a.id, b.id));
  const types = {
    output: typesOf(model, operations, 'output'),
    input: typesOf(model, operations, 'input'),
  };
  const taken = new Set(reservedNames);
  const scope: GraphqlScope = {
    model,
    style: config.style,
    names: typeNames(model, types, contextOf(model, api.id)?.id, taken),
    taken,
    scalars: new Map(),
    entries: new Map(),
    extra: new Map(),
  };
  const rootTypes = roots.map(([kind, name]) =>
    rootLines(
      scope,
      operations.filter((one) => one.operationKind === kind),
      kind,
      name,
    ),
  );
  const shared = new Set(
    types.output.filter((type) => type.kind === 'enum').map((type) => type.id),
  );
  const definitions = [
    ...types.output.map((type) => definition(scope, type, 'output')),
    ...types.input
      .filter((type) => !shared.has(type.id))
      .map((type) => definition(scope, type, 'input')),
  ];
  const extra = sortedEntries(scope.extra).map(([, lines]) => lines);
  const schema = [
    ...description(
      '',
      api.doc ?? `${titleOf(api)} of ${titleOf(owner)}.`,
      api.version && `Version ${api.version}.`,
      api.depthLimit === undefined ? '' : `Queries may be nested ${api.depthLimit} levels deep.`,
      `x-arch-id: ${api.id}`,
    ),
    'schema {',
    ...roots.flatMap(([kind, name], index) =>
      rootTypes[index]!.length > 0 ? [`  ${kind}: ${name}`] : [],
    ),
    '}',
  ];
  const blocks = [schema, ...rootTypes, ...definitions, ...extra, ...scalarLines(scope)];
  const text = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { text: `${text}\n`, remarks: [] };
}

function typesOf(
  model: Model,
  operations: readonly Operation[],
  direction: Direction,
): TypeElement[] {
  const types = operations.flatMap((operation) =>
    direction === 'input'
      ? operation.parameters.map((parameter) => parameter.type)
      : operation.result.type
        ? [operation.result.type]
        : [],
  );
  return reachableTypes(model, types).filter(
    (type) =>
      type.kind !== 'scalar' && (type.kind !== 'union' || unionMembers(model, type).length > 0),
  );
}

/** What comes in and goes out takes two types; the one that comes in ends in `Input` then. */
function typeNames(
  model: Model,
  types: Readonly<Record<Direction, readonly TypeElement[]>>,
  home: ElementId | undefined,
  taken: Set<string>,
): Record<Direction, Map<ElementId, string>> {
  const all = new Map([...types.output, ...types.input].map((type) => [type.id, type]));
  const simple = componentNames(
    model,
    [...all.values()].sort((a, b) => byText(a.id, b.id)),
    home,
    reservedNames,
  );
  const output = new Map(
    types.output.map((type) => [type.id, unique(graphqlName(simple.get(type.id)!), taken)]),
  );
  const input = new Map(
    types.input.map((type) => {
      const other = output.get(type.id);
      if (type.kind === 'enum' && other) return [type.id, other];
      const name = graphqlName(simple.get(type.id)!);
      return [type.id, unique(other ? `${name}Input` : name, taken)];
    }),
  );
  return { output, input };
}

/** A root type. GraphQL demands a query type with a field, whatever the API has. */
function rootLines(
  scope: GraphqlScope,
  operations: readonly Operation[],
  kind: 'query' | 'mutation' | 'subscription',
  name: string,
): string[] {
  if (operations.length === 0) {
    if (kind !== 'query') return [];
    return [
      `type ${name} {`,
      ...description('  ', 'GraphQL demands a query; this API has none.'),
      '  _empty: Boolean',
      '}',
    ];
  }
  const taken = new Set<string>();
  const fields = operations.flatMap((operation) =>
    fieldLines(scope, operation, unique(fieldName(scope, operation.name), taken)),
  );
  return [`type ${name} {`, ...fields, '}'];
}

function fieldLines(scope: GraphqlScope, operation: Operation, name: string): string[] {
  const taken = new Set<string>();
  const parameters = operation.parameters.map((parameter) => {
    const own = unique(fieldName(scope, parameter.name || 'input'), taken);
    const required = !parameter.optional && !parameter.nullable;
    return [
      ...description('    ', parameter.doc, fieldWords(scope, parameter)),
      `    ${own}: ${typeName(scope, parameter.type, 'input')}${required ? '!' : ''}${defaultText(scope, parameter)}`,
    ];
  });
  if (operation.result.paged) {
    for (const [paging, type] of [
      ['limit', 'Int'],
      ['cursor', 'String'],
    ] as const) {
      if (!taken.has(paging)) parameters.push([`    ${paging}: ${type}`]);
    }
  }
  const list = parameters.length === 0 ? [] : ['(', ...parameters.flat(), '  )'];
  const head = list.length === 0 ? [`  ${name}`] : [`  ${name}(`, ...list.slice(1)];
  const last = head.pop()!;
  return [
    ...description(
      '  ',
      operation.doc ?? operation.summary ?? operation.title,
      errors(scope, operation),
      `x-arch-id: ${operation.id}`,
    ),
    ...head,
    `${last}: ${resultType(scope, operation)}${deprecated(operation.deprecated)}`,
  ];
}

function fieldName({ style }: GraphqlScope, name: string): string {
  return graphqlName(cased(name, style.casing));
}

function resultType(scope: GraphqlScope, { result, operationKind }: Operation): string {
  if (!result.type) return 'Boolean';
  const inner = typeName(scope, result.type, 'output');
  const mark = result.optional || result.nullable ? '' : '!';
  if (result.paged) return `${pageType(scope, inner)}!`;
  if (result.stream && operationKind !== 'subscription') return `[${inner}!]!`;
  return `${inner}${mark}`;
}

function pageType(scope: GraphqlScope, inner: string): string {
  const stem = `${inner.replace(/\W/g, '')}Page`;
  const known = [...scope.extra].find(
    ([name, lines]) => name.startsWith(stem) && lines.includes(`  items: [${inner}!]!`),
  );
  if (known) return known[0];
  const name = unique(stem, scope.taken);
  scope.extra.set(name, [
    ...description('', 'A page of a longer list.'),
    `type ${name} {`,
    `  items: [${inner}!]!`,
    ...description('  ', 'The cursor of the next page; null on the last one.'),
    '  nextCursor: String',
    '}',
  ]);
  return name;
}

function errors({ model }: GraphqlScope, operation: Operation): string {
  const names = operation.raises.flatMap(({ target }) => find(model, 'error', target)?.name ?? []);
  return names.length === 0 ? '' : `Errors: ${[...new Set(names)].sort(byText).join(', ')}.`;
}
