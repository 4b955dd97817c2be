import { describe, expect, it } from 'vitest';
import { applied, findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text).filter((finding) => finding.rule === rule);

describe('no-timeout and no-circuit-breaker on one call', () => {
  const calls = (second: string) =>
    `context X { service A { calls B { timeout 1s  circuit-breaker } calls C ${second} } service B  service C }`;
  const severities = (text: string) =>
    findingsOf(text)
      .filter(({ rule }) => /^no-(timeout|circuit)/.test(rule))
      .map(({ rule, severity }) => `${severity} ${rule}`);

  it('are one error, and a warning where only one of them is missing', () => {
    expect(severities(calls(''))).toEqual(['error no-timeout']);
    expect(severities(calls('{ timeout 1s }'))).toEqual(['warning no-circuit-breaker']);
    expect(severities(calls('{ circuit-breaker }'))).toEqual(['warning no-timeout']);
  });

  it('are no error where the model has breakers nowhere', () => {
    expect(
      severities('context X { service A { calls B { timeout 1s } calls C } service B  service C }'),
    ).toEqual(['hint no-circuit-breaker', 'warning no-timeout']);
    expect(
      severities(
        'context X { service A { calls B { circuit-breaker } calls C } service B  service C }',
      ),
    ).toEqual(['hint no-timeout', 'warning no-circuit-breaker']);
  });

  it('are two where somebody accepted one of them', () => {
    const accepted = (rules: string) =>
      findingsOf(
        calls('').replace('calls C', `@accept(${rules}, because: "a job at night") calls C`),
      )
        .filter(({ rule }) => /^no-(timeout|circuit)|unused-exception/.test(rule))
        .map(({ severity, rule, accepted }) => `${accepted ? 'accepted ' : ''}${severity} ${rule}`);
    expect(accepted('no-circuit-breaker')).toEqual([
      'accepted warning no-circuit-breaker',
      'warning no-timeout',
    ]);
    expect(accepted('no-timeout')).toEqual([
      'warning no-circuit-breaker',
      'accepted warning no-timeout',
    ]);
    expect(accepted('no-timeout, no-circuit-breaker')).toEqual(['accepted error no-timeout']);
  });

  it('leave breakers to a mesh', () => {
    expect(severities(`system S { mesh istio } ${calls('{ timeout 1s }')}`)).toEqual([]);
  });
});

describe('timeout-inversion', () => {
  const chain = (outer: number, inner: string) =>
    `context X { service A { calls B { timeout ${outer}ms } } service B { ${inner} } service C  service D }`;

  it('adds up calls in a row and takes the slowest of parallel ones', () => {
    const row = 'calls C { timeout 300ms } calls D { timeout 200ms }';
    expect(of(chain(500, row), 'timeout-inversion')).toEqual([]);
    const [finding] = of(chain(499, row), 'timeout-inversion');
    expect(finding?.what).toContain('300 ms for `X.C` + 200 ms for `X.D`');
    const parallel = row.replaceAll('timeout', 'parallel timeout');
    expect(of(chain(300, parallel), 'timeout-inversion')).toEqual([]);
    expect(of(chain(299, parallel), 'timeout-inversion')).toHaveLength(1);
  });

  it('counts every attempt', () => {
    const [finding] = of(chain(1199, 'calls C { timeout 400ms retry 2 }'), 'timeout-inversion');
    expect(finding?.what).toContain('400 ms × 3');
    expect(of(chain(1200, 'calls C { timeout 400ms retry 2 }'), 'timeout-inversion')).toEqual([]);
  });

  it('looks at the operation that is called, where it declares its own calls', () => {
    const text = `context X {
      service A { calls B.quick { timeout 100ms } }
      service B { api R: rest {
        GET "/quick" quick(): int32 { calls C { timeout 50ms } }
        GET "/slow" slow(): int32 { calls C { timeout 5s } }
      } }
      service C
    }`;
    expect(of(text, 'timeout-inversion')).toEqual([]);
    expect(of(text.replace('B.quick', 'B.slow'), 'timeout-inversion')).toHaveLength(1);
  });
});

describe('timeout-vs-slo', () => {
  it('takes half a minute only as too long on the way from an entry', () => {
    const inner = 'service A { calls B { timeout 30s } } service B';
    expect(of(`context X { ${inner} }`, 'timeout-vs-slo')).toEqual([]);
    expect(
      of(`actor U { calls X.A } context X { ${inner} }`, 'timeout-vs-slo').map(({ what }) => what),
    ).toEqual(['On the way from an entry, `X.A` waits up to 30 s for `X.B`.']);
  });
});

