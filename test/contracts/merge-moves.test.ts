import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Memory } from './memory.js';

const model = `
context Ordering {
  value Line { sku: string }
  value Money { amount: decimal }
  value Order { id: uuid  lines: Line[]  total: Money }
  service Desk {
    api Orders: rest {
      path "/v1"
      GET "/orders/{id}" getOrder(id: uuid): Order
      DELETE "/orders/{id}" cancelOrder(id: uuid)
      GET "/orders" listOrders(): paged Order
    }
  }
}`;
const path = 'contracts/ordering/desk/orders.openapi.yaml';
const note = '      description: |-\n        Written by hand.\n        # And no comment.\n';

interface Document {
  readonly paths: Record<string, Record<string, { readonly description: string }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

function edited(): Memory {
  const memory = new Memory();
  memory.generate(model);
  memory.edit(path, '      description: Get order.\n', note);
  return memory;
}

function read(memory: Memory): Document {
  return parse(memory.read(path)!) as Document;
}

/** Nothing is asked, and nothing changes when it is generated again. */
function expectSettled(memory: Memory, text: string): void {
  const before = memory.read(path);
  const [again] = memory.generate(text).contracts;
  expect(again?.conflicts).toEqual([]);
  expect(memory.read(path)).toBe(before);
}

describe('a team’s words', () => {
  it.each([
    [
      'another name for a parameter of the path',
      [
        ['{id}', '{orderId}'],
        ['(id: uuid', '(orderId: uuid'],
      ],
      '/v1/orders/{orderId}',
    ],
    ['another path of the API', [['path "/v1"', 'path "/v2"']], '/v2/orders/{id}'],
    ['another path of its operation', [['"/orders/{id}"', '"/baskets/{id}"']], '/v1/baskets/{id}'],
  ])('stay with an operation that gets %s', (_what, steps, moved) => {
    const memory = edited();
    const text = steps.reduce((now, [from, to]) => now.replaceAll(from!, to!), model);
    const [generated] = memory.generate(text).contracts;
    expect(generated?.conflicts).toEqual([]);
    const { paths } = read(memory);
    expect(Object.keys(paths).filter((one) => one.includes('{'))).toEqual([moved]);
    expect(paths[moved]!['get']!.description).toBe('Written by hand.\n# And no comment.');
    expectSettled(memory, text);
  });

  it('wait where they are when their operation moves to a path that is there', () => {
    const memory = edited();
    const text = model
      .replace('GET "/orders" listOrders(): paged Order', '')
      .replace('GET "/orders/{id}" getOrder(id: uuid)', 'GET "/orders" getOrder()');
    const [generated] = memory.generate(text).contracts;
    expect(generated?.conflicts.map(({ kind, pointer }) => [kind, pointer])).toEqual([
      ['edited-deleted', '/paths/~1v1~1orders~1{id}/get'],
    ]);
    expect(memory.read(path)).toContain(note);
  });
});

describe('what a team added', () => {
  const added = `  /by-hand:
    get:
      operationId: byHand
      responses:
        "200":
          description: By hand.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Line" # ours
`;
  const withHand = () => {
    const memory = new Memory();
    memory.generate(model);
    memory.edit(path, 'components:\n', `${added}components:\n`);
    return memory;
  };

  it('keeps the schemas that it refers to when the model needs them no more', () => {
    const memory = withHand();
    const text = model.replace('lines: Line[]  ', '');
    const [generated] = memory.generate(text).contracts;
    expect(generated?.conflicts).toEqual([]);
    expect(memory.read(path)).toContain(added);
    expect(Object.keys(read(memory).components.schemas)).toContain('Line');
    expectSettled(memory, text);
  });

  it('lets them go when it does not refer to them any more', () => {
    const memory = withHand();
    const text = model.replace('lines: Line[]  ', '');
    memory.generate(text);
    memory.edit(path, 'schemas/Line" # ours', 'schemas/Money" # ours');
    memory.generate(text);
    expect(Object.keys(read(memory).components.schemas)).not.toContain('Line');
  });

  it('follows a type that is renamed', () => {
    const memory = withHand();
    const text = model
      .replace('value Line', '@renamedFrom(Line) value Item')
      .replace('Line[]', 'Item[]');
    const [generated] = memory.generate(text).contracts;
    expect(generated?.conflicts).toEqual([]);
    expect(memory.read(path)).toContain(added.replace('Line', 'Item'));
    expect(Object.keys(read(memory).components.schemas)).not.toContain('Line');
    expectSettled(memory, text);
  });
});

describe('a value that an alias repeats', () => {
  const withAlias = () => {
    const memory = new Memory();
    memory.generate(model);
    memory.edit(path, '    Money:\n', '    Money: &money\n');
    memory.edit(path, '    Order:\n', '    Price: *money\n    Order:\n');
    return memory;
  };

  it.each([
    ['changes', 'both-changed', model.replace('amount: decimal', 'amount: int32')],
    ['goes', 'edited-deleted', model.replace('  total: Money', '')],
  ])('is asked about when it %s in the model', (_what, kind, text) => {
    const memory = withAlias();
    const [generated] = memory.generate(text).contracts;
    expect(generated?.problem).toBeUndefined();
    expect(generated?.conflicts.map((one) => [one.kind, one.pointer])).toEqual([
      [kind, '/components/schemas/Money'],
    ]);
    expect(memory.read(path)).toContain('    Price: *money\n');
    const line = memory.read(path)!.split('\n').indexOf('    Money: &money') + 2;
    const [settled] = memory.plan(text, () => 'model').contracts;
    expect(settled?.problem).toEqual({
      message:
        'An alias repeats a value that the model changes. Write it out in both places, and generate again.',
      line,
    });
  });
});

it('A contract that cannot be merged is found again where it lay before its API was renamed', () => {
  const memory = edited();
  const whole = memory.read(path)!;
  memory.files.set(path, `${whole}}`);
  const text = model.replace('api Orders', '@renamedFrom(Orders) api Baskets');
  memory.generate(text);
  memory.files.set(path, whole);
  memory.generate(text);
  const moved = memory.read('contracts/ordering/desk/baskets.openapi.yaml');
  expect(moved).toContain(note);
  expect(memory.read(path)).toBeUndefined();
});
