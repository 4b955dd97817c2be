import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { compareModels } from '../../src/review/compare/compare.js';

type Texts = string | Readonly<Record<string, string>>;

function changes(before: Texts, after: Texts): string[] {
  const model = (texts: Texts) =>
    modelFromTexts(typeof texts === 'string' ? { 'model.arch': texts } : texts);
  return compareModels(model(before), model(after)).changes.map(
    ({ change, id, formerId, properties }) =>
      [
        `${change} ${id}`,
        ...(formerId === undefined ? [] : [`was ${formerId}`]),
        ...properties.map(
          ({ name, before: old = '–', after: now = '–' }) => `${name}: ${old} → ${now}`,
        ),
      ].join('; '),
  );
}

const shop = `
context Ordering { team Checkout
  service Orders { slo { p99 400ms } api Rest: rest { GET "/orders/{id}" getOrder(id: uuid): OrderView } }
  value OrderView { id: uuid  total: decimal }
}
context Shipping { service Parcels { calls Ordering.Orders.getOrder { timeout 500ms } } }
team Checkout {} team Doorstep {}
`;

describe('a comparison of two revisions', () => {
  it('finds nothing in what is only written differently', () => {
    expect(changes(shop, shop.replaceAll('\n', '\n\n  // moved\n'))).toEqual([]);
    const [first = '', second = ''] = shop.split(/(?=context Shipping)/);
    expect(changes(shop, { 'b.arch': first, 'a.arch': second })).toEqual([]);
  });

  it('lists what came and went', () => {
    expect(changes(shop, shop.replace(/service Parcels.*/, 'service Returns }'))).toEqual(
      [
        'removed call:Shipping.Parcels->Ordering.Orders.Rest.getOrder',
        'removed relation:Ordering->Shipping',
        'added service:Shipping.Returns',
        'removed service:Shipping.Parcels',
      ].sort((a, b) => (a.split(' ')[1]! < b.split(' ')[1]! ? -1 : 1)),
    );
  });

  it('names properties with their values before and after', () => {
    const after = shop
      .replace('p99 400ms', 'p99 1s')
      .replace('team Checkout\n', 'team Doorstep\n')
      .replace('timeout 500ms', 'timeout 2s optional')
      .replace('total: decimal', 'total: decimal?');
    expect(changes(shop, after)).toEqual([
      'changed call:Shipping.Parcels->Ordering.Orders.Rest.getOrder; optional: – → yes; timeout: 500 ms → 2 s',
      'changed context:Ordering; team: Checkout → Doorstep',
      'changed service:Ordering.Orders; slo.p99: 400 ms → 1 s',
      'changed value:Ordering.OrderView; field total: total: decimal → total: decimal?',
    ]);
  });

  it('takes a rename for one only where @renamedFrom says so', () => {
    const renamed = shop.replaceAll('Orders', 'OrderDesk');
    expect(
      changes(shop, renamed.replace('service OrderDesk', '@renamedFrom(Orders) service OrderDesk')),
    ).toEqual(['renamed service:Ordering.OrderDesk; was service:Ordering.Orders']);
    expect(changes(shop, renamed)).toContain('removed service:Ordering.Orders');
    expect(changes(shop, renamed)).toContain('added service:Ordering.OrderDesk');
  });

  it('leaves an annotation that stays in the text alone', () => {
    const renamed = shop.replace('service Orders', '@renamedFrom(Desk) service Orders');
    expect(changes(renamed, renamed.replace('400ms', '300ms'))).toEqual([
      'changed service:Ordering.Orders; slo.p99: 400 ms → 300 ms',
    ]);
  });

  it('follows names through a renamed context and a field renamed in it', () => {
    const after = shop
      .replaceAll('Ordering', 'Sales')
      .replace('context Sales', '@renamedFrom(Ordering) context Sales')
      .replace('total: decimal', '@renamedFrom(total) sum: decimal');
    expect(changes(shop, after)).toEqual([
      'renamed context:Sales; was context:Ordering',
      'changed value:Sales.OrderView; was value:Ordering.OrderView; field sum: total: decimal → sum: decimal',
    ]);
  });

  it('sees that a service moved to another context', () => {
    const before = 'context A { service X } context B { service Y }';
    const after = 'context A {} context B { service Y @renamedFrom(A.X) service X }';
    expect(changes(before, after)).toEqual(['moved service:B.X; was service:A.X']);
  });

  it('pairs two names that were exchanged', () => {
    const before = 'context A { value X { a: string } value Y { b: string } }';
    const after =
      'context A { @renamedFrom(Y) value X { b: string } @renamedFrom(X) value Y { a: string } }';
    expect(changes(before, after)).toEqual([
      'renamed value:A.X; was value:A.Y',
      'renamed value:A.Y; was value:A.X',
    ]);
  });

  it('follows files to their new paths', () => {
    const before = modelFromTexts({ 'shop.arch': shop });
    const after = modelFromTexts({ 'sales/orders.arch': shop });
    expect(compareModels(before, after).fileMoves).toEqual([
      { from: 'shop.arch', to: 'sales/orders.arch' },
    ]);
  });
});
