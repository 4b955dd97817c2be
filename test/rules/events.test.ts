import { describe, expect, it } from 'vitest';
import { applied, findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text).filter((finding) => finding.rule === rule);

describe('consumers', () => {
  it('of a wildcard are one finding', () => {
    const text = `context A { event OnePlaced  event TwoPlaced }
      context B { service S { subscribes A.*  } }`;
    expect(of(text, 'non-idempotent-consumer')).toHaveLength(1);
    expect(of(text, 'no-dead-letter')).toHaveLength(1);
  });

  it('that get every event once need no memory, unless a replay reaches an external', () => {
    const text = (event: string, handler = '') =>
      `external Mail  context A { event OnePlaced { delivery exactly-once ${event} } service S { subscribes OnePlaced ${handler} } }`;
    expect(of(text(''), 'non-idempotent-consumer')).toEqual([]);
    expect(of(text('retention 7d'), 'non-idempotent-consumer')).toEqual([]);
    expect(of(text('retention 7d', '{ calls Mail }'), 'non-idempotent-consumer')).toHaveLength(1);
  });
});

describe('event-loop', () => {
  const loop = (text: string) => of(text, 'event-loop').map(({ what }) => what);

  it('shows the ring and stands where it closes', () => {
    const text = `context A { event AMoved  event BMoved  event CMoved
      service S { subscribes AMoved { emits BMoved } }
      service T { subscribes BMoved { emits CMoved } }
      service U { subscribes CMoved { emits AMoved } } }`;
    expect(loop(text)).toEqual([
      'These events lead to each other in a ring: A.AMoved → A.BMoved → A.CMoved → A.AMoved.',
    ]);
    expect(of(text, 'event-loop')[0]?.element).toBe('subscription:A.U->A.CMoved');
  });

  it('counts a handler that emits its own event, and a flow', () => {
    expect(
      loop('context A { event AMoved service S { subscribes AMoved { emits AMoved } } }'),
    ).toHaveLength(1);
    const flow = (steps: string) =>
      `context A { event AMoved event BMoved service S { publishes BMoved } service T { publishes AMoved } }
       flow F { ${steps} }`;
    const round =
      'A.S on A.AMoved  A.S publishes A.BMoved  A.T on A.BMoved  A.T publishes A.AMoved';
    expect(loop(flow(round))).toHaveLength(1);
    expect(loop(flow('A.T publishes A.AMoved  A.S on A.AMoved  A.S publishes A.BMoved'))).toEqual(
      [],
    );
  });

  it('does not count what a service publishes as a whole', () => {
    expect(
      loop(`context A { event AMoved event BMoved
        service S { subscribes AMoved publishes BMoved } service T { subscribes BMoved publishes AMoved } }`),
    ).toEqual([]);
  });
});

describe('pii-in-event', () => {
  it('looks into values, not through references by identity', () => {
    const text = (type: string) => `context A {
      aggregate Buyer { root entity Buyer { id id: uuid  contact: Contact } }
      value Contact { @pii mail: email  next: Contact? }
      value Wrapped { contact: Contact }
      event OrderPlaced { what: ${type} } }`;
    expect(of(text('Wrapped'), 'pii-in-event').map(({ what }) => what)).toEqual([
      '`OrderPlaced` carries personal data in `what.contact.mail`.',
    ]);
    expect(of(text('map<string, Contact>[]'), 'pii-in-event')).toHaveLength(1);
    expect(of(text('ref Buyer'), 'pii-in-event')).toEqual([]);
  });

  it('knows tags and secrets', () => {
    const text = 'context A { event CardAdded { @tag(pci) card: string  @sensitive pin: string } }';
    expect(of(text, 'pii-in-event').map(({ data }) => data['classes'])).toEqual([
      'card data',
      'a secret',
    ]);
  });
});

describe('ordering-key', () => {
  it('wants a key that is a field', () => {
    const text = (more: string) => `context A { event AMoved { ${more} itemId: uuid } }`;
    expect(of(text(''), 'ordering-key')).toEqual([]);
    expect(of(text('ordered key itemId'), 'ordering-key')).toEqual([]);
    expect(of(text('key other'), 'ordering-key')[0]?.remedy).toContain('`itemId`');
  });
});

describe('fixes of events', () => {
  const mended = (text: string, rule: string) =>
    applied(text, of(text, rule)[0]?.fixes[0]?.edits ?? []);

  it('name another field as key', () => {
    const text = 'context X { event Sold { ordered  key nope  orderId: uuid } }';
    expect(mended(text, 'ordering-key')).toBe(
      'context X { event Sold { ordered  key orderId  orderId: uuid } }',
    );
  });

  it('give a wildcard a dead-letter channel of its service', () => {
    const text = `context X { event Sold  event Sent  service Till { publishes Sold, Sent } }
      context Y { service BookKeeper { subscribes X.* } service Z { subscribes X.Sold { dead-letter "z" } } }`;
    expect(mended(text, 'no-dead-letter')).toContain(
      'subscribes X.* { dead-letter "y.book-keeper.dlq" }',
    );
  });

  it('add an outbox where a handler writes twice, which has a name of its own', () => {
    const text = `context X { aggregate Order  command Take  event Taken
      service S { handles Take { modifies Order  emits Taken } } service T { outbox } }`;
    expect(of(text, 'dual-write')[0]?.what).toBe(
      'The handler of `X.Take` in `X.S` modifies `Order` and emits `Taken`, and `S` has no outbox.',
    );
    expect(mended(text, 'dual-write')).toContain('service S { outbox handles');
  });
});
