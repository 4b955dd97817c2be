import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { modelFromTexts } from '../../src/model/from-text.js';
import type { Model } from '../../src/model/model.js';

const folder = fileURLToPath(new URL('models/', import.meta.url));

export function textOf(name: string): string {
  return readFileSync(`${folder}${name}.arch`, 'utf8');
}

/** A model of `test/diagram/models`, by its file's name. */
export function sample(name: string): Model {
  return modelFromTexts({ [`${name}.arch`]: textOf(name) });
}

/** One of the examples that we ship, by its folder's name. */
export function example(name: string): Model {
  const place = fileURLToPath(new URL(`../../examples/${name}/`, import.meta.url));
  const files = readdirSync(place).filter((file) => file.endsWith('.arch'));
  return modelFromTexts(
    Object.fromEntries(files.map((file) => [file, readFileSync(place + file, 'utf8')])),
  );
}

export const bookshop = (): Model => sample('bookshop');
export const insurance = (): Model => sample('insurance');

const patterns = ['[OHS, PL] -> [ACL]', '[OHS] -> [CF]', '[S] -> [C]', '->', '<->', '><'];

/** Declarations of arbitrary landscapes: some contexts with services, and relations between them. */
export const arbitraryDeclarations = fc
  .record({
    contexts: fc.integer({ min: 0, max: 9 }),
    relations: fc.array(
      fc.record({
        from: fc.nat(8),
        to: fc.nat(8),
        pattern: fc.constantFrom(...patterns),
        technology: fc.constantFrom('', 'REST', 'files over SFTP, every night at two'),
      }),
      { maxLength: 14 },
    ),
    calls: fc.array(fc.record({ from: fc.nat(8), to: fc.nat(8) }), { maxLength: 10 }),
  })
  .map(({ contexts, relations, calls }) => {
    const declarations: string[] = [];
    for (let i = 0; i < contexts; i++) {
      const called = new Set(
        calls.filter(({ from, to }) => from === i && to < contexts).map(({ to }) => to),
      );
      const body = [...called]
        .map((to) => `calls S${String(to)}x`)
        .join(' ')
        .replaceAll(/S(\d+)x/g, 'C$1.S$1');
      declarations.push(
        `context C${String(i)} "Context number ${String(i)}" { service S${String(i)} { store Db: postgres publishes E ${body} } service W { kind worker subscribes E } event E { id: uuid } }`,
      );
    }
    const seen = new Set<string>();
    const lines = relations.flatMap(({ from, to, pattern, technology }) => {
      const pair = [from, to].sort().join();
      if (from === to || from >= contexts || to >= contexts || seen.has(pair)) return [];
      seen.add(pair);
      return [
        `C${String(from)} ${pattern} C${String(to)}${technology === '' ? '' : ` { technology "${technology}" }`}`,
      ];
    });
    return { declarations, relations: lines };
  });

export type Declarations = typeof arbitraryDeclarations extends fc.Arbitrary<infer T> ? T : never;

/** A model of such declarations in which contexts belong to three teams, or to none. */
export function teamsModelOf({ declarations, relations }: Declarations): Model {
  const teams = declarations.map((text, index) =>
    index % 4 === 3 ? text : text.replace('{', `{ team T${String((index * 7) % 3)} `),
  );
  return modelFromTexts({
    'map.arch': [
      'team T0 "Those who look after customers" team T1 team T2',
      ...teams,
      'contextmap M {',
      ...relations,
      '}',
    ].join('\n'),
  });
}

export function modelOf({ declarations, relations }: Declarations): Model {
  return modelFromTexts({
    'map.arch': [...declarations, 'contextmap M {', ...relations, '}'].join('\n'),
  });
}
