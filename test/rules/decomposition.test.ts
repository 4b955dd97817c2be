import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.js';

const of = (text: string, rule: string) => findingsOf(text).filter((found) => found.rule === rule);
const brief = (text: string, rule: string) =>
  of(text, rule).map(({ severity, element }) => `${severity} ${element}`);

describe('premature microservices', () => {
  const shop = (people: string, services = 'service A service B') =>
    brief(`${people} context Sales { ${services} }`, 'premature-microservices');

  it('take engineers from the system, else from the teams if all say their size', () => {
    expect(shop('system S { engineers 9 }')).toEqual(['warning system:S']);
    expect(shop('system S { engineers 10 }')).toEqual(['info system:S']);
    expect(shop('system S { engineers 20 }')).toEqual([]);
    expect(shop('team T { size 4 } team U { size 5 }')).toEqual(['warning team:T']);
    expect(shop('team T { size 4 } team U')).toEqual([]);
    expect(shop('')).toEqual([]);
  });

  it('are not one deployable, nor the gateway in front', () => {
    expect(shop('system S { engineers 9 }', 'service A service B { kind gateway }')).toEqual([]);
    expect(
      shop('system S { engineers 9 }', 'service A { deployable "x" } service B { deployable "x" }'),
    ).toEqual([]);
  });

  it('are an info where one team has more than three of them', () => {
    const people = 'system S { engineers 30 } team T';
    const services = (names: string) =>
      [...names].map((name) => `service ${name} { team T }`).join(' ');
    expect(shop(people, services('ABCD'))).toEqual(['info system:S']);
    expect(shop(people, services('ABC'))).toEqual([]);
  });
});

describe('services per engineer', () => {
  it('shows the ratio', () => {
    const text = 'system S { engineers 5 } context Sales { service A service B }';
    expect(of(text, 'services-per-engineer')[0]?.what).toBe(
      '2 services for 5 engineers are 0.40 each; 0.33 is fine.',
    );
    expect(of(text.replace('5', '1'), 'services-per-engineer')[0]?.what).toContain('2.00 each');
    expect(of(text.replace('5', '6'), 'services-per-engineer')).toEqual([]);
  });
});

describe('a nano service', () => {
  const shop = (operations: string, more = '') =>
    brief(
      `context Billing { service Invoices { calls Tax } service Tax { api T: grpc { ${operations} } ${more} } ${more === '' ? '' : 'event Paid {}'} }`,
      'nano-service',
    );

  it('counts operations and handlers', () => {
    expect(shop('rpc a(json): json')).toEqual(['warning service:Billing.Tax']);
    expect(shop('rpc a(json): json rpc b(json): json')).toEqual(['warning service:Billing.Tax']);
    expect(shop('rpc a(json): json rpc b(json): json rpc c(json): json')).toEqual([]);
    expect(shop('rpc a(json): json rpc b(json): json', 'subscribes Paid')).toEqual([]);
  });

  it('is not judged where its operations are not declared', () => {
    expect(shop('')).toEqual([]);
  });

  it('is none where it is all of its context', () => {
    const text =
      'context Billing { service Invoices { calls Taxes.Tax } } context Taxes { service Tax { api T: grpc { rpc a(json): json } } }';
    expect(brief(text, 'nano-service')).toEqual([]);
  });

  it('may have less than its share of all operations', () => {
    const rpcs = Array.from({ length: 5 }, (_, index) => `rpc op${String(index)}(json): json`);
    const services = [...'ABCDEFGHI'].map(
      (name) => `service ${name} { owns Book api P${name}: grpc { ${rpcs.join(' ')} } }`,
    );
    const text = `context Shop { aggregate Book { root entity Book { id id: uuid } } ${services.join(' ')} service Tiny { api T: grpc { rpc x(json): json } } }`;
    expect(of(text, 'nano-service').map(({ what }) => what)).toEqual([
      '`Shop.Tiny` owns no aggregate and offers 1 operation, 2.2 % of all that there are.',
    ]);
  });
});

describe('a mega service', () => {
  const rpcs = (count: number) =>
    Array.from({ length: count }, (_, index) => `rpc op${String(index)}(json): json`).join(' ');
  const service = (name: string, count: number) =>
    `service ${name} { api P: grpc { ${rpcs(count)} } }`;
  const reasons = (services: string) =>
    of(`context Shop { ${services} }`, 'mega-service').map(({ what }) => what);

  it('has too many operations, or too large a share of them', () => {
    expect(reasons(service('A', 21))[0]).toContain('it has 21 operations (limit 20)');
    expect(reasons(service('A', 20))).toEqual([]);
    const others = service('B', 2) + service('C', 2) + service('D', 2);
    expect(reasons(service('A', 6) + others)[0]).toContain('6 of all 12 operations (50 %)');
    expect(reasons(service('A', 5) + others)).toEqual([]);
    expect(reasons(service('A', 6) + service('B', 2) + service('C', 2))).toEqual([]);
  });

  it('has too many resource types in one API', () => {
    const gets = (names: string) =>
      [...names]
        .map(
          (name) =>
            `GET "/${name}" list${name}(): json GET "/${name}/{id}" get${name}(id: uuid): json`,
        )
        .join(' ');
    const api = (names: string) => `service A { api P: rest { path "/v1" ${gets(names)} } }`;
    expect(reasons(api('abcdefghi'))[0]).toContain('its API `P` has 9 resource types (limit 8)');
    expect(reasons(api('abcdefgh'))).toEqual([]);
  });
});

