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
