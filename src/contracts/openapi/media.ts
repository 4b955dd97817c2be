/** Contents: a schema with its examples. */
import { map, compact, unlessEmpty, type Tree, type TreeMap } from '../tree.js';
import type { OpenApiScope } from './scope.js';

export type NamedExample = readonly [name: string, value: Tree | undefined];

/** A media type object; examples that could not be built are left out. */
export function content(schema: TreeMap, examples: readonly NamedExample[]): TreeMap {
  return compact({ schema, examples: unlessEmpty(namedExamples(examples)) });
}

function namedExamples(examples: readonly NamedExample[]): TreeMap {
  return map(examples.map(([name, value]) => [name, value === undefined ? undefined : { value }]));
}

/**
 * A stream of items, one JSON document on each line. OpenAPI has `itemSchema` for that since 3.2;
 * before, the schema is that of one line, and the description of the response says so.
 */
export function streamContent(
  { config }: OpenApiScope,
  item: TreeMap,
  examples: readonly NamedExample[],
): TreeMap {
  const type = 'application/jsonl';
  return { [type]: config.openapi === '3.2.0' ? { itemSchema: item } : content(item, examples) };
}
