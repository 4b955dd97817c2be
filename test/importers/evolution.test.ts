import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/contracts/merge/merge.js';
import { isList, isMap, valueAt, type Tree } from '../../src/contracts/tree.js';
import { Chance } from '../contracts/random-edits.js';
import { fixture, ImportedFolder } from './support.js';

/** The same cases each time in CI; others with `ARCHIVOLT_IMPORT_SEED=7 ARCHIVOLT_IMPORT_RUNS=5000`. */
const runs = {
  numRuns: Number(process.env['ARCHIVOLT_IMPORT_RUNS'] ?? 20),
  seed: Number(process.env['ARCHIVOLT_IMPORT_SEED'] ?? 20_261_126),
};

/** Lines of a model with one taken out, doubled under another name, or with another type. */
function changed(chance: Chance, text: string): string {
  const lines = text.split('\n');
  const pick = (pattern: RegExp) => {
    const found = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
    return found.length === 0 ? -1 : found[chance.below(found.length)]!;
  };
  const field = /^ {4}(\w+): (\w+)/;
  switch (chance.below(6)) {
    case 0: {
      const at = pick(field);
      if (at >= 0) lines[at] = lines[at]!.replace(/: \w+\??.*$/, ': boolean?');
      break;
    }
    case 1: {
      const at = pick(field);
      if (at >= 0) lines.splice(at, 0, '    addedByHand: int32 (max 7)');
      break;
    }
    case 2: {
      const at = pick(field);
      if (at >= 0) lines[at] = lines[at]!.replace(/\?/, '');
      break;
    }
    case 3: {
      const at = pick(/^ {6}GET .*\)/);
      if (at >= 0) lines.splice(at, 0, '      PUT "/added/{id}" added(id: uuid, body: json)');
      break;
    }
    case 4: {
      const at = pick(/max \d+|min \d+/);
      if (at >= 0) lines[at] = lines[at]!.replace(/(max|min) (\d+)/, '$1 3');
      break;
    }
    default: {
      const at = pick(/^ {4}(?:sends|publishes|handles|subscribes) \w+$|^ {6}GET .*\)$/);
      if (at >= 0) lines.splice(at, 1);
    }
  }
  return lines.join('\n');
}

function danglingIn(tree: Tree): string[] {
  const missing: string[] = [];
  const visit = (value: Tree): void => {
    if (isList(value)) value.forEach(visit);
    if (!isMap(value)) return;
    const ref = valueAt(value, '$ref');
    if (typeof ref === 'string' && ref.startsWith('#/') && !leadsTo(tree, ref)) missing.push(ref);
    Object.values(value).forEach(visit);
  };
  visit(tree);
  return [...new Set(missing)];
}

function leadsTo(tree: Tree, ref: string): boolean {
  let at: Tree | undefined = tree;
  for (const part of ref.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    at = isList(at) ? at[Number(key)] : valueAt(at, key);
  }
  return at !== undefined;
}

function commentsIn(text: string): string[] {
  return text.match(/(?<=^|\s)#.*$/gm) ?? [];
}

describe.each(['library.openapi.yaml', 'lights.asyncapi.yaml', 'parcels.asyncapi.yaml'])(
  'any changes of the model of %s',
  (name) => {
    const original = fixture(name).text;

    it(
      'reach the document once, and leave it whole',
      { timeout: 60_000 + 1000 * runs.numRuns },
      () => {
        const before = danglingIn(readSource(original, 'yaml').root!.value);
        fc.assert(
          fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
            const chance = new Chance(seed);
            const folder = new ImportedFolder(fixture(name));
            const [model = ''] = folder.plan.models;
            const path = folder.plan.adopted[0]!.path;
            for (let step = 0; step < 3; step++) {
              folder.files.set(model, changed(chance, folder.files.get(model)!));
              if (folder.project.model.problems.length > 0) return;
              const [contract] = folder.generate();
              if (!contract || contract.state === 'orphan') return;
              expect(contract.problem).toBeUndefined();
              const text = folder.files.get(path)!;
              const tree = readSource(text, 'yaml').root!.value;
              expect(danglingIn(tree).filter((ref) => !before.includes(ref))).toEqual([]);
              if (contract.conflicts.length === 0 && name.startsWith('library')) {
                expect(commentsIn(text).length).toBe(commentsIn(original).length);
              }
              const [again] = folder.generate();
              expect(again).toMatchObject({ action: 'keep' });
              expect(again?.conflicts.length).toBe(contract.conflicts.length);
              expect(folder.files.get(path)).toBe(text);
            }
          }),
          runs,
        );
      },
    );
  },
);
