import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.js';

const of = (text: string, rule: string) => findingsOf(text).filter((found) => found.rule === rule);

describe('a contract cycle', () => {
  const shop = (a: string, b: string) =>
    `context Shop { event Sold {} event Packed {}\n service A { publishes Sold ${a} }\n service B { publishes Packed ${b} } }`;

  it('is one of calls and events, and names the edge that closes it', () => {
    const [found, ...more] = of(shop('calls B', 'subscribes Sold'), 'contract-cycle');
    expect(more).toEqual([]);
    expect(found?.element).toBe('subscription:Shop.B->Shop.Sold');
    expect(found?.elements).toEqual(['service:Shop.A', 'service:Shop.B']);
    expect(found?.what).toContain('`Shop.B` subscribes to `Shop.A` and `Shop.A` calls `Shop.B`');
  });

  it('is neither choreography nor a ring of calls', () => {
    expect(of(shop('subscribes Packed', 'subscribes Sold'), 'contract-cycle')).toEqual([]);
    expect(of(shop('calls B', 'calls A'), 'contract-cycle')).toEqual([]);
    expect(of(shop('calls B', 'calls A  subscribes Sold'), 'contract-cycle')).toEqual([]);
  });

  it('finds a larger ring behind a small synchronous one', () => {
    const text = (c: string) => `context Shop { event Sent {}
      service A { calls B  publishes Sent } service B { calls A, C } service C { ${c} } }`;
    expect(of(text(''), 'contract-cycle')).toEqual([]);
    const [found] = of(text('subscribes Sent'), 'contract-cycle');
    expect(found?.elements).toEqual(['service:Shop.A', 'service:Shop.B', 'service:Shop.C']);
  });
});

describe('stable dependencies', () => {
  it('name both instabilities', () => {
    const [found] = of(
      `context Shop { service P { calls S } service Q { calls S } service R { calls S }
        service S { calls T } service T { calls U, V } service U service V }`,
      'stable-dependencies',
    );
    expect(found?.elements).toEqual(['service:Shop.S', 'service:Shop.T']);
    expect(found?.what).toContain('(instability 0.25, 3 depend on it)');
    expect(found?.what).toContain('(instability 0.67)');
  });
});

describe('fan-out', () => {
  const calls = (kind: string, names: string) =>
    `context Shop { service Orders { ${kind} calls ${names} } ${[...'ABCDEFGH'].map((name) => `service ${name}`).join(' ')} }`;

  it('counts services, not calls, and leaves orchestrators alone', () => {
    expect(of(calls('', 'A, B, C, D, E, F'), 'fan-out').map(({ element }) => element)).toEqual([
      'service:Shop.Orders',
    ]);
    expect(of(calls('', 'A, B, C, D, E, E, E'), 'fan-out')).toEqual([]);
    expect(of(calls('kind orchestrator', 'A, B, C, D, E, F'), 'fan-out')).toEqual([]);
  });
});

describe('a hub or bottleneck', () => {
  const callers = (names: string, target: string) =>
    [...names].map((name) => `service ${name} { calls ${target} }`).join(' ');

  it('is told from one another, and gateways are exempt', () => {
    const middle = (kind: string) => `context Shop { ${callers('ABCD', 'Mid')}
      service Mid { ${kind} calls E, F, G, H } service E service F service G service H }`;
    const [hub] = of(middle(''), 'hub-or-bottleneck');
    expect(hub?.what).toBe('`Shop.Mid` stands between others: 4 call it, and it calls 4.');
    expect(hub?.elements).toEqual(
      [...['Mid', ...'ABCDEFGH']].map((name) => `service:Shop.${name}`),
    );
    expect(of(middle('kind gateway'), 'hub-or-bottleneck')).toEqual([]);
  });

  it('is a bus where half of all pairs have it at one end', () => {
    const text = `context Shop { ${callers('AB', 'Mid')} service Mid { calls C, D } service C { calls E } service D { calls E } service E }`;
    expect(of(text, 'hub-or-bottleneck').map(({ what }) => what)).toEqual([
      '`Shop.Mid` takes part in 67 % of all pairs of services that call each other.',
    ]);
  });

  it('compares with the deviation among many services', () => {
    const text = `context Shop { ${callers('ABCDEF', 'Mid')} service Mid }`;
    const [found] = of(text, 'hub-or-bottleneck');
    // Mean 6/7, deviation 2.1: the limit is 5.06.
    expect(found?.what).toBe('`Shop.Mid` is called by 6 other services. The limit is 5.1.');
  });
});

describe('a distributed monolith', () => {
  const found = (text: string) =>
    of(text, 'distributed-monolith').map(({ elements }) => elements.length);

  it('needs two kinds of ties', () => {
    const shop = (release: string) => `context Shop {
      service A { ${release} store Db: postgres } service B { ${release} reads A.Db } service C { ${release} } }`;
    expect(found(shop('deployable "x"'))).toEqual([3]);
    expect(found(shop(''))).toEqual([]);
  });

  it('takes in neighbours where calls are dense', () => {
    const shop = (calls: string) =>
      `context Shop { service A { store Db: postgres calls B, C } service B { reads A.Db ${calls} } service C { calls A } }`;
    expect(found(shop('calls A, C'))).toEqual([3]);
    expect(found(shop(''))).toEqual([]);
  });

  it('stands at the system', () => {
    const text =
      'system Shop {}\ncontext Sales { service A { deployable "x" store Db: postgres } service B { deployable "x" reads A.Db } service C { deployable "x" } }';
    expect(of(text, 'distributed-monolith')[0]?.element).toBe('system:Shop');
  });
});

