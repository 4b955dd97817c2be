import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text).filter((finding) => finding.rule === rule);
const subjects = (text: string, rule: string) =>
  of(text, rule).map(({ severity, element }) => `${severity} ${element}`);

const two = `aggregate Order { root entity Order { id id: uuid } }
  aggregate Stock { root entity Stock { id id: uuid }  event StockMoved }`;

describe('single-writer', () => {
  const text = (more: string) => `context X { ${two}
    service A { owns Stock store Db: postgres api R: rest { POST "/a" a() { modifies Stock } } }
    service B { ${more} } }`;
  it('counts handlers and access to the store as well', () => {
    expect(subjects(text(''), 'single-writer')).toEqual([]);
    expect(subjects(text('subscribes StockMoved { modifies Stock }'), 'single-writer')).toEqual([
      'error aggregate:X.Stock',
    ]);
    expect(subjects(text('writes A.Db'), 'single-writer')).toHaveLength(1);
    expect(subjects(text('reads A.Db'), 'single-writer')).toEqual([]);
    expect(of(text('owns Stock'), 'single-writer')[0]?.what).toContain('`X.A` and `X.B`');
  });
});

describe('cross-service-transaction', () => {
  const text = (more = '') => `context X { ${two}
    service Edge { api E: rest { POST "/e" e(): 201 { calls A.a } } }
    service A { owns Order api R: rest { POST "/a" a(): 201 { modifies Order calls B.b } } }
    service B { owns Stock api R: rest { POST "/b" b(): 201 int32 { modifies Stock } } } } ${more}`;
  it('blames the operation where it spreads, not who calls that', () => {
    expect(subjects(text(), 'cross-service-transaction')).toEqual(['warning operation:X.A.R.a']);
    expect(of(text(), 'cross-service-transaction')[0]?.what).toBe(
      'A request to `X.A.R.a` changes `X.Order` of `X.A` and `X.Stock` of `X.B`.',
    );
  });
  it('is silent about sagas', () => {
    const saga = 'flow F { kind saga  X.A -> X.B.b }';
    expect(subjects(text(saga), 'cross-service-transaction')).toEqual([]);
  });
});

describe('saga-step-without-compensation', () => {
  const text = (steps: string) => `actor U  context X {
    service W { api R: rest { POST "/w" checkout(): 201 } }
    service O { api R: rest { POST "/o" place(): 201 } }
    service S { api R: rest { POST "/s" reserve(): 201 GET "/s" look(): int32 DELETE "/s" release() } }
    service P { api R: rest { POST "/p" charge(): 201 } }
    service N { api R: rest { POST "/n" notify() } }
  } flow F { kind saga ${steps} }`;
  const start = 'U -> X.W.checkout  X.W -> X.O.place';
  const missing = (steps: string) =>
    of(text(steps), 'saga-step-without-compensation').map(({ element }) => element);

  it('needs none to start, to look, from the pivot on, or for the last step', () => {
    expect(missing(`${start}  X.O -> X.S.look  X.O -> X.P.charge`)).toEqual([]);
    expect(
      missing(
        `${start}  X.O -> X.S.reserve compensate X.S.release  X.O -> X.P.charge pivot  X.O -> X.N.notify  X.O -> X.N.notify`,
      ),
    ).toEqual([]);
  });
  it('is missing before a step that may fail', () => {
    expect(missing(`${start}  X.O -> X.S.reserve  X.O -> X.P.charge`)).toEqual(['step:F.3']);
  });
});

describe('replica-without-feed', () => {
  it('wants an event about the aggregate', () => {
    const text = (more: string) =>
      `context X { ${two} event OrderPlaced event Other } context Y { service A { replicates X.Order ${more} } }`;
    expect(of(text(''), 'replica-without-feed')).toHaveLength(1);
    expect(of(text('subscribes X.Other'), 'replica-without-feed')).toHaveLength(1);
    expect(of(text('subscribes X.OrderPlaced'), 'replica-without-feed')).toEqual([]);
    expect(of(text('subscribes X.StockMoved'), 'replica-without-feed')).toHaveLength(1);
  });
});

describe('regulated-data-scope', () => {
  const text = (field: string, tags = '', user = '') => `context X {
      value Card { ${field} number: string }
      event CardAdded { card: Card }
      service Own { subscribes CardAdded api R: rest { POST "/c" add(body: Card): Card } } }
    ${user} context Y { ${tags} service A { subscribes X.CardAdded calls X.Own.add } }`;
  it('follows events and answers to whoever is not tagged, but not home', () => {
    expect(subjects(text('@tag(pci)'), 'regulated-data-scope')).toEqual([
      'warning subscription:Y.A->X.CardAdded',
      'warning call:Y.A->X.Own.R.add',
    ]);
    expect(subjects(text('@tag(pci)', '@tag(pci)'), 'regulated-data-scope')).toEqual([]);
    expect(subjects(text('@tag(pci)', '', '@tag(pci)'), 'regulated-data-scope')).toEqual([]);
  });
  it('follows @pii only where somebody is in scope for it', () => {
    expect(subjects(text('@pii'), 'regulated-data-scope')).toEqual([]);
    expect(subjects(text('@pii', '', '@tag(pii) external E'), 'regulated-data-scope')).toHaveLength(
      2,
    );
  });
});

