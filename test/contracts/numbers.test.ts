import { describe, expect, it } from 'vitest';
import { FieldNumbers } from '../../src/contracts/protobuf/numbers.js';
import { Memory } from './memory.js';

const model = (fields: string): string => `
context Pricing {
  enum Level { low high }
  value Quote { ${fields} }
  service Quotes { api Quotes: grpc { rpc quote(Quote): Quote } }
}`;
const path = 'contracts/pricing/quotes/quotes/v1/quotes.proto';

function messageOf(memory: Memory): string {
  return /message Quote \{\n([^}]*)\}/.exec(memory.read(path)!)![1]!;
}

describe('protobuf numbers', () => {
  it('stay with their fields through reordering, removal, renaming and return', () => {
    const memory = new Memory();
    memory.generate(model('price: int64  sku: string  level: Level'));
    expect(messageOf(memory)).toBe('  int64 price = 2;\n  string sku = 3;\n  Level level = 1;\n');
    memory.generate(model('amount: int32  level: Level  sku: string'));
    expect(messageOf(memory)).toBe(
      '  reserved 2;\n  reserved "price";\n  int32 amount = 4;\n  Level level = 1;\n  string sku = 3;\n',
    );
    memory.generate(
      model('amount: int32  level: Level  @renamedFrom(sku) article: string  price: int64'),
    );
    expect(messageOf(memory)).toBe(
      '  int32 amount = 4;\n  Level level = 1;\n  string article = 3;\n  int64 price = 2;\n',
    );
  });

  it('follow `@number`, and keep clear of what protobuf keeps for itself', () => {
    const memory = new Memory();
    memory.generate(model('@number(7) price: int64  @number(19500) sku: string'));
    expect(messageOf(memory)).toBe('  int64 price = 7;\n  string sku = 1;\n');
  });

  it('never come twice', () => {
    const numbers = new FieldNumbers({ a: { x: 1, y: 2 } });
    const { of } = numbers.assign('a', [
      { name: 'z', number: 2 },
      { name: 'x' },
      { name: 'w' },
      { name: 'y' },
    ]);
    expect(Object.fromEntries(of)).toEqual({ z: 2, x: 1, w: 3, y: 4 });
  });

  it('are kept in an order that merges well', () => {
    const numbers = new FieldNumbers();
    numbers.assign('b', [{ name: 'z' }, { name: 'a' }]);
    numbers.assign('a', [{ name: 'q' }]);
    expect(JSON.stringify(numbers.lock())).toBe('{"a":{"q":1},"b":{"a":1,"z":2}}');
  });
});

describe('protobuf numbers of what is renamed', () => {
  const before = `
context Pricing {
  enum Level { low high }
  value Quote { zeta: int64  sku: string  level: Level }
  value Other { b: string }
  union Any = Quote | Other
  service Quotes { api Quotes: grpc { rpc quote(Quote): Quote  rpc any(zz: Any, b: string): Any } }
}`;
  const numbered = (memory: Memory) =>
    [...memory.files]
      .filter(([file]) => file.endsWith('.proto') && !file.startsWith('.archivolt'))
      .flatMap(([, text]) => text.match(/\w+ = \d+;|reserved .*;/g) ?? []);
  const renamed = (...steps: readonly (readonly [string, string])[]) =>
    steps.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replaceAll(from, to);
    }, before);

  it.each([
    [
      'a type',
      renamed(
        ['value Quote', '@renamedFrom(Quote) value Offer'],
        ['(Quote): Quote', '(Offer): Offer'],
        ['= Quote |', '= Offer |'],
      ),
    ],
    ['an enum', renamed(['enum Level', '@renamedFrom(Level) enum Grade'], [': Level', ': Grade'])],
    ['a union', renamed(['union Any', '@renamedFrom(Any) union Some'], [': Any', ': Some'])],
    ['an operation', renamed(['rpc any', '@renamedFrom(any) rpc some'])],
    ['the API', renamed(['api Quotes', '@renamedFrom(Quotes) api Offers'])],
    ['the service', renamed(['service Quotes', '@renamedFrom(Quotes) service Offers'])],
    ['the context', renamed(['context Pricing', '@renamedFrom(Pricing) context Prices'])],
  ])('stay with those of %s', (_what, after) => {
    const memory = new Memory();
    memory.generate(before);
    const wanted = numbered(memory).map((line) => line.replace(/^.* = /, ''));
    // A field more would shift numbers that are given anew.
    const text = after
      .replace('zeta: int64', 'alpha: string  zeta: int64')
      .replace('low high', 'fair low high');
    memory.generate(text);
    const found = numbered(memory);
    expect(found.filter((line) => line.startsWith('reserved'))).toEqual([]);
    const added = found.filter((line) => /^alpha |FAIR/.test(line));
    expect(added.map((line) => line.replace(/^.* = /, ''))).toEqual(['3;', '4;']);
    const kept = found.filter((line) => !added.includes(line));
    expect(kept.map((line) => line.replace(/^.* = /, '')).sort()).toEqual(wanted.sort());
    const again = memory.read('.archivolt/contracts.lock.json');
    memory.generate(text);
    expect(memory.read('.archivolt/contracts.lock.json')).toBe(again);
  });

  it('are not taken from a new type that has the old name', () => {
    const memory = new Memory();
    memory.generate(model('price: int64  sku: string  level: Level'));
    const text = model('sku: string  level: Level').replace(
      'service',
      '@renamedFrom(Quote) value Offer { level: Level  sku: string  price: int64 }\n  value Wrapped { offer: Offer }\n  service',
    );
    memory.generate(text.replace('rpc quote(Quote)', 'rpc wrap(Wrapped): Quote  rpc quote(Quote)'));
    expect(memory.read(path)).toMatch(
      /message Offer \{\n {2}Level level = 1;\n {2}string sku = 3;\n {2}int64 price = 2;/,
    );
    expect(messageOf(memory)).toBe('  string sku = 2;\n  Level level = 1;\n');
  });

  it('stay with the members of a union when one of the same name joins from another context', () => {
    const memory = new Memory();
    const text = (own: string, members: string) => `
context Pricing {
  ${own}
  union Any = ${members}
  service Quotes { api Quotes: grpc { rpc any(): Any } }
}
context Desk { value Quote { a: string } }`;
    const members = () => /oneof kind \{\n([^}]*?) *\}/.exec(memory.read(path)!)![1];
    memory.generate(text('', 'Desk.Quote'));
    expect(members()).toBe('    Quote desk_quote = 1;\n');
    memory.generate(text('value Quote { b: string }', 'Quote | Desk.Quote'));
    expect(members()).toBe('    Quote quote = 2;\n    DeskQuote desk_quote = 1;\n');
  });
});