describe('a release in lockstep', () => {
  it('weighs less within one context and team', () => {
    const text = (other: string) =>
      `team Red team Blue context Shop { team Red service A { deployable "x" } service B { deployable "x" ${other} } }`;
    expect(of(text(''), 'lockstep-release')[0]?.severity).toBe('info');
    expect(of(text('team Blue'), 'lockstep-release')[0]?.severity).toBe('warning');
  });
});

describe('a flow that compensates', () => {
  it('couples by function like a saga, as it is one', () => {
    const text = (compensation: string) => `team Red team Blue
      domain Retail { core subdomain Pricing }
      context Sales { team Red service Orders { calls Pricing.Prices.hold } }
      context Pricing implements Retail.Pricing { team Blue
        service Prices { api P: rest { version "1" POST "/holds" hold(): int32  DELETE "/holds" free() } } }
      flow Sell { Sales.Orders -> Pricing.Prices.hold ${compensation} }`;
    expect(of(text('compensate Pricing.Prices.free'), 'unbalanced-coupling')[0]?.what).toContain(
      'strength 3 (functional: the call is a step of a saga)',
    );
    expect(of(text(''), 'unbalanced-coupling')).toEqual([]);
  });
});

describe('unbalanced coupling', () => {
  const shop = (team: string, extra = '') => `team Red team Blue
    domain Retail { core subdomain Pricing supporting subdomain Sales }
    context Sales implements Retail.Sales { team Red service Orders { reads Pricing.Prices.Db } }
    context Pricing implements Retail.Pricing { team ${team} ${extra} service Prices { store Db: postgres } }`;

  it('needs strength, distance and volatility at once', () => {
    expect(of(shop('Blue'), 'unbalanced-coupling').map(({ data }) => data['product'])).toEqual([
      36,
    ]);
    expect(of(shop('Red'), 'unbalanced-coupling')).toEqual([]);
    expect(of(shop('Blue', 'volatility low'), 'unbalanced-coupling')).toEqual([]);
  });
});

describe('a ring that a system of others closes', () => {
  const webhook = 'external Bank { calls Pay.Hook  subscribes Pay.Paid }';
  const pay = (more: string) => `context Pay { event Paid {} service Hook { ${more} } }`;

  it('is none of ours, be it of calls or of events', () => {
    const text = `${webhook} ${pay('publishes Paid  calls Bank')}`;
    expect(of(text, 'sync-cycle')).toEqual([]);
    expect(of(text, 'contract-cycle')).toEqual([]);
  });

  it('leaves those that services close among themselves', () => {
    const text = `${webhook} context Pay { event Paid {}
      service Hook { calls Bank, Book  publishes Paid } service Book { calls Hook } service Log { subscribes Paid } }`;
    expect(of(text, 'sync-cycle').map(({ elements }) => elements)).toEqual([
      ['service:Pay.Book', 'service:Pay.Hook'],
    ]);
    const heard = text.replace('calls Hook', 'subscribes Paid');
    expect(of(heard, 'contract-cycle').map(({ elements }) => elements)).toEqual([
      ['service:Pay.Book', 'service:Pay.Hook'],
    ]);
  });
});

describe('a knot', () => {
  it('counts the one that its ring leaves out', () => {
    const text =
      'context X { service A { calls B, C } service B { calls A } service C { calls A } }';
    expect(of(text, 'sync-cycle')[0]?.why).toContain('1 more of them is tied into the same knot.');
  });
});

describe('an operation for its own context', () => {
  it('is not used by another one; who is outside has no context', () => {
    const text = `external Bank { calls Pay.Hook.book }
      context Shop { service Till { calls Pay.Hook.book } }
      context Pay { service Hook { api H: rest { audience context POST "/bookings" book(): int32 } } }`;
    expect(of(text, 'internal-operation-used').map(({ element }) => element)).toEqual([
      'call:Shop.Till->Pay.Hook.H.book',
    ]);
    expect(of(text, 'internal-api-exposed').map(({ element }) => element)).toEqual([
      'call:Bank->Pay.Hook.H.book',
    ]);
  });
});

describe('a call of a ring that is inverted as the remedy says', () => {
  it('closes no ring of contracts, either', () => {
    const before =
      'context X { event Sold  service A { calls B } service B { publishes Sold  calls A } }';
    expect(of(before, 'sync-cycle')[0]?.remedy).toContain(
      'let the one that is called subscribe to an event of its caller',
    );
    // B called A; now A subscribes to an event of B.
    const after = before.replace('calls B', 'calls B  subscribes Sold').replace('  calls A', '');
    expect(findingsOf(after).filter(({ rule }) => rule.endsWith('-cycle'))).toEqual([]);
  });
});
