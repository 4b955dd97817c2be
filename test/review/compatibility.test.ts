import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { compareModels } from '../../src/review/compare/compare.js';
import type { ContractChange } from '../../src/review/compatibility/contract-change.js';
import { contractChanges } from '../../src/review/compatibility/compatibility.js';

const shop = `
context Ordering {
  service Orders {
    api Rest: rest { version "1.0.0"
      GET "/orders/{id}" getOrder(id: uuid): OrderView
      POST "/orders" placeOrder(body: NewOrder): 201 OrderView
    }
    publishes Placed
  }
  enum Status { placed paid }
  value OrderView { id: uuid  total: int64 (max 100)  note: string?  status: Status }
  value NewOrder { sku: string (maxLength 20)  count: int32  gift: boolean? }
  event Placed { version 1  topic "orders"  id: uuid  total: int64?  }
}
context Shipping { service Parcels {
  calls Ordering.Orders.getOrder { fields id, status }
  subscribes Ordering.Placed { fields id }
} }
context Billing { service Invoices {
  calls Ordering.Orders.getOrder { fields total }
  calls Ordering.Orders.placeOrder { retry 2 }
  subscribes Ordering.Placed
} }
contextmap M { Ordering -> [ACL] Billing  Ordering -> [CF] Shipping }
`;

function between(before: string, after: string): readonly ContractChange[] {
  const model = (text: string) => modelFromTexts({ 'm.arch': text });
  return contractChanges(compareModels(model(before), model(after)), '2026-11-25');
}

function changes(...replacements: readonly (readonly [string | RegExp, string])[]): string[] {
  let after = shop;
  for (const [from, to] of replacements) {
    expect(after.replaceAll(from, to)).not.toBe(after);
    after = after.replaceAll(from, to);
  }
  return between(shop, after)
    .filter(({ impact }) => impact !== 'info')
    .map(({ rule, severity, place, hits }) =>
      [
        severity,
        rule,
        place,
        ...hits.map(({ consumer, severity: own }) => `${consumer.replace(/.*\./, '')}=${own}`),
      ]
        .filter((word) => word !== '')
        .join(' '),
    );
}

