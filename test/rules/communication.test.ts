import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text).filter((finding) => finding.rule === rule);

describe('fan-out-per-request', () => {
  const rest = (calls: string) => `api R: rest { GET "/x" x(): int32 { ${calls} } }`;

  it('multiplies along operations and blames the one that fans out', () => {
    const text = `context X {
      service A { ${rest('calls B.x')} }
      service B { ${rest('calls C.x { times 2 } calls D.x')} }
      service C { ${rest('calls D.x { times 2 }')} }
      service D { ${rest('')} }
    }`;
    expect(of(text, 'fan-out-per-request').map(({ element, what }) => [element, what])).toEqual([
      ['operation:X.B.R.x', 'One request to `X.B.R.x` leads to 7 calls in all, 2 of its own.'],
    ]);
  });

  it('falls back on the number of callees, and says so', () => {
    const service = (count: number) =>
      `context X { service A { ${Array.from({ length: count }, (_, i) => `calls S${String(i)}`).join(' ')} }
       ${Array.from({ length: count }, (_, i) => `service S${String(i)}`).join(' ')} }`;
    expect(of(service(5), 'fan-out-per-request')).toEqual([]);
    expect(of(service(6), 'fan-out-per-request')[0]?.what).toContain('declared for the service');
    expect(of(service(10), 'fan-out-per-request')[0]?.severity).toBe('error');
  });

  it('counts what services of any kind call as a whole, as a bound, and says so', () => {
    const names = [...'ABCDEF'];
    const text = (kind: string) =>
      `context X { service Edge { kind ${kind} calls ${names.join(', ')} } ${names.map((name) => `service ${name}`).join(' ')} }`;
    for (const kind of ['gateway', 'frontend', 'service'])
      expect(of(text(kind), 'fan-out-per-request'), kind).toHaveLength(1);
  });

  it('ends at rings', () => {
    const text = `context X { service A { ${rest('calls B.x')} } service B { ${rest('calls A.x { times 5 }')} } }`;
    expect(of(text, 'fan-out-per-request')).toEqual([]);
  });
});

describe('smart-gateway', () => {
  it('finds bffs that do the same', () => {
    const api =
      'api R: rest { GET "/a" a(): int32 GET "/b" b(): int32 GET "/c" c(): int32 GET "/d" d(): int32 }';
    const text = (second: string) => `context X { service S { ${api} }
      service Web { kind bff calls S.a, S.b, S.c, S.d } service App { kind bff calls ${second} } }`;
    expect(of(text('S.a, S.b, S.c, S.d'), 'smart-gateway')[0]?.what).toContain('4 of 4');
    expect(of(text('S.a, S.b, S.c'), 'smart-gateway')).toEqual([]);
  });

  it('allows caches', () => {
    expect(of('context X { service E { kind gateway store C: redis } }', 'smart-gateway')).toEqual(
      [],
    );
  });
});

describe('a call whose outcome nobody uses', () => {
  const text = (kind: string, result: string, more = '') => `
    context A { service S { ${kind} calls B.M.send } }
    context B { service M { api R: rest { POST "/mails" send(body: string)${result} } } } ${more}`;
  const rules = (input: string) =>
    findingsOf(input)
      .map(({ rule }) => rule)
      .filter((rule) => /^(cross-context-sync|non-critical)/.test(rule));

  it('is better an event, the more so on a critical path', () => {
    expect(rules(text('', ''))).toEqual(['cross-context-sync-command']);
    expect(rules(text('criticality high', ': 202'))).toEqual([
      'cross-context-sync-command',
      'non-critical-on-critical-path',
    ]);
  });

  it('is none with a result, behind a gateway, or in a saga', () => {
    expect(rules(text('', ': string'))).toEqual([]);
    expect(rules(text('kind gateway criticality high', ''))).toEqual([]);
    expect(rules(text('criticality high', '', 'flow F { kind saga A.S -> B.M.send }'))).toEqual([]);
  });
});

describe('chatty-pair', () => {
  const api = 'api R: rest { GET "/a" a(): int32 GET "/b" b(): int32 GET "/all" listAll(): int32 }';
  const chatty = (calls: string) => `context X { service T { ${api} }
    service S { api Q: rest { GET "/q" q(): int32 { ${calls} } } } }`;
  it('adds up the calls of one operation', () => {
    expect(of(chatty('calls T.a { times 2 } calls T.b'), 'chatty-pair')).toEqual([]);
    expect(of(chatty('calls T.a { times 2 } calls T.b { times 2 }'), 'chatty-pair')).toHaveLength(
      1,
    );
  });
  it('does not add up what a service calls as a whole', () => {
    const text = `context X { service T { ${api} } service S { calls T.a { times 3 } calls T.b { times 3 } } }`;
    expect(of(text, 'chatty-pair')).toEqual([]);
    expect(of(text.replace('times 3', 'times 4'), 'chatty-pair')).toHaveLength(1);
  });
  it('names the operation that takes all at once', () => {
    expect(of(chatty('calls T.a { per-item }'), 'chatty-pair')[0]?.remedy).toContain('`listAll`');
    expect(of(chatty('calls T.a { per-item } calls T.listAll'), 'chatty-pair')).toEqual([]);
  });
});

describe('isolated-service', () => {
  it('leaves a service alone whose partner has another name', () => {
    const text = `context X {
      service A { calls B }
      service B
      service C { calls Bee }
      service D { subscribes Nothing }
      service E
    }`;
    expect(of(text, 'isolated-service').map(({ element }) => element)).toEqual(['service:X.E']);
    const callee = `context X { service Caller { calls PaymentServce } service PaymentService service E service F }`;
    expect(of(callee, 'isolated-service').map(({ element }) => element)).not.toContain(
      'service:X.PaymentService',
    );
  });
});

describe('long-running-sync', () => {
  const text = (operation: string, caller: string, audience = '') => `context X {
    service A { slo { p99 9s } api R: rest { ${audience} GET "/a" a(): ${operation} } }
    service B { ${caller} } }`;
  const found = (...parts: Parameters<typeof text>) =>
    of(text(...parts), 'long-running-sync').map(({ element, what }) => `${element}: ${what}`);

  it('holds the objective of a service against who waits for any of its operations', () => {
    expect(found('int32', 'calls A.a')).toEqual([
      'service:X.A: `A` may take 9 s, and its callers wait for it.',
    ]);
    expect(found('int32', '', 'audience public')).toEqual([
      'service:X.A: `A` may take 9 s, and everybody may wait for it.',
    ]);
    expect(found('int32', '')).toEqual([]);
  });

  it('leaves operations alone that answer at once, bit by bit, or by an objective of their own', () => {
    for (const operation of ['202', 'stream int32', 'int32 { p99 1s }']) {
      expect(found(operation, 'calls A.a', 'audience public')).toEqual([]);
    }
  });
});

describe('a gateway', () => {
  it('does not change aggregates when it hears of something, either', () => {
    const text = (handler: string) => `context X { aggregate Cart  event Sold  command Clear
      service Edge { kind gateway  ${handler} } }`;
    expect(of(text('subscribes Sold { modifies Cart }'), 'smart-gateway')[0]?.what).toBe(
      'The gateway `Edge` changes aggregates in the handler of `X.Sold`.',
    );
    expect(of(text('handles Clear { modifies Cart }'), 'smart-gateway')).toHaveLength(1);
    expect(of(text('subscribes Sold'), 'smart-gateway')).toEqual([]);
  });
});
