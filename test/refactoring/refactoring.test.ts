import { describe, expect, it } from 'vitest';
import { ModelWorkspace } from '../../src/model/workspace.js';
import { refactoringsAt } from '../../src/refactoring/refactorings-at.js';
import { offsetAt, positionAt } from '../../src/model/text-positions.js';
import { valueFromJson } from '../../src/refactoring/value-from-json.js';

const shop = `team Checkout
context Shop {
  team Checkout
  /** What people buy. */
  aggregate Order {
    root entity Order {
      id id: uuid
      street: string
      city: string
      lines: Line[]
    }
    event OrderPlaced { orderId: uuid }
  }
  value Line { sku: string }
  service Desk {
    owns Order
    api Orders: rest {
      GET "/{id}" getOrder(id: uuid): Order
    }
    api Admin: rest {
      POST "/purge" purge(before: date): 204
    }
    publishes OrderPlaced
    calls Billing.Biller.charge { timeout 300ms }
  }
}
`;
const billing = `context Billing {
  value Money { amount: decimal }
  service Biller {
    api Charges: rest {
      POST "/" charge(body: Money): 204
    }
    calls Shop.Desk.getOrder { timeout 1s }
    calls Shop.Desk.Admin.purge { timeout 1s }
    subscribes Shop.OrderPlaced
  }
}
contextmap Landscape { Shop <-> Billing : partnership }
`;
const files: Readonly<Record<string, string>> = { 'shop.arch': shop, 'billing.arch': billing };

function workspaceOf(texts: Readonly<Record<string, string>>): ModelWorkspace {
  const workspace = new ModelWorkspace();
  for (const [file, text] of Object.entries(texts)) workspace.update(file, text);
  return workspace;
}

/** Texts after the refactoring of that title, at the marked words of a file. */
function refactored(file: string, words: string, title: string): Record<string, string> {
  const workspace = workspaceOf(files);
  const text = (name: string) => workspace.text(name) ?? '';
  const offset = text(file).indexOf(words);
  const start = positionAt(text(file), offset);
  const end = words.includes('\n') ? positionAt(text(file), offset + words.length) : start;
  const found = refactoringsAt({ model: workspace.model, text }, file, { file, start, end });
  const chosen = found.find((candidate) => candidate.title === title);
  if (!chosen) throw new Error(`Offered: ${found.map((one) => one.title).join('; ')}`);
  const after: Record<string, string> = { ...files };
  const changes = chosen
    .changes()
    .map((change, order) => ({ ...change, order }))
    .sort(
      (a, b) =>
        offsetAt(text(b.span.file), b.span.start) - offsetAt(text(a.span.file), a.span.start) ||
        b.order - a.order,
    );
  for (const { span, text: inserted } of changes) {
    const before = after[span.file] ?? '';
    const [from, to] = [span.start, span.end].map((at) => offsetAt(text(span.file), at));
    after[span.file] = before.slice(0, from) + inserted + before.slice(to);
  }
  return after;
}

/** The model stays whole: nothing is unresolved, nothing is syntactically wrong. */
function modelOf(texts: Readonly<Record<string, string>>) {
  const { model } = workspaceOf(texts);
  expect(model.problems).toEqual([]);
  expect(model.unresolved.map(({ path }) => path)).toEqual([]);
  return model;
}

describe('refactorings', () => {
  it('move an aggregate with its comment, and every reference follows', () => {
    const after = refactored('shop.arch', 'Order {', 'Move Order to the context Billing');
    const model = modelOf(after);
    expect(model.elements.has('event:Billing.Order.OrderPlaced')).toBe(true);
    expect(model.elements.get('aggregate:Billing.Order')?.doc).toBe('What people buy.');
    expect(after['billing.arch']).toContain('lines: Shop.Line[]');
    expect(after['billing.arch']).toContain('subscribes Billing.OrderPlaced');
    expect(after['shop.arch']).toContain('publishes Billing.OrderPlaced');
    expect(after['shop.arch']).toContain('): Billing.Order\n');
    expect(after['shop.arch']).not.toContain('What people buy');
  });

  it('extract a service into a context of its own', () => {
    const after = refactored('shop.arch', 'Desk {', 'Extract Desk into a context of its own');
    const model = modelOf(after);
    expect(model.elements.has('operation:Desk.Desk.Orders.getOrder')).toBe(true);
    expect(after['shop.arch']).toContain('context Desk {\n  service Desk {\n    owns Shop.Order\n');
    expect(after['billing.arch']).toContain('calls Desk.Desk.getOrder');
  });

  it('split an API off', () => {
    const title = 'Split Admin off into a service of its own';
    const after = refactored('shop.arch', 'Admin: rest', title);
    const model = modelOf(after);
    expect(model.elements.has('operation:Shop.AdminService.Admin.purge')).toBe(true);
    expect(after['billing.arch']).toContain('calls Shop.AdminService.Admin.purge');
    expect(after['billing.arch']).toContain('calls Shop.Desk.getOrder');
  });

  it('turn a call into an event', () => {
    const title = 'Turn the call into the event ChargeRequested';
    const after = refactored('shop.arch', 'calls Billing', title);
    const model = modelOf(after);
    expect(model.calls.map(({ id }) => id)).not.toContain(
      'call:Shop.Desk->Billing.Biller.Charges.charge',
    );
    expect(model.subscriptions.map(({ id }) => id)).toContain(
      'subscription:Billing.Biller->Shop.ChargeRequested',
    );
    expect(after['shop.arch']).toContain('event ChargeRequested {\n    amount: decimal\n  }');
  });

  it('extract selected fields into a value', () => {
    const words = 'street: string\n      city: string';
    const title = 'Extract 2 fields into the value OrderDetails';
    const after = refactored('shop.arch', words, title);
    const model = modelOf(after);
    const value = model.values.find(({ name }) => name === 'OrderDetails');
    expect(value?.fields.map(({ name }) => name)).toEqual(['street', 'city']);
    const entity = model.entities.find(({ name }) => name === 'Order');
    expect(entity?.fields.map(({ name }) => name)).toEqual(['id', 'orderDetails', 'lines']);
  });
});

describe('JSON pasted as a value type', () => {
  it('becomes types that hold it', () => {
    const json = JSON.stringify({
      id: '6f1c2b3a-1111-4222-8333-444455556666',
      placedAt: '2026-01-02T03:04:05Z',
      'total-amount': 12.5,
      items: [{ sku: 'A', count: 3_000_000_000 }],
      note: null,
    });
    const text = valueFromJson(json, 'Order') ?? '';
    expect(text).toBe(
      [
        'value Order {',
        '  id: uuid',
        '  placedAt: datetime',
        '  totalAmount: decimal // "total-amount"',
        '  items: Item[]',
        '  note: json | null',
        '}',
        'value Item {',
        '  sku: string',
        '  count: int64',
        '}',
      ].join('\n'),
    );
    modelOf({ 'a.arch': `context A {\n${text}\n}` });
  });

  it('is left alone when it is no object', () => {
    expect(valueFromJson('[1, 2]', 'A')).toBeUndefined();
    expect(valueFromJson('not json', 'A')).toBeUndefined();
  });
});
