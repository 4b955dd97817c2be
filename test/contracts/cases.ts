/** The models of test/golden and their contracts. */
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractsConfig, type ContractsConfigInput } from '../../src/contracts/config.js';
import { contracts } from '../../src/contracts/contracts.js';
import type { ContractDocument } from '../../src/contracts/document.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import type { Model } from '../../src/model/model.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const goldenDir = join(root, 'test/golden');

/** Cases that hold a model whose contracts are kept beside it. */
export const goldenCases: readonly string[] = readdirSync(goldenDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => readdirSync(join(goldenDir, name)).includes('model.arch'))
  .sort();

export function goldenModel(name: string): Model {
  const file = join(goldenDir, name, 'model.arch');
  return modelFromTexts({ 'model.arch': readFileSync(file, 'utf8') });
}

/** The model of every file of an example. */
export function exampleModel(name: string): Model {
  const folder = join(root, 'examples', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.arch'));
  return modelFromTexts(
    Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
  );
}

/** Examples from whose model contracts follow. */
export function exampleNames(): string[] {
  const folder = join(root, 'examples');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).some((file) =>
        file.endsWith('.arch'),
      ),
    )
    .filter((name) => exampleModel(name).apis.length > 0);
}

export interface Written {
  readonly folder: string;
  readonly documents: readonly (ContractDocument & { readonly file: string })[];
}

/** Every golden case and example in every version and style that matters, as files. */
export function writeAll(variants: readonly ContractsConfigInput[]): Written {
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-contracts-'));
  const models = [
    ...goldenCases.map((name) => [name, goldenModel(name)] as const),
    ...exampleNames().map((name) => [name, exampleModel(name)] as const),
  ];
  const documents = models.flatMap(([name, model]) =>
    variants.flatMap((variant, index) =>
      contracts(model, contractsConfig(variant)).map((document) => {
        const file = join(folder, `${name}-${index}`, document.path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, document.text);
        return { ...document, file };
      }),
    ),
  );
  return { folder, documents };
}

/** Other houses' styles. */
export const variants: readonly ContractsConfigInput[] = [
  {},
  { openapi: '3.0.3', asyncapi: '3.1.0', format: 'json' },
  {
    openapi: '3.2.0',
    style: { casing: 'snake_case', pagination: 'offset', versioning: 'header', decimal: 'number' },
  },
  {
    license: 'MIT',
    servers: [{ url: 'https://api.bookshop.test/', description: 'Production' }],
    style: {
      casing: 'preserve',
      pagination: 'page',
      versioning: 'media-type',
      int64: 'number',
      mediaType: 'application/hal+json',
    },
  },
];

/** Runs one of the project's own tools. */
export function tool(name: string): string {
  return join(root, 'node_modules/.bin', name);
}