describe('compatibility', () => {
  it('breaks who sends a request where a stream of them is taken', () => {
    const api = (request: string) =>
      `context A { value V { x: int32 } service S { api P: grpc { version "1" rpc send(${request}): V } } }`;
    expect(between(api('V'), api('stream V'))).toMatchObject([
      { rule: 'request-form-changed', impact: 'breaking' },
    ]);
    expect(between(api('stream V'), api('stream V'))).toEqual([]);
  });

  it('breaks those who wait for an event that nobody publishes any more', () => {
    expect(changes(['    publishes Placed\n', ''])).toEqual([
      'breaking event-not-published Parcels=breaking Invoices=warning',
    ]);
    // Another service takes it over.
    expect(
      changes(
        ['    publishes Placed\n', ''],
        ['  enum Status', '  service Sender { publishes Placed }\n  enum Status'],
      ),
    ).toEqual([]);
    // Its end was announced.
    const announced = shop.replace(
      'event Placed',
      '@deprecated("", sunset: 2026-11-01) event Placed',
    );
    expect(between(announced, announced.replace('publishes Placed', ''))).toMatchObject([
      { rule: 'event-not-published', impact: 'warning' },
    ]);
  });

  it('breaks those who send a command that nobody handles any more', () => {
    const text = (handles: string) => `context A {
      command Ship { id: uuid }
      service Store { ${handles} }
      service Clerk { sends Ship }
    }`;
    expect(between(text('handles Ship'), text(''))).toMatchObject([
      { rule: 'command-not-handled', impact: 'breaking', hits: [{ consumer: 'service:A.Clerk' }] },
    ]);
    expect(between(text('handles Ship'), text('handles Ship  outbox'))).toEqual([]);
    expect(between(text(''), text(''))).toEqual([]);
  });

  it('is silent about what did not change, and about what is only added', () => {
    expect(between(shop, shop)).toEqual([]);
    expect(
      changes(
        ['note: string?', 'note: string?  extra: uuid'],
        ['gift: boolean?', 'gift: boolean?  wrap: boolean?'],
      ),
    ).toEqual([]);
  });

  it('hits only the consumers whose fields are gone, less where they translate', () => {
    expect(changes(['total: int64 (max 100)', ''])).toEqual([
      'warning response-required-property-removed response.total Invoices=warning',
      // The answer to `placeOrder`, too.
      'warning response-required-property-removed response.total Invoices=warning',
    ]);
    expect(changes(['total: int64 (max 100)', ''], ['[ACL] Billing', '[CF] Billing'])).toContain(
      'breaking response-required-property-removed response.total Invoices=breaking',
    );
  });

  it.each<[string, string | RegExp, string, string]>([
    [
      'a new value of a closed enum',
      'placed paid',
      'placed paid lost',
      'breaking response-property-enum-value-added response.status Parcels=breaking',
    ],
    [
      'a result that may be missing',
      'id: uuid  total: int64 (max',
      'id: uuid?  total: int64 (max',
      'breaking response-property-became-optional response.id Parcels=breaking',
    ],
    [
      'a widened result',
      'total: int64 (max 100)',
      'total: float64',
      'warning response-property-type-changed response.total Invoices=warning',
    ],
    [
      'a looser limit on a result',
      'max 100',
      'max 200',
      'warning response-property-max-increased response.total Invoices=warning',
    ],
    [
      'a tighter limit on a request',
      'maxLength 20',
      'maxLength 10',
      'warning request-property-max-length-decreased request body.sku Invoices=warning',
    ],
    [
      'a new required field of a request',
      'count: int32',
      'count: int32  colour: string',
      'warning new-required-request-property request body.colour Invoices=warning',
    ],
    [
      'an optional field of a request that is required',
      'gift: boolean?',
      'gift: boolean',
      'warning request-property-became-required request body.gift Invoices=warning',
    ],
    [
      'another topic',
      'topic "orders"',
      'topic "orders.v2"',
      'breaking event-topic-changed channel Parcels=breaking Invoices=warning',
    ],
  ])('sees %s', (_, from, to, expected) => {
    expect(changes([from, to])).toContain(expected);
  });

  it('knows that inputs may widen and outputs narrow', () => {
    expect(
      changes(
        ['count: int32', 'count: int64 (min 1, max 1000)'],
        ['maxLength 20', 'maxLength 50'],
        ['max 100', 'max 50'],
      ),
    ).toEqual([]);
  });

  it('takes a bound with and one without its own value for one', () => {
    const bounded = (bound: string) =>
      shop.replace('max 100', bound).replace('count: int32', `count: int32 (${bound})`);
    const found = (before: string, after: string) =>
      between(bounded(before), bounded(after)).map(({ rule, impact }) => `${impact} ${rule}`);
    expect(found('exclusiveMin 0', 'min 0')).toEqual([
      'breaking response-property-min-decreased',
      'info request-property-min-decreased',
      'breaking response-property-min-decreased',
    ]);
    expect(found('max 10', 'exclusiveMax 10')).toEqual([
      'info response-property-exclusive-max-decreased',
      'breaking request-property-exclusive-max-decreased',
      'info response-property-exclusive-max-decreased',
    ]);
    expect(found('min 1', 'exclusiveMin 0, min 1')).toEqual([]);
  });

  it('knows that multiples of a multiple are multiples', () => {
    const stepped = (step: number) =>
      shop.replace('count: int32', `count: int32 (multipleOf ${step})`);
    const impact = (before: number, after: number) =>
      between(stepped(before), stepped(after))[0]?.impact;
    expect([impact(4, 2), impact(2, 4), impact(4, 6)]).toEqual(['info', 'breaking', 'breaking']);
  });

  it('knows which way fields go that are read-only or write-only', () => {
    expect(changes(['sku: string', '@readOnly sku: string'])).toEqual([
      'warning request-property-removed request body.sku Invoices=warning',
    ]);
    const made = shop.replace('sku: string', '@readOnly sku: string');
    expect(between(made, shop).map(({ rule, impact }) => `${impact} ${rule}`)).toEqual([
      'breaking new-required-request-property',
    ]);
    expect(changes(['id: uuid  total: int64 (', '@writeOnly id: uuid  total: int64 ('])).toContain(
      'breaking response-required-property-removed response.id Parcels=breaking',
    );
    expect(changes(['sku: string', '@readOnly made: datetime  sku: string'])).toEqual([]);
  });

  it('sees the key that an idempotent request has to carry', () => {
    expect(changes(['201 OrderView', '201 OrderView { idempotent }'])).toEqual([
      'warning new-required-request-parameter header Idempotency-Key Invoices=warning',
    ]);
  });

  it('sees another number of a protobuf field, which is all that the wire knows of it', () => {
    const quotes = (field: string) => `context A {
      value Quote { ${field} }
      service S { api Q: grpc { rpc quote(): Quote }  api R: rest { GET "/quote" get(): Quote } }
    }`;
    const found = (before: string, after: string) =>
      between(quotes(before), quotes(after)).map(({ rule, impact }) => `${impact} ${rule}`);
    expect(found('@number(3) a: string', '@number(4) a: string')).toEqual([
      'breaking response-property-number-changed',
    ]);
    expect(found('a: string', '@number(4) a: string')).toEqual([
      'warning response-property-number-changed',
    ]);
  });

  it('knows that a number which may not fit a double travels as text', () => {
    expect(changes(['count: int32', 'count: int64'])).toEqual([
      'warning request-property-type-changed request body.count Invoices=warning',
    ]);
  });

  it('asks for a major version, and takes it as an announcement', () => {
    const after = shop.replace('placed paid', 'placed paid lost');
    expect(between(shop, after)[0]?.version).toEqual({
      needed: 'major',
      before: '1.0.0',
      after: '1.0.0',
      made: false,
    });
    const [announced] = between(shop, after.replace('1.0.0', '2.0.0'));
    expect(announced).toMatchObject({
      severity: 'warning',
      impact: 'breaking',
      version: { made: true },
    });
  });

  it('holds events to the compatibility that they promise', () => {
    const required = ['total: int64?', 'total: int64'] as const;
    expect(changes(required)).toEqual([]);
    const full = shop.replace('version 1 ', 'version 1  compatibility full ');
    expect(
      between(full, full.replace(...required)).map(({ rule, severity }) => `${severity} ${rule}`),
    ).toEqual(
      ['warning event-property-became-required'].map(
        () => 'breaking event-property-became-required',
      ),
    );
  });

  it('hits those who still call what is gone, and nobody who has adapted', () => {
    const gone = shop.replace(/GET .*\n/, '');
    expect(between(shop, gone)[0]).toMatchObject({
      rule: 'api-removed-without-deprecation',
      severity: 'breaking',
      hits: [{ consumer: 'service:Shipping.Parcels' }, { consumer: 'service:Billing.Invoices' }],
    });
    const adapted = gone.replace(/calls Ordering.Orders.getOrder.*/g, '');
    expect(between(shop, adapted)[0]?.hits).toEqual([]);
  });

  it('respects a sunset that has come', () => {
    const deprecated = shop.replace('GET', '@deprecated("x", sunset: 2026-01-01) GET');
    const [change] = between(deprecated, shop.replace(/GET .*\n/, ''));
    expect(change).toMatchObject({
      sunset: 'respected',
      rule: 'api-removed-with-deprecation',
      severity: 'warning',
    });
  });

  it('keeps a fingerprint until the change is another one', () => {
    const print = (to: string) => between(shop, shop.replace('max 100', to))[0]?.fingerprint;
    expect(print('max 200')).toBe(print('max 200'));
    expect(print('max 200')).not.toBe(print('max 300'));
  });
});