describe('a layer', () => {
  it('may be called notification where the subdomain is generic or not known', () => {
    const text = (type: string) =>
      brief(
        `domain D { ${type} subdomain S } context C implements D.S { service Notifications }`,
        'layer-name',
      );
    expect(text('generic')).toEqual([]);
    expect(text('core')).toEqual(['warning service:C.Notifications']);
    expect(brief('context C { service Notifications }', 'layer-name')).toEqual([]);
  });

  it('shared by three is one finding', () => {
    const callers = [...'ABC'].map((name) => `service ${name} { calls Records.get }`).join(' ');
    const text = `context Shop { ${callers} service Records { store Db: postgres api R: grpc { rpc get(json): json } } }`;
    expect(brief(text, 'layer-structure')).toEqual(['warning service:Shop.Records']);
    expect(brief(text.replace('rpc get', 'rpc decide'), 'layer-structure')).toEqual([]);
    expect(
      brief(text.replace('service C {', 'service C { store Own: redis '), 'layer-structure'),
    ).toEqual(['warning service:Shop.A', 'warning service:Shop.B']);
  });
});

describe('a split context', () => {
  const split = (services: string) =>
    of(`team T team U context C { team T ${services} }`, 'split-context').map(({ what }) => what);

  it('has services that only work together', () => {
    expect(split('service A { calls B } service B')).toEqual([
      '`C` is split into services that belong together: only `A` calls `B`.',
    ]);
    expect(split('service A { calls B } service B { calls A }')[0]).toContain('call each other');
    expect(split('service A { deployable "x" } service B { deployable "x" }')[0]).toContain(
      'released as `x`',
    );
    const shared =
      'service P { team U calls A, B } service Q { team U calls A, B } service A service B';
    expect(split(shared)[0]).toContain('`A` and `B` have the same callers');
  });

  it('is none with several callers, another team, a worker, or without teams', () => {
    expect(split('service A { calls B } service B service C { team U calls B }')).toEqual([]);
    expect(split('service A { calls B } service B { team U }')).toEqual([]);
    expect(split('service A { calls B } service B { kind worker }')).toEqual([]);
    expect(of('context C { service A { calls B } service B }', 'split-context')).toEqual([]);
  });
});

describe('the order of a migration', () => {
  const at = (status: string, type = 'supporting') =>
    brief(
      `domain D { ${type} subdomain S } context C implements D.S { ${status} }`,
      'migration-order',
    );

  it('is one at a time, until five are done', () => {
    const two = 'service A { status extracting } service B { status extracting }';
    const done = (names: string) =>
      [...names].map((name) => ` service ${name} { status extracted }`).join('');
    expect(at(two + done('PQRS'))).toEqual(['info service:C.A']);
    expect(at(two + done('PQRST'))).toEqual([]);
  });

  it('says how many there were before', () => {
    const what = (text: string) => of(`context C { ${text} }`, 'migration-order')[0]?.what;
    const two = 'service A { status extracting } service B { status extracting }';
    expect(what(two)).toBe(
      '2 services are being extracted at once, and none has been before: `C.A` and `C.B`.',
    );
    expect(what(`${two} service P { status extracted }`)).toContain(', after only 1 before:');
  });

  it('waits for what is still being explored, wherever the migration is', () => {
    const text = (services: string) =>
      brief(
        `context C { evolution genesis ${services} } context D { service X { status extracted } }`,
        'migration-order',
      );
    expect(text('service A  service B')).toEqual(['info context:C']);
    expect(text('service A')).toEqual([]);
  });

  it('does not begin with the core', () => {
    expect(at('service A { status extracting }', 'core')).toEqual(['info service:C.A']);
    expect(at('service A { status extracting } service B { status extracted }', 'core')).toEqual(
      [],
    );
  });
});

describe('loads of one service', () => {
  it('are compared in requests per second', () => {
    const loads = (high: string, low: string) =>
      of(
        `context C { service S { api A: grpc { rpc hot(json): json { load ${high} } rpc cold(json): json { load ${low} } } } }`,
        'scaling-heterogeneity',
      );
    expect(loads('100/s', '30/m')[0]?.what).toBe(
      '`C.S` serves `hot` (100/s) and `cold` (30/m): 200 times as often.',
    );
    expect(loads('100/s', '31/m')).toEqual([]);
    expect(loads('99/s', '1/h')).toEqual([]);
  });
});
