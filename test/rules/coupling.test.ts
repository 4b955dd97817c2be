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