describe('retry-amplification', () => {
  const chain = (retries: number) =>
    `context X { service A { calls B { retry ${retries} } } service B { calls C { retry 2 } } service C { calls D { retry 2 } } service D }`;

  it('names the path once, from its outermost call, with its arithmetic', () => {
    const found = of(chain(2), 'retry-amplification');
    expect(found.map(({ element }) => element)).toEqual(['call:X.A->X.B']);
    expect(found[0]?.what).toContain('3 × 3 × 3');
    expect(found[0]?.data['attempts']).toBe(27);
  });

  it('stays brief and quick on long chains', () => {
    const services = Array.from(
      { length: 1200 },
      (_, i) => `service S${i} { calls S${i + 1} { retry 1 } }`,
    );
    const found = of(`context X { ${services.join(' ')} service S1200 }`, 'retry-amplification');
    expect(found).toHaveLength(1);
    expect(found[0]?.what).toContain('1,000,000 attempts');
    expect(found[0]?.what.length).toBeLessThan(300);
  });

  it('accepts two layers of three attempts', () => {
    expect(of(chain(0), 'retry-amplification')).toEqual([]);
  });
});

describe('fallback-shares-fate', () => {
  const with_ = (promo: string) => `context X {
    service Cart { calls Price.getPrice { fallback Promo.getOffer } }
    service Price { store Db: postgres api P: rest { GET "/p" getPrice(): decimal } }
    service Promo { api O: rest { GET "/o" getOffer(): decimal } ${promo} }
    service Other { calls Price }
  }`;
  it('follows the calls of the fallback, and its stores', () => {
    expect(of(with_(''), 'fallback-shares-fate')).toEqual([]);
    expect(of(with_('calls Other'), 'fallback-shares-fate')).toHaveLength(1);
    expect(of(with_('reads Price.Db'), 'fallback-shares-fate')[0]?.what).toContain('same store');
  });
});

describe('single-point-of-failure', () => {
  const model = (auth: string, policy = '') => `actor U { calls X.A, X.B, X.C, X.D }
  context X {
    service A { replicas 2 calls Auth ${policy} } service B { replicas 2 calls Auth }
    service C { replicas 2 } service D { replicas 2 }
    service Auth { ${auth} }
  }`;
  it('counts the entries that cannot do without it', () => {
    expect(of(model(''), 'single-point-of-failure')[0]?.what).toContain('2 of 4 entries');
    expect(of(model('replicas 2'), 'single-point-of-failure')).toEqual([]);
    expect(of(model('', '{ optional }'), 'single-point-of-failure')).toEqual([]);
  });
  it('says it plainly where there is only one', () => {
    const text = 'actor U { calls X.A } context X { service A { replicas 2 calls B } service B }';
    expect(of(text, 'single-point-of-failure')[0]?.what).toBe(
      'The only entry cannot answer without `X.B`, which declares no replicas.',
    );
  });
  it('waits until somebody declares replicas', () => {
    expect(of(model('').replaceAll('replicas 2', ''), 'single-point-of-failure')).toEqual([]);
  });
});

describe('retry-amplification', () => {
  it('leaves the retries of the last call alone, and takes those before away', () => {
    const text = `context Shop {
      service A { calls B { retry 2  timeout 1s } }
      service B { calls C }
      service C { calls D { timeout 1s  retry 5 } }
      service D }`;
    const [finding] = of(text, 'retry-amplification');
    const [fix] = finding?.fixes ?? [];
    expect(fix?.title).toBe('Retry only the call of Shop.D');
    const after = applied(text, fix?.edits ?? []);
    expect(after).toContain('calls B { retry 0  timeout 1s }');
    expect(after).toContain('calls D { timeout 1s  retry 5 }');
    expect(of(after, 'retry-amplification')).toEqual([]);
  });

  it('begins where a handler calls, too', () => {
    const text = (calls: string) => `context X { event Sold
      service A { publishes Sold  subscribes Sold { ${calls} } }
      service B { calls C { retry 2 } } service C { calls D { retry 2 } } service D }`;
    expect(of(text('calls B { retry 2 }'), 'retry-amplification').map(({ what }) => what)).toEqual([
      'One request becomes up to 27 attempts at the end of X.A → X.B → X.C → X.D: 3 × 3 × 3.',
    ]);
    expect(of(text('calls B'), 'retry-amplification')).toEqual([]);
  });

  it('leaves one call that tries again and again to its author', () => {
    const [finding] = of(
      'context Shop { service A { calls B { retry 20  timeout 1s } }  service B }',
      'retry-amplification',
    );
    expect(finding?.fixes).toEqual([]);
  });
});

