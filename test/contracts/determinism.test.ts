import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../src/contracts/config.js';
import { contract, contracts } from '../../src/contracts/contracts.js';
import { contractPlaces } from '../../src/contracts/plan.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { goldenCases, goldenModel } from './cases.js';

const types = [
  'value Money { amount: decimal  currency: Currency }',
  'enum Currency { EUR USD }',
  'value Card { number: string }',
  'value Iban { iban: string }',
  'union Payment = Card | Iban',
  'event Paid { amount: Money  by: Payment }',
  'event Refused { reason: string }',
  'command Capture { amount: Money }',
  'error Declined { status 402 }',
];
const operations = [
  'POST "/" pay(body: Payment): 201 Money raises Declined { emits Paid }',
  'GET "/{id}" get(id: uuid): Money',
  'GET "/" list(): paged Money',
  'DELETE "/{id}" void(id: uuid)',
];
const others = [
  'context Fraud { service Watch { subscribes Payments.* } }',
  'broker Bus: kafka { }',
  'system Shop { }',
];

function model(order: <T>(items: readonly T[]) => readonly T[], files: number) {
  const texts: Record<string, string> = {};
  const put = (index: number, text: string) => {
    const name = `${String.fromCharCode(97 + (index % files))}.arch`;
    texts[name] = `${texts[name] ?? ''}\n${text}`;
  };
  const service = `context Payments { service Pay { handles Capture  publishes Refused
    api Payments: rest { path "/payments"  ${order(operations).join('\n')} }
    api Rpc: grpc { ${order(['rpc a(Money): Money', 'rpc b(Payment): Paid raises Declined']).join('\n')} }
    api Graph: graphql { ${order(['query a(x: Payment): Money', 'mutation b(x: Money): Payment']).join('\n')} } } }`;
  const parts = [...types.map((type) => `context Payments { ${type} }`), service, ...others];
  order(parts).forEach((part, index) => put(index, part));
  return modelFromTexts(texts);
}

const same = <T>(items: readonly T[]): readonly T[] => items;
const reversed = <T>(items: readonly T[]): readonly T[] => [...items].reverse();
const rotated = <T>(items: readonly T[]): readonly T[] => [...items.slice(2), ...items.slice(0, 2)];

describe('contracts', () => {
  it.each([reversed, rotated])(
    'are the same bytes whatever the order of declarations and files: %s',
    (order) => {
      const expected = contracts(model(same, 1), contractsConfig());
      expect(expected.length).toBeGreaterThan(7);
      for (const files of [1, 3]) {
        const found = contracts(model(order, files), contractsConfig());
        expect(found.map(({ path, text }) => [path, text])).toEqual(
          expected.map(({ path, text }) => [path, text]),
        );
      }
    },
  );

  it.each(goldenCases)('of %s are the same one by one as all at once', (name) => {
    const golden = goldenModel(name);
    const config = contractsConfig();
    const all = contracts(golden, config);
    const each = contractPlaces(golden, config).map((place) => contract(golden, config, place));
    expect(each.map((one) => one?.text)).toEqual(all.map((one) => one.text));
  });

  it('lie below the folder of contracts, one file each, whatever the names are', () => {
    const paths = goldenCases.flatMap((name) =>
      contractPlaces(goldenModel(name), contractsConfig()).map(({ path }) => `${name} ${path}`),
    );
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths)
      expect(path).toMatch(/ contracts(\/[a-z0-9][a-z0-9_-]*)+(\.[a-z]+)+$/);
    expect(() =>
      contractPlaces(goldenModel(goldenCases[0]!), contractsConfig({ outDir: 'a/../../b' })),
    ).toThrow(RangeError);
  });
});
