import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, element }) => `${severity} ${element}`);

describe('gateway-bypass', () => {
  it('needs a gateway to be passed', () => {
    const text = (kind: string) =>
      `actor U { calls X.S }  context X { service G { kind ${kind} } service S { api A: rest { audience public } } }`;
    expect(of(text('service'), 'gateway-bypass')).toEqual([]);
    expect(of(text('bff'), 'gateway-bypass')).toEqual(['warning call:U->X.S', 'warning api:X.S.A']);
  });
});

describe('unauthenticated-entry', () => {
  const text = (audience: string, auth = '') =>
    `context X { service S { api A: rest { audience ${audience} ${auth} } } service T { api B: rest { auth jwt } } }`;
  it('is an error for the public and a warning for partners', () => {
    expect(of(text('public'), 'unauthenticated-entry')).toEqual(['error api:X.S.A']);
    expect(of(text('partner'), 'unauthenticated-entry')).toEqual(['warning api:X.S.A']);
    expect(of(text('internal'), 'unauthenticated-entry')).toEqual([]);
    expect(of(text('public', 'auth none'), 'unauthenticated-entry')).toEqual([]);
  });
  it('leaves sign-in to a gateway', () => {
    const behind = `context X { service G { kind gateway calls S api E: rest { auth oidc } } service S { api A: rest { audience public } } }`;
    expect(of(behind, 'unauthenticated-entry')).toEqual([]);
  });
});

describe('insecure-service-link', () => {
  const text = (transport: string, more = '') =>
    `${more} external E  context X { service S { calls T { transport ${transport} } calls E { transport ${transport} } } service T }`;
  it('is worst where it leaves the system', () => {
    expect(of(text('plain'), 'insecure-service-link')).toEqual([
      'warning call:X.S->X.T',
      'error call:X.S->E',
    ]);
    expect(of(text('tls'), 'insecure-service-link')).toEqual(['info call:X.S->X.T']);
    expect(of(text('mtls'), 'insecure-service-link')).toEqual([]);
  });
  it('trusts a mesh inside only', () => {
    expect(of(text('plain', 'system Y { mesh istio }'), 'insecure-service-link')).toEqual([
      'error call:X.S->E',
    ]);
  });
});

describe('no-authorization', () => {
  it('looks at commands, and at queries that show protected data', () => {
    const text = `context X {
      value Person { @pii mail: email }
      service S { api A: rest {
        GET "/people" a(): paged Person
        GET "/names" b(): paged string
        POST "/people" c(body: Person) { scope "people:write" }
      } } }`;
    expect(of(text, 'no-authorization')).toEqual(['warning operation:X.S.A.a']);
  });
});

describe('a public operation of an API that is not', () => {
  it('passes the gateway by as well', () => {
    const text = (kind: string) => `context X { service G { kind bff } service S { kind ${kind}
      api A: rest { audience internal  GET "/a" a(): int32 { audience public }  GET "/b" b(): int32 } } }`;
    expect(of(text('service'), 'gateway-bypass')).toEqual(['warning operation:X.S.A.a']);
    expect(of(text('frontend'), 'gateway-bypass')).toEqual([]);
  });
});

describe('an API for everybody', () => {
  it('asks for no scope, as nobody signs in', () => {
    const text = (auth: string) => `context X {
      service S { api A: rest { audience public  auth ${auth}  POST "/a" signUp(): int32 } }
      service T { api B: rest { GET "/b" b(): int32 { scope "b" } } } }`;
    expect(of(text('none'), 'no-authorization')).toEqual([]);
    expect(of(text('oidc'), 'no-authorization')).toEqual(['warning operation:X.S.A.signUp']);
  });
});
