import { describe, expect, it } from 'vitest';
import { applied, findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text).filter((finding) => finding.rule === rule);

describe('extra-nine', () => {
  const text = (own: string, theirs: string, policy = '') =>
    `context X { service A { slo { availability ${own} } calls B ${policy} } service B { slo { availability ${theirs} } } }`;
  it('asks for a tenth of the failures, exactly', () => {
    expect(of(text('99.9%', '99.99%'), 'extra-nine')).toEqual([]);
    const [finding] = of(text('99.9%', '99.98%'), 'extra-nine');
    expect(finding?.what).toBe('`X.A` may fail 0.1 % of the time; `X.B` 0.02 %.');
    expect(finding?.remedy).toContain('99.99 %');
    expect(of(text('99.9%', '99.98%', '{ fallback "none" }'), 'extra-nine')).toEqual([]);
  });
});

describe('slo-malformed', () => {
  it('compares declared percentiles with their neighbours', () => {
    const text = (slo: string) => `context X { service A { slo { ${slo} } } }`;
    expect(of(text('p50 1s p99 500ms'), 'slo-malformed')).toHaveLength(1);
    expect(of(text('p50 1s p99 1s'), 'slo-malformed')).toEqual([]);
    expect(of(text('availability 89%'), 'slo-malformed')[0]?.severity).toBe('warning');
    expect(of(text('availability 90%'), 'slo-malformed')).toEqual([]);
  });
});

describe('slo-looser-than-default', () => {
  it('expects more of platform teams', () => {
    const text = (more: string) =>
      `team P { kind platform } context X { team P service A { ${more} slo { availability 99.94%  p99 9s } } }`;
    expect(of(text(''), 'slo-looser-than-default')).toHaveLength(1);
    expect(of(text('criticality high'), 'slo-looser-than-default')).toHaveLength(2);
  });
});

describe('blind-path', () => {
  const text = (calls: string) => `actor U { calls X.A } context X { event E2Happened
    service A { telemetry traces, metrics, logs ${calls} } service B { publishes E2Happened } service C { subscribes E2Happened }
    service D { calls C } }`;
  it('follows calls and events over two hops, and only from entries', () => {
    const blind = (calls: string) => of(text(calls), 'blind-path').map(({ element }) => element);
    expect(blind('calls B')).toEqual(['service:X.B', 'service:X.C']);
    expect(blind('calls C')).toEqual([]);
  });
});

describe('tier-inversion', () => {
  it('needs both to say how critical they are', () => {
    const text = (theirs: string) =>
      `context X { service A { criticality high calls B } service B { ${theirs} } }`;
    expect(of(text(''), 'tier-inversion')).toEqual([]);
    expect(of(text('criticality medium'), 'tier-inversion')).toHaveLength(1);
    expect(of(text('criticality high'), 'tier-inversion')).toEqual([]);
  });
});

describe('tier-inversion', () => {
  it('is mended by a fallback, of which nothing else is to be said', () => {
    const text =
      'context X { service A { criticality high  calls B } service B { criticality low } }';
    const [found] = of(text, 'tier-inversion');
    const after = findingsOf(applied(text, found?.fixes[0]?.edits ?? []));
    expect(after.filter(({ severity }) => severity === 'warning' || severity === 'error')).toEqual(
      [],
    );
  });
});

describe('what is usual', () => {
  it('is said of the kind of service that asks for most', () => {
    const text = (more: string) =>
      `team P { kind platform } context X { ${more} service A { criticality high slo { availability 99.8% } } }`;
    expect(of(text('team P'), 'slo-looser-than-default')[0]?.what).toBe(
      '`X.A` is run by a platform team and promises an availability of 99.8 %, where 99.95 % is usual.',
    );
    expect(of(text(''), 'slo-looser-than-default')[0]?.what).toContain('is critical and promises');
  });
});

describe('the budget of a flow', () => {
  const flow = (steps: string, own = 'slo { p99 700ms }') => `actor U  context X { event Done
    service A { publishes Done ${own} } service B { slo { p99 400ms } } service C { slo { p99 500ms } } }
    flow F { budget 800ms  ${steps} }`;
  const sums = (text: string) => of(text, 'latency-infeasible').map(({ data }) => data['sum']);

  it('is held against the steps one after the other', () => {
    expect(sums(flow('U -> X.B  U -> X.C'))).toEqual(['400 ms + 500 ms']);
    expect(sums(flow('U -> X.A  X.A -> X.B  X.A -> X.C', ''))).toEqual(['400 ms + 500 ms']);
    expect(sums(flow('U -> X.A  X.A -> X.B  X.A -> X.C'))).toEqual(['400 ms + 500 ms']);
  });

  it('counts what a step waits for once, and not what events lead to', () => {
    expect(sums(flow('U -> X.A  X.A -> X.B'))).toEqual([]);
    expect(sums(flow('U -> X.B  X.B publishes X.Done  X.C on X.Done  X.C -> X.A'))).toEqual([]);
  });
});
