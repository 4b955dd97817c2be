import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../src/contracts/config.js';
import { contracts } from '../../src/contracts/contracts.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { compareModels } from '../../src/review/compare/compare.js';
import { contractChanges } from '../../src/review/compatibility/compatibility.js';

const modelWith = (fields: string) =>
  modelFromTexts({
    'a.arch': `context Shop { value Part { x: int32 }  value Box { ${fields} } service Desk {
      api Rest: rest { version "1.0.0" GET "/" get(): Box }
      api Graph: graphql { version "1.0.0" query box(): Box }
      api Calls: grpc { version "1.0.0" rpc getBox(Part): Box } } }`,
  });
const nullable = 'names: map<string, string | null>  parts: set<Part | null>';

describe('what a set or map holds', () => {
  it('may be null, in the model and in contracts', () => {
    const model = modelWith(nullable);
    expect(model.problems).toEqual([]);
    const box = model.values.find(({ name }) => name === 'Box');
    expect(box?.fields.map(({ type }) => type)).toMatchObject([
      { shape: 'map', value: { name: 'string' }, nullableItems: true },
      { shape: 'set', item: { target: 'value:Shop.Part' }, nullableItems: true },
    ]);
    const text = (ending: string) =>
      contracts(model, contractsConfig()).find(({ path }) => path.endsWith(ending))?.text ?? '';
    expect(text('.openapi.yaml')).toMatch(
      /names:\s+type: object\s+additionalProperties:\s+type:\s+- string\s+- "?null/,
    );
    expect(text('.graphql')).toContain('parts: [Part]!');
    expect(text('.graphql')).toMatch(
      /type NullableStringEntry \{\s+key: String!\s+value: String\s/,
    );
    expect(text('.proto')).toContain('Null among them is left out here.');
  });

  it('is no null in contracts where it is none', () => {
    const [openapi = ''] = contracts(
      modelWith('names: map<string, string>'),
      contractsConfig(),
    ).flatMap(({ path, text }) => (path.endsWith('.openapi.yaml') ? [text] : []));
    expect(openapi).toMatch(/additionalProperties:\s+type: string/);
  });

  it('breaks consumers when it begins to be null', () => {
    const changes = contractChanges(
      compareModels(
        modelWith('names: map<string, string>'),
        modelWith('names: map<string, string | null>'),
      ),
      '2026-11-26',
    );
    expect(changes.map(({ rule, impact }) => [rule, impact])).toContainEqual([
      'response-property-became-nullable',
      'breaking',
    ]);
  });

  it('is never absent', () => {
    expect(modelWith('names: map<string, string?>').problems.map(({ message }) => message)).toEqual(
      ['What a set or map holds is never absent. Write `T | null` where it may be null.'],
    );
  });
});
