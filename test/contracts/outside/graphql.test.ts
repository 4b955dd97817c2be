import { buildSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../../src/contracts/config.js';
import { contracts } from '../../../src/contracts/contracts.js';
import { exampleModel, exampleNames, goldenCases, goldenModel, variants } from '../cases.js';

const models = [
  ...goldenCases.map((name) => [name, goldenModel(name)] as const),
  ...exampleNames().map((name) => [name, exampleModel(name)] as const),
];

describe.each(models)('graphql-js on %s', (_name, model) => {
  it('builds and validates every schema', () => {
    for (const variant of variants) {
      for (const { kind, text } of contracts(model, contractsConfig(variant))) {
        if (kind === 'graphql') expect(validateSchema(buildSchema(text))).toEqual([]);
      }
    }
  });
});
