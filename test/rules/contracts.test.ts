import { describe, expect, it } from 'vitest';
import { applied, findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text).filter((finding) => finding.rule === rule);
const rest = (operations: string, path = '') =>
  `context X { aggregate Order { root entity Order { id id: uuid } }
    service S { api R: rest { version "1.0" ${path === '' ? '' : `path "${path}"`} ${operations} } } }`;

describe('rest-path-style', () => {
  const style = (operations: string, path?: string) =>
    of(rest(operations, path), 'rest-path-style').map(
      ({ severity, what }) => `${severity} ${what}`,
    );

  it('leaves versions, parameters and custom methods alone', () => {
    expect(style('POST "/orders/{id}:cancel" cancel(id: uuid)', '/v1')).toEqual([]);
    expect(style('GET "/media/{id}" a(id: uuid): int32  GET "/search" b(): int32')).toEqual([]);
  });

  it('reports a segment that operations share once, at their API', () => {
    expect(style('GET "/" a(): int32  GET "/{id}" b(id: uuid): int32', '/v1/getOrders')).toEqual([
      'warning The path `/v1/getOrders` holds a verb: `getOrders`.',
      'info The segment `getOrders` of `/v1/getOrders` is not in kebab-case.',
    ]);
  });

  it('counts collections below the first', () => {
    const path = (pairs: number) =>
      `"/roots/{r}${Array.from({ length: pairs }, (_, i) => `/subs/{s${i}}`).join('')}"`;
    expect(style(`GET ${path(3)} a(): int32`)).toEqual([]);
    expect(style(`GET ${path(4)} a(): int32`)).toHaveLength(1);
  });
});

describe('no-pagination', () => {
  const paging = (operation: string) => of(rest(operation), 'no-pagination').length;
  it('knows pages, streams and bounded requests', () => {
    expect(paging('GET "/orders" a(): Order[]')).toBe(1);
    expect(paging('GET "/orders" a(): paged Order')).toBe(0);
    expect(paging('GET "/orders" a(): stream Order')).toBe(0);
    expect(paging('GET "/orders" a(limit: int32?): Order[]')).toBe(0);
    expect(paging('GET "/orders" a(ids: uuid[] (max 200)): Order[]')).toBe(0);
    expect(paging('GET "/orders" a(ids: uuid[] (max 201)): Order[]')).toBe(1);
    expect(paging('GET "/names" a(): string[]')).toBe(0);
  });
});

describe('api-versioning', () => {
  it('points at the scheme that is rare', () => {
    const text = `context X { service S {
      api A: rest { version "1.0" path "/v1/as" }
      api B: rest { version "1.0" path "/v1/bs" }
      api C: rest { version "1.0" path "/cs" }
      api D: rest { audience context }
    } }`;
    expect(
      of(text, 'api-versioning').map(({ severity, element }) => `${severity} ${element}`),
    ).toEqual(['info api:X.S.C']);
  });
});

describe('non-idempotent-command', () => {
  it('asks commands that are public, critical or retried', () => {
    const text = (more: string, caller = '') =>
      `context X { service S { ${more} api R: rest { POST "/as" a(): 201 PUT "/bs" b() } } service T { ${caller} } }`;
    expect(of(text(''), 'non-idempotent-command')).toEqual([]);
    expect(of(text('criticality high'), 'non-idempotent-command')).toHaveLength(1);
    expect(of(text('', 'calls S.a { retry 1 }'), 'non-idempotent-command')[0]?.what).toContain(
      '`X.T` retries it',
    );
  });
});

describe('unsafe-read', () => {
  it('goes by method, kind and name', () => {
    const unsafe = (operation: string) => of(rest(operation), 'unsafe-read').length;
    expect(unsafe('POST "/orders" getOrCreate() { modifies Order }')).toBe(1);
    expect(unsafe('POST "/orders" getaway() { modifies Order }')).toBe(0);
    expect(unsafe('GET "/orders" list(body: string): int32')).toBe(1);
    expect(unsafe('DELETE "/orders/{id}" cancel(id: uuid) { modifies Order }')).toBe(0);
  });

  it('is made a POST where the method says that it reads, behind annotations too', () => {
    const text = rest('@stable GET "/orders/{id}" cancel(id: uuid) { modifies Order }');
    const [fix] = findingsOf(text).find(({ rule }) => rule === 'unsafe-read')?.fixes ?? [];
    expect(applied(text, fix?.edits ?? [])).toBe(text.replace('@stable GET', '@stable POST'));
    const byName = rest('POST "/orders" getOrCreate() { modifies Order }');
    expect(findingsOf(byName).find(({ rule }) => rule === 'unsafe-read')?.fixes).toEqual([]);
  });
});

describe('no-contract', () => {
  it('does not say that an operation raises nothing where the name of its error is wrong', () => {
    const errors = (raises: string) =>
      of(rest(`audience internal POST "/" a() ${raises}`), 'no-contract').length;
    expect([errors(''), errors('raises Mistyped')]).toEqual([1, 0]);
  });
});
