import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../src/contracts/config.js';
import { contracts } from '../../src/contracts/contracts.js';
import { isList, isMap, type Tree } from '../../src/contracts/tree.js';
import type { Model } from '../../src/model/model.js';
import { exampleModel, exampleNames, goldenModel } from '../contracts/cases.js';
import { faultsOf, ImportedFolder, input } from './support.js';

/** Examples in contracts follow from those in the model, which stand nowhere by themselves. */
function withoutExamples(tree: Tree): Tree {
  if (isList(tree)) return tree.map(withoutExamples);
  if (!isMap(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => key !== 'example' && key !== 'examples')
      .map(([key, value]) => [key, withoutExamples(value)]),
  );
}

function shown(tree: Tree | undefined): string {
  return tree === undefined ? 'gone' : JSON.stringify(tree);
}

function differences(a: Tree | undefined, b: Tree | undefined, at = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const inner = (isMap(a) && isMap(b)) || (isList(a) && isList(b));
  if (!inner) return [`${at}: ${shown(a)} is ${shown(b)}`];
  const [left, right] = [a, b] as [Record<string, Tree>, Record<string, Tree>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => differences(left[key], right[key], `${at}/${key}`));
}

const models: (readonly [string, Model])[] = [
  ...exampleNames().map((name) => [name, exampleModel(name)] as const),
  ['every-feature', goldenModel('every-feature')],
];
/** What a contract does not show of its model, with the places where it is missed. */
const unseen: readonly RegExp[] = [
  // HEAD answers with nothing, whatever GET would answer with.
  /\/head\/responses\/200\/headers:/,
  // Two fields of one type that only an underscore tells apart, which our rules call an error.
  /\/Everything\/(?:required\/\d+|properties\/order_id):/,
];

const kinds = ['openapi', 'asyncapi'] as const;

describe.each(models)('the contracts of %s, imported', (_, model) => {
  const config = contractsConfig();
  const documents = contracts(model, config).filter(({ kind }) =>
    kinds.some((one) => one === kind),
  );
  const folder = new ImportedFolder(...documents.map(({ text, path }) => input(text, path)));

  it('lie where they came from', () => {
    const places = folder.plan.adopted.map(({ path }) => path).sort();
    expect(places).toEqual(documents.map(({ path }) => path).sort());
  });

  it('give a model without errors', () => {
    expect(faultsOf(folder)).toEqual([]);
  });

  it('follow that model as they are', () => {
    const states = folder.generate().map(({ state, action }) => `${state} ${action}`);
    expect(new Set(states)).toEqual(new Set(['fresh keep']));
  });

  it('come out of that model as they went in, but for examples', () => {
    const again = new Map(
      contracts(folder.project.model, config).map((document) => [document.path, document]),
    );
    const found = documents.flatMap(({ path, tree = null }) =>
      differences(withoutExamples(tree), withoutExamples(again.get(path)?.tree ?? null), path),
    );
    expect(found.filter((one) => !unseen.some((pattern) => pattern.test(one)))).toEqual([]);
  });
});
