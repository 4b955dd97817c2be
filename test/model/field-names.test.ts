import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { namesOf } from '../../src/model/navigation.js';

const texts = {
  'orders.arch': `context Orders {
  event Placed { key orderId  orderId: uuid  total: decimal }
  event Paid { orderId: uuid }
  value View { orderId: uuid  lines: int32 }
  service Desk {
    publishes Placed, Paid
    api Rest: rest { GET "/" list(): paged View  GET "/one" one(): View  GET "/count" count(): int32 }
  }
}`,
  'billing.arch': `context Billing { service Biller {
  subscribes Orders.Placed { fields total, orderId }
  subscribes Orders.Paid, Orders.Placed { fields orderId }
  calls Orders.Desk.list { fields orderId }
  calls Orders.Desk { fields lines.first, nothing }
} }`,
};

describe('the name of a field', () => {
  const model = modelFromTexts(texts);
  const places = (id: string) =>
    namesOf(model, id).map(({ span: { file, start, end } }) => {
      const line = texts[file as keyof typeof texts].split('\n')[start.line - 1] ?? '';
      return `${file}:${String(start.line)} ${line.slice(start.column - 1, end.column - 1)}`;
    });

  it('stands behind `key` and `fields` as well, so that renaming it reaches these', () => {
    // What is listed for two events belongs to neither of them alone.
    expect(places('field:Orders.Placed.orderId')).toEqual([
      'orders.arch:2 orderId',
      'billing.arch:2 orderId',
      'orders.arch:2 orderId',
    ]);
    expect(places('field:Orders.Paid.orderId')).toEqual(['orders.arch:3 orderId']);
  });

  it('is what a call is answered with, also where only the service is named', () => {
    expect(places('field:Orders.View.orderId')).toEqual([
      'orders.arch:4 orderId',
      'billing.arch:4 orderId',
    ]);
    expect(places('field:Orders.View.lines')).toEqual([
      'orders.arch:4 lines',
      'billing.arch:5 lines',
    ]);
  });
});
