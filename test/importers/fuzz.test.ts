import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { formatArch } from '../../src/language/formatter.js';
import { UnreadableDocument } from '../../src/importers/document.js';
import { Chance } from '../contracts/random-edits.js';
import { faultsOf, fixture, ImportedFolder, input } from './support.js';

/** The same cases each time in CI; others with `ARCHIVOLT_IMPORT_SEED=7 ARCHIVOLT_IMPORT_RUNS=5000`. */
const runs = {
  numRuns: Number(process.env['ARCHIVOLT_IMPORT_RUNS'] ?? 60),
  seed: Number(process.env['ARCHIVOLT_IMPORT_SEED'] ?? 20_261_126),
};

type Values = Record<string, unknown>;

const odd: readonly unknown[] = [
  null,
  true,
  false,
  -1,
  1e300,
  '',
  '__proto__',
  '*/',
  '#/',
  '#/components/schemas/Loan',
  [],
  {},
  [[]],
  ['string', 'null', 7],
  { $ref: '#' },
  { $ref: '#/paths' },
  { type: 'object', properties: { a: { $ref: '#/components/schemas/Loan' } } },
  { oneOf: [{}, { $ref: '#/components/schemas/Mail' }] },
];

/** Some values replaced, removed, copied elsewhere or renamed. */
function mutated(chance: Chance, root: unknown): unknown {
  const places: { readonly holder: Values; readonly key: string }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Values, key });
      collect((value as Values)[key]);
    }
  };
  collect(root);
  const pick = () => places[chance.below(places.length)]!;
  for (let n = 1 + chance.below(6); n > 0; n--) {
    const { holder, key } = pick();
    const value = holder[key] ?? null;
    switch (chance.below(4)) {
      case 0:
        holder[key] = structuredClone(odd[chance.below(odd.length)]);
        break;
      case 1:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else Reflect.deleteProperty(holder, key);
        break;
      case 2: {
        const other = pick();
        other.holder[other.key] = structuredClone(value);
        break;
      }
      default:
        if (!Array.isArray(holder)) holder[`${key} 1`] = value;
    }
  }
  return root;
}

describe.each(['library.openapi.yaml', 'lights.asyncapi.yaml', 'parcels.asyncapi.yaml'])(
  'any mutation of %s',
  (name) => {
    const { text } = fixture(name);

    it(
      'is imported without errors, or refused with its place',
      { timeout: 60_000 + 500 * runs.numRuns },
      () => {
        fc.assert(
          fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
            const document = mutated(new Chance(seed), parse(text));
            let folder: ImportedFolder;
            try {
              folder = new ImportedFolder(input(stringify(document), name));
            } catch (failure) {
              if (failure instanceof UnreadableDocument) return;
              throw failure;
            }
            expect(faultsOf(folder)).toEqual([]);
            for (const path of folder.plan.models) {
              expect(formatArch(folder.files.get(path)!)).toBe(folder.files.get(path));
            }
            // A service that neither sends nor receives has no contract.
            if (folder.plan.adopted.length === 0) return;
            const before = folder.files.get(folder.contract);
            const [contract] = folder.generate();
            expect(contract).toMatchObject({ action: 'keep', conflicts: [] });
            expect(folder.files.get(folder.contract)).toBe(before);
          }),
          runs,
        );
      },
    );
  },
);