describe('a call without timeout and breaker', () => {
  const text = (second: string) =>
    `context X { service A { calls B { timeout 1s  circuit-breaker }  calls C${second} } service B  service C }`;

  it('is told what it lacks, and gets both at once', () => {
    for (const before of ['', ' { retry 1  backoff exponential  jitter }']) {
      const [found] = of(text(before), 'no-timeout');
      expect(found?.what).toBe(
        'The call from `X.A` to `X.C` has neither a timeout nor a circuit breaker.',
      );
      expect(found?.fixes.map(({ title }) => title)).toEqual(['Add timeout 1s  circuit-breaker']);
      const after = findingsOf(applied(text(before), found?.fixes[0]?.edits ?? []));
      expect(after.filter(({ rule }) => /^no-(timeout|circuit)|syntax/.test(rule))).toEqual([]);
    }
  });

  it('gets a timeout that fits what is promised and waited for on both sides', () => {
    const chain = (slo: string, inner: string, outer = '') => `external Bank
      context X { service Z { calls A { timeout 5s circuit-breaker ${outer} } }
        service A { ${slo} calls B { circuit-breaker } } service B { ${inner} } }`;
    for (const [text, timeout] of [
      [chain('', ''), '1s'],
      [chain('slo { p99 400ms }', ''), '400ms'],
      [chain('', 'slo { p99 800ms }'), '1200ms'],
      [chain('', 'calls Bank { timeout 2s circuit-breaker }'), '2s'],
      [chain('', '').replace('5s', '500ms'), '500ms'],
    ] as const) {
      const [found] = of(text, 'no-timeout');
      expect(found?.fixes.map(({ title }) => title)).toEqual([`Add timeout ${timeout}`]);
      const after = findingsOf(applied(text, found?.fixes[0]?.edits ?? []));
      expect(after.filter(({ rule }) => rule.includes('timeout'))).toEqual([]);
    }
  });

  it('is that of a service to another one, not what others run or what stays inside', () => {
    const more = `external Bank { calls X.B }
      context Y { service S { calls T  api T: rest { audience context GET "/t" t(): int32 } } }`;
    expect(of(`${more} ${text(' { timeout 1s }')}`, 'no-timeout')).toEqual([]);
  });
});

describe('a retry', () => {
  it('is counted in words', () => {
    const text = (retry: number) =>
      `context X { service A { calls B.pay { retry ${retry} } } service B { api P: rest { POST "/p" pay(): int32 } } }`;
    expect(of(text(1), 'retry-non-idempotent')[0]?.what).toContain('is retried once, but');
    expect(of(text(3), 'retry-non-idempotent')[0]?.what).toContain('is retried 3 times, but');
  });
});

describe('a timeout that is set anew', () => {
  it('is written as short as it can be', () => {
    const text = 'context X { service A { slo { p99 2s }  calls B { timeout 30s } } service B }';
    const [found] = of(text, 'timeout-vs-slo');
    expect(applied(text, found?.fixes[0]?.edits ?? [])).toContain('calls B { timeout 2s }');
  });
});

describe('calls of one list', () => {
  it('share the block that puts them into bulkheads', () => {
    const text =
      'context X { service A { calls B, C, D { timeout 1s } } service B  service C  service D }';
    const [found] = of(text, 'unbounded-load');
    const after = applied(text, found?.fixes[0]?.edits ?? []);
    expect(after).toContain('calls B, C, D { bulkhead  timeout 1s }');
    expect(of(after, 'syntax')).toEqual([]);
  });
});

describe('retry-without-backoff', () => {
  const text = (policies: string) =>
    `context X { service A { calls B { ${policies} } } service B }`;

  it('names what is wrong in one sentence, and mends all of it at once', () => {
    for (const [policies, problems] of [
      ['retry 5', '5 times, without backoff and without jitter'],
      ['retry 5  backoff fixed', '5 times, at fixed intervals and without jitter'],
      ['timeout 1s  retry 4  jitter', '4 times, without backoff'],
      ['retry 3  backoff exponential  jitter', '3 times'],
      ['jitter  backoff fixed  retry 1', 'at fixed intervals'],
      ['retry 1  backoff exponential', 'without jitter'],
    ] as const) {
      const [found] = of(text(policies), 'retry-without-backoff');
      expect(found?.what).toBe(`The call from \`X.A\` to \`X.B\` is retried ${problems}.`);
      expect(found?.fixes).toHaveLength(1);
      const after = applied(text(policies), found?.fixes[0]?.edits ?? []);
      expect(of(after, 'retry-without-backoff')).toEqual([]);
      expect(of(after, 'syntax')).toEqual([]);
    }
  });
});
