import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../../src/contracts/config.js';
import { contracts } from '../../../src/contracts/contracts.js';
import { exampleModel, exampleNames, goldenCases, goldenModel } from '../cases.js';

const models = [
  ...goldenCases.map((name) => [name, goldenModel(name)] as const),
  ...exampleNames().map((name) => [name, exampleModel(name)] as const),
];

describe.each(models)('@asyncapi/parser on %s', (_name, model) => {
  it.each(['3.0.0', '3.1.0'] as const)(
    'has nothing to say about AsyncAPI %s',
    { timeout: 60_000 },
    async (version) => {
      const documents = contracts(model, contractsConfig({ asyncapi: version })).filter(
        (document) => document.kind === 'asyncapi',
      );
      const parser = new Parser();
      for (const { path, text } of documents) {
        const { document, diagnostics } = await parser.parse(text);
        const found = diagnostics.filter(
          // The newest version is 3.1.0; 3.0.0 is the default, as more tools read it.
          (diagnostic) => diagnostic.code !== 'asyncapi-latest-version',
        );
        expect(
          found.map(({ code, message, path: at }) => `${path} ${code} ${at.join('/')} ${message}`),
        ).toEqual([]);
        expect(document?.version()).toBe(version);
      }
    },
  );
});
