import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.js';

const of = (text: string, rule: string) => findingsOf(text).filter((found) => found.rule === rule);

describe('forbidden synonyms', () => {
  const glossary = 'term Order "What a shopper wants." avoid "Purchase", "Booking request"';

  it('are found in plurals, in fields and over several words', () => {
    const found = of(
      `context Shop { ${glossary}
        event PurchasesImported { bookingRequestId: uuid }
        value Bookings { requests: int32 } }`,
      'forbidden-synonym',
    );
    expect(found.map(({ element, data }) => [element, data['rename']])).toEqual([
      ['event:Shop.PurchasesImported', 'OrdersImported'],
      ['field:Shop.PurchasesImported.bookingRequestId', 'orderId'],
    ]);
  });

  it('leave a preferred term alone that has the word in it', () => {
    const text =
      'context Shop { term OrderItem "One line." avoid "Item"  value OrderItem {}  value Item {} }';
    expect(of(text, 'forbidden-synonym').map(({ element }) => element)).toEqual([
      'value:Shop.Item',
    ]);
  });

  it('are renamed wherever they are named, but not onto a sibling', () => {
    const used = `context Shop { ${glossary}
      value Purchase {}
      event Placed { what: Purchase } }`;
    const [found] = of(used, 'forbidden-synonym');
    expect(found?.fixes.map(({ title, edits }) => [title, edits.length])).toEqual([
      ['Rename to Order', 2],
    ]);
    const [taken] = of(
      used.replace('value Purchase {}', 'value Purchase {} value Order {}'),
      'forbidden-synonym',
    );
    expect(taken?.fixes).toEqual([]);
  });
});

describe('a term that crosses untranslated', () => {
  const types = 'context A { value Money {} }\ncontext B { value Money {} }\n';
  const relation = (text: string) =>
    of(`${types}contextmap M { ${text} }`, 'term-crosses-untranslated').length;

  it('needs a directed relation without ACL or CF', () => {
    expect(relation('A -> B')).toBe(1);
    expect(relation('A -> [ACL] B')).toBe(0);
    expect(relation('A -> [CF] B')).toBe(0);
    expect(relation('A <-> B : shared-kernel')).toBe(0);
    expect(relation('A >< B')).toBe(0);
    expect(of(types, 'term-crosses-untranslated')).toEqual([]);
  });

  it('is fine where both glossaries explain it', () => {
    const explained = types.replaceAll('{ value', '{ term Money "Amount and currency."  value');
    expect(of(`${explained}contextmap M { A -> B }`, 'term-crosses-untranslated')).toEqual([]);
  });
});

describe('vague names', () => {
  const names = (text: string) => of(text, 'vague-name').map(({ element }) => element);

  it('are only fillers and words for kinds', () => {
    expect(names('context Shop { service DataManager  service OrderManager }')).toEqual([
      'service:Shop.DataManager',
    ]);
  });

  it('say CRUD only in the core domain, and never where they read', () => {
    const shop = (type: string) => `domain D { ${type} subdomain Orders }
      context Shop implements D.Orders { aggregate Order { root entity Order { id id: uuid } }
        service Checkout { api Orders: rest { POST "/" createOrder(): 204  GET "/" readOrder(): json } } }`;
    const operation = 'operation:Shop.Checkout.Orders.createOrder';
    expect(names(shop('core'))).toContain(operation);
    expect(names(shop('core'))).not.toContain('operation:Shop.Checkout.Orders.readOrder');
    expect(names(shop('supporting'))).not.toContain(operation);
  });
});

describe('a word that says nothing', () => {
  it('does not in the plural, in capitals, or with numbers that stand apart', () => {
    const names = ['Utilities', 'SYSTEM', 'DataThings', '_common', 'ProcessesV2', 'Item_2', 'V12'];
    const found = of(names.map((name) => `context ${name} {}`).join('\n'), 'vague-name');
    expect(found.map(({ data }) => data['name'])).toEqual(names);
  });

  it('may stand beside one that does, or be part of another', () => {
    const names = ['OrderUtilities', 'Systematics', 'DataOrders', 'Service12', 'Itemise', 'Doors'];
    expect(of(names.map((name) => `context ${name} {}`).join('\n'), 'vague-name')).toEqual([]);
  });
});

describe('the default of a field or parameter', () => {
  const missing = (text: string) =>
    of(`context A { enum Status { placed shipped }  ${text} }`, 'unresolved-reference').map(
      ({ element, elements, what }) => [element, elements.at(-1), what],
    );

  it('is one of the values of its enum', () => {
    expect(
      missing('value V { a: Status = shiped  b: string = any  c: Status = Status.placed }'),
    ).toEqual([
      [
        'field:A.V.a',
        'enum:A.Status',
        'The enum `A.Status` has no value `shiped`, which `a` starts out with. Did you mean `shipped`?',
      ],
    ]);
    const api =
      'service S { api P: rest { GET "/" op(status: Status = placed, other: Status = lost) } }';
    expect(missing(api)).toEqual([
      [
        'operation:A.S.P.op',
        'enum:A.Status',
        'The enum `A.Status` has no value `lost`, which `other` starts out with.',
      ],
    ]);
  });
});

describe('a name of something that does not fit', () => {
  it('is not said to be declared nowhere', () => {
    const text = `context Aa { team Aa  event Ended  service S { publishes S }  value V { a: S } }
      team Red
      flow F { Aa -> Aa.S  Red -> Aa.S }`;
    expect(of(text, 'unresolved-reference').map(({ what }) => what)).toEqual([
      '`Aa` is a context; a team is needed here.',
      '`S` is a service; an event is needed here.',
      '`S` is a service; a type is needed here.',
      '`Aa` is a context; an actor, a service, an external, an API or an operation is needed here.',
      '`Red` is a team; an actor, a service, an external, an API or an operation is needed here.',
    ]);
  });
});

describe('the parameters of an operation', () => {
  it('have names of their own in each place', () => {
    const found = (parameters: string) =>
      of(
        `context X { service S { api A: rest { GET "/{id}" a(${parameters}): int32 } } }`,
        'duplicate-name',
      ).map(({ what }) => what);
    expect(found('id: uuid, limit: int32, Limit: int32')).toEqual([
      'The parameter `Limit` stands twice in operation `X.S.A.a`, once as `limit`.',
    ]);
    expect(found('id: uuid, limit: int32, cookie limit: int32')).toEqual([]);
  });
});

describe('the terms of a context', () => {
  it('are explained once, in whichever of its blocks', () => {
    const found = findingsOf({
      'a.arch': 'context Shop { term Order "a wish" } context Pay { term Order "a bill" }',
      'b.arch': 'context Shop { term order "a duty"  term Offer "a price" }',
    }).filter(({ rule }) => rule === 'duplicate-name');
    expect(found.map(({ what, span }) => `${span.file}: ${what}`)).toEqual([
      'b.arch: The term `order` is explained twice in context `Shop`, once as `Order`.',
    ]);
  });
});
