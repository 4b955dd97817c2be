/** `paged T`: the parameters that ask for a page, and the page itself. */
import type { Operation } from '../../model/elements/operations.js';
import { cased, pascalCase } from '../naming.js';
import { compact, type Tree, type TreeMap } from '../tree.js';
import type { OpenApiScope } from './scope.js';

interface PageParameter {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly schema: TreeMap;
  readonly example: Tree;
}

const limit: PageParameter = {
  key: 'Limit',
  name: 'limit',
  description: 'How many items a page holds at most.',
  schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 200, default: 50 },
  example: 50,
};

const parametersOf: Readonly<Record<'cursor' | 'offset' | 'page', readonly PageParameter[]>> = {
  cursor: [
    limit,
    {
      key: 'Cursor',
      name: 'cursor',
      description:
        'Where the page starts: the cursor that the page before gave. None for the first.',
      schema: { type: 'string' },
      example: 'eyJpZCI6NDJ9',
    },
  ],
  offset: [
    limit,
    {
      key: 'Offset',
      name: 'offset',
      description: 'How many items to skip.',
      schema: { type: 'integer', format: 'int32', minimum: 0, default: 0 },
      example: 0,
    },
  ],
  page: [
    {
      key: 'Page',
      name: 'page',
      description: 'Which page, counting from 1.',
      schema: { type: 'integer', format: 'int32', minimum: 1, default: 1 },
      example: 1,
    },
    { ...limit, key: 'PageSize', name: 'pageSize' },
  ],
};

/** The paging parameters that the operation does not declare by itself. */
export function pagingParameters(scope: OpenApiScope, operation: Operation): TreeMap[] {
  if (!operation.result.paged) return [];
  const declared = new Set(
    operation.parameters.map((parameter) => wire(scope, parameter.wireName)),
  );
  return parametersOf[scope.config.style.pagination]
    .filter((parameter) => !declared.has(wire(scope, parameter.name)))
    .map(({ key, name, description, schema, example }) =>
      scope.parts.use('parameters', key, key, () => ({
        name: wire(scope, name),
        in: 'query',
        description,
        required: false,
        schema,
        example,
      })),
    );
}

/** A reference to the page of the result's type. */
export function pageRef(scope: OpenApiScope, operation: Operation): TreeMap {
  const item = itemName(scope, operation);
  const schema = scope.schemas.type(operation.result.type!);
  return scope.parts.use('schemas', `page ${JSON.stringify(schema)}`, `${item}Page`, () => ({
    type: 'object',
    description: `A page of ${item} items.`,
    required: [
      'items',
      ...Object.keys(extras(scope)).filter((name) => name !== wire(scope, 'nextCursor')),
    ],
    properties: {
      items: { type: 'array', description: 'The items, in a stable order.', items: schema },
      ...extras(scope),
    },
  }));
}

/** An example of the page; undefined where the item has none. */
export function pageExample(scope: OpenApiScope, item: Tree | undefined): Tree | undefined {
  if (item === undefined) return undefined;
  const values: Readonly<Record<string, Tree>> = {
    nextCursor: 'eyJpZCI6NDJ9',
    total: 1,
    page: 1,
    pageSize: 50,
  };
  const more = Object.entries(values)
    .map(([name, value]) => [wire(scope, name), value] as const)
    .filter(([name]) => name in extras(scope));
  return { items: [item], ...Object.fromEntries(more) };
}

function extras(scope: OpenApiScope): TreeMap {
  const { pagination } = scope.config.style;
  const whole = { type: 'integer', format: 'int32', minimum: 0 };
  return compact({
    [wire(scope, 'nextCursor')]:
      pagination === 'cursor'
        ? { type: 'string', description: 'The cursor of the next page; absent on the last one.' }
        : undefined,
    [wire(scope, 'page')]:
      pagination === 'page'
        ? { ...whole, minimum: 1, description: 'Which page this is.' }
        : undefined,
    [wire(scope, 'pageSize')]:
      pagination === 'page'
        ? { ...whole, description: 'How many items a page holds at most.' }
        : undefined,
    [wire(scope, 'total')]:
      pagination === 'cursor'
        ? undefined
        : { ...whole, description: 'How many items there are in all.' },
  });
}

function itemName({ schemas }: OpenApiScope, operation: Operation): string {
  const { type } = operation.result;
  if (type?.shape === 'named') return schemas.nameOf(type.target) ?? 'Item';
  return type?.shape === 'primitive' ? pascalCase(type.name) : 'Item';
}

function wire({ config }: OpenApiScope, name: string): string {
  return cased(name, config.style.casing);
}