describe('reference-by-identity', () => {
  it('is an error across contexts, and can be mended', () => {
    const text = `context X { ${two} } context Y {
      aggregate Parcel { root entity Parcel { id id: uuid  orders: X.Order[]  line: Line }  entity Line { id id: uuid } } }`;
    const found = of(text, 'reference-by-identity');
    expect(found.map(({ severity, element }) => `${severity} ${element}`)).toEqual([
      'error field:Y.Parcel.Parcel.orders',
    ]);
    expect(found[0]?.fixes[0]?.edits[0]?.text).toBe('ref ');
  });

  it('sees entities within unions and values that belong to no aggregate', () => {
    const found = (field: string) =>
      of(
        `context X { ${two} value Tree { kids: Tree[]  leaf: Leaf } value Bush { tree: Tree } union Leaf = Stock | Tree  value Note { order: ref Order }
        aggregate Parcel { root entity Parcel { id id: uuid  ${field} }  value Own { order: Order } } }`,
        'reference-by-identity',
      ).map(({ what }) => what);
    const own = '`Own.order` holds `Order` of the aggregate `Order`.';
    expect(found('tree: Tree  note: Note  own: Own')).toEqual([
      '`Parcel.tree` holds, within `Tree`, `Stock` of the aggregate `Stock`.',
      own,
    ]);
    expect(found('note: Note')).toEqual([own]);
    expect(found('bush: Bush')).toHaveLength(2);
  });
});

describe('anemic-aggregate', () => {
  const text = (type: string, more: string) => `domain D { ${type} subdomain S }
    context X implements D.S { aggregate Quote { root entity Quote { id id: uuid  premium: decimal } ${more} } }`;
  it('judges core domains by what their aggregates can do', () => {
    expect(of(text('core', ''), 'anemic-aggregate')).toEqual([]);
    expect(
      of(text('core', 'command UpdateQuote command SetQuote'), 'anemic-aggregate'),
    ).toHaveLength(1);
    expect(of(text('core', 'command UpdateQuote command BindQuote'), 'anemic-aggregate')).toEqual(
      [],
    );
    expect(of(text('supporting', 'command UpdateQuote'), 'anemic-aggregate')).toEqual([]);
  });
});

describe('cross-service-transaction in a flow', () => {
  const shop = (steps: string, kind = '') => `actor Shopper  context X { event Ordered ${two}
    service Edge { kind orchestrator }
    service A { owns Order publishes Ordered api R: rest { POST "/a" a(): 201 int32 { modifies Order } } }
    service B { owns Stock api R: rest { POST "/b" b(): 201 int32 { modifies Stock } } } }
    flow Buy { ${kind} ${steps} }`;
  const both = 'X.Edge -> X.A.a  X.Edge -> X.B.b';

  it('is one request that changes what two services own', () => {
    const [found, ...more] = of(shop(both), 'cross-service-transaction');
    expect(more).toEqual([]);
    expect(found?.elements).toEqual(['flow:Buy', 'aggregate:X.Order', 'aggregate:X.Stock']);
    expect(found?.what).toBe(
      'One request in the flow `Buy` changes `X.Order` of `X.A` and `X.Stock` of `X.B`.',
    );
    expect(subjects(shop('Shopper -> X.A.a  X.A -> X.B.b'), 'cross-service-transaction')).toEqual([
      'warning flow:Buy',
    ]);
  });

  it('is none of two requests, of what an event leads to, or of a saga', () => {
    for (const text of [
      shop('Shopper -> X.A.a  Shopper -> X.B.b'),
      shop('Shopper -> X.A.a  X.A publishes X.Ordered  X.Edge on X.Ordered  X.Edge -> X.B.b'),
      shop(both, 'kind saga'),
      shop('Shopper -> X.A.a  X.A -> X.A.a'),
    ]) {
      expect(subjects(text, 'cross-service-transaction')).toEqual([]);
    }
  });

  it('is left to the operation that makes the calls, where that says so', () => {
    const text = shop('Shopper -> X.A.a  X.A -> X.B.b').replace(
      'modifies Order }',
      'modifies Order calls B.b }',
    );
    expect(subjects(text, 'cross-service-transaction')).toEqual(['warning operation:X.A.R.a']);
  });
});

describe('a copy of an aggregate', () => {
  const text = (event: string, emits = '') => `context X { ${two} scalar StockId = uuid
      aggregate Item { root entity Item { id id: StockId } }
      event Moved { version 1 ${event} }
      service A { owns Item publishes Moved api R: rest { POST "/a" a(): 201 int32 { ${emits} } } } }
    context Y { service S { replicates X.Item  subscribes X.Moved } }`;

  it('is fed by events that refer to it, or come from what modifies it', () => {
    expect(subjects(text('name: string'), 'replica-without-feed')).toEqual(['warning service:Y.S']);
    for (const fed of [
      text('item: ref Item'),
      text('item: Item'),
      text('item: StockId'),
      text('name: string', 'modifies Item  emits Moved'),
    ]) {
      expect(subjects(fed, 'replica-without-feed')).toEqual([]);
    }
    expect(
      subjects(text('name: string', 'modifies Order  emits Moved'), 'replica-without-feed'),
    ).toHaveLength(1);
  });
});

describe('a handler that modifies several aggregates', () => {
  it('is called by what it handles, and is one for all events of a wildcard', () => {
    const text = (pattern: string) => `context X { ${two} event Ordered
      service A { subscribes ${pattern} { modifies Order, Stock } } }`;
    expect(of(text('Ordered'), 'one-aggregate-per-transaction')[0]?.what).toBe(
      'The handler of `X.Ordered` in `X.A` modifies `Order` and `Stock` in one go.',
    );
    expect(of(text('X.*'), 'one-aggregate-per-transaction')).toHaveLength(1);
  });
});
