import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contractsConfig } from '../../../src/contracts/config.js';
import { contracts } from '../../../src/contracts/contracts.js';
import { isList, isMap, type Tree, type TreeMap } from '../../../src/contracts/tree.js';
import { exampleModel, exampleNames, goldenCases, goldenModel, variants } from '../cases.js';

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void;
const models = [
  ...goldenCases.map((name) => [name, goldenModel(name)] as const),
  ...exampleNames().map((name) => [name, exampleModel(name)] as const),
];

/** OpenAPI 3.0 in terms of a later JSON Schema: `nullable` and flags for exclusive bounds. */
function modern(tree: Tree): Tree {
  if (isList(tree)) return tree.map(modern);
  if (!isMap(tree)) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, modern(value)] as const);
  const schema: Record<string, Tree> = Object.fromEntries(entries);
  if (schema['nullable'] === true && typeof schema['type'] === 'string')
    schema['type'] = [schema['type'], 'null'];
  for (const [bound, flag] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[flag] !== true) continue;
    schema[flag] = schema[bound]!;
    delete schema[bound];
  }
  return schema;
}

function validatorOf(
  document: TreeMap,
  draft: 'draft-07' | '2020-12',
): (pointer: string) => ValidateFunction {
  const options = { strict: false, allErrors: true };
  const ajv: Ajv = draft === 'draft-07' ? new Ajv(options) : new Ajv2020(options);
  addFormats(ajv);
  for (const name of ['decimal', 'int32', 'int64', 'float', 'double', 'byte'])
    ajv.addFormat(name, true);
  ajv.addFormat('date-time-local', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/);
  // AsyncAPI's `id` is what an old draft of JSON Schema called `$id`.
  const { $id: _id, $schema: _schema, id: _urn, ...body } = document;
  ajv.addSchema({ $id: 'https://document.test/', ...body });
  return (pointer) => ajv.compile({ $ref: `https://document.test/#${pointer}` });
}

interface Sample {
  readonly schema: string;
  readonly at: string;
  readonly value: Tree;
}

const segment = (key: string) =>
  encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Every example and default of an OpenAPI document or JSON Schema, with its schema's pointer. */
function samplesOf(tree: Tree, at = ''): Sample[] {
  const found: Sample[] = [];
  if (isList(tree)) return tree.flatMap((item, index) => samplesOf(item, `${at}/${index}`));
  if (!isMap(tree)) return found;
  const schema = isMap(tree['schema']) ? `${at}/schema` : undefined;
  const own =
    'type' in tree || '$ref' in tree || 'oneOf' in tree || 'allOf' in tree ? at : undefined;
  if ('default' in tree && own !== undefined && !at.endsWith('/properties')) {
    found.push({ schema: own, at: `${at}/default`, value: tree['default']! });
  }
  const target = schema ?? own;
  if ('example' in tree && target !== undefined && !at.endsWith('/properties')) {
    found.push({ schema: target, at: `${at}/example`, value: tree['example']! });
  }
  if (isList(tree['examples']) && own !== undefined) {
    tree['examples'].forEach((value, index) =>
      found.push({ schema: own, at: `${at}/examples/${index}`, value }),
    );
  }
  if (isMap(tree['examples']) && schema !== undefined) {
    for (const [name, example] of Object.entries(tree['examples'])) {
      found.push({ schema, at: `${at}/examples/${name}`, value: (example as TreeMap)['value']! });
    }
  }
  for (const [key, value] of Object.entries(tree)) {
    if (key !== 'example' && key !== 'examples' && key !== 'default') {
      found.push(...samplesOf(value, `${at}/${segment(key)}`));
    }
  }
  return found;
}

function messageSamples(document: TreeMap): Sample[] {
  const messages = (document['components'] as TreeMap)['messages'] as Readonly<
    Record<string, TreeMap>
  >;
  return Object.entries(messages).flatMap(([name, message]) => {
    const at = `/components/messages/${segment(name)}`;
    return ((message['examples'] ?? []) as TreeMap[]).flatMap((example) => [
      { schema: `${at}/payload`, at: `${at} payload`, value: example['payload']! },
      {
        schema: '/components/messageTraits/CloudEvents/headers',
        at: `${at} headers`,
        value: example['headers']!,
      },
    ]);
  });
}

describe.each(models)('Ajv on %s', (_name, model) => {
  it.each(variants.map((variant) => [JSON.stringify(variant), variant] as const))(
    'accepts every example and default, with %s',
    { timeout: 60_000 },
    (_text, variant) => {
      let count = 0;
      for (const document of contracts(model, contractsConfig(variant))) {
        if (!document.tree) continue;
        const read = parse(document.text) as TreeMap;
        const is30 = variant.openapi === '3.0.3' && document.kind === 'openapi';
        const tree = (is30 ? modern(read) : read) as TreeMap;
        const validator = validatorOf(tree, document.kind === 'asyncapi' ? 'draft-07' : '2020-12');
        const samples =
          document.kind === 'asyncapi'
            ? [
                ...messageSamples(tree),
                ...samplesOf((tree['components'] as TreeMap)['schemas']!, '/components/schemas'),
              ]
            : samplesOf(tree);
        for (const { schema, at, value } of samples) {
          const validate = validator(schema);
          validate(value);
          expect({ path: document.path, at, errors: validate.errors ?? [] }).toEqual({
            path: document.path,
            at,
            errors: [],
          });
          count++;
        }
      }
      expect(count).toBeGreaterThan(0);
    },
  );
});
