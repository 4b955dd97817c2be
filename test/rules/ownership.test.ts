import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/project/configuration.js';
import { ruleById } from '../../src/rules/generated/index.js';
import { applied, findingsOf } from './check.js';

const of = (text: string, rule: string) => findingsOf(text).filter((found) => found.rule === rule);
const brief = (text: string, rule: string) =>
  of(text, rule).map(({ severity, element }) => `${severity} ${element}`);

describe('no owner', () => {
  it('is only missed in a model with teams, and inherited from the context', () => {
    const text = 'context C { service S store Shared: postgres }';
    expect(brief(text, 'no-owner')).toEqual([]);
    expect(brief(`team T ${text}`, 'no-owner')).toEqual([
      'warning service:C.S',
      'warning store:C.Shared',
    ]);
    expect(brief(`team T ${text.replace('{ service', '{ team T service')}`, 'no-owner')).toEqual(
      [],
    );
  });
});

describe('several owners', () => {
  it('are an aggregate of another team, or parts of several where the context names none', () => {
    const teams = 'team T team U ';
    const context = (own: string) =>
      brief(
        `${teams} context C { ${own} service A { team T } service B { team U } }`,
        'several-owners',
      );
    expect(context('')).toEqual(['warning context:C']);
    expect(context('team T')).toEqual([]);
  });
});

describe('cognitive load', () => {
  const load = (contexts: string, size = '') =>
    of(
      `domain D { core subdomain X core subdomain Y } team T { ${size} } ${contexts}`,
      'cognitive-load',
    ).map(({ severity, what }) => `${severity}: ${what}`);
  const context = (name: string, more = '') => `context ${name} ${more} { team T }`;

  it('counts core contexts, others, and services by head', () => {
    expect(load(context('A', 'implements D.X') + context('B'))).toEqual([
      'info: The team `T` owns `A` of the core domain, and `B` besides.',
    ]);
    expect(load([...'ABCD'].map((name) => context(name)).join(' '))).toEqual([
      'warning: The team `T` owns 4 contexts (`A`, `B`, `C` and `D`).',
    ]);
    expect(load([...'ABC'].map((name) => context(name)).join(' '))).toEqual([]);
    expect(load('context A { team T service P service Q }', 'size 1')).toEqual([
      'warning: The team `T` owns 2 services with 1 person.',
    ]);
  });
});

describe('coupling to another team', () => {
  const orders = (calls: string, kind = '') =>
    of(
      `team T team U context Sales { team T service Orders { ${kind} calls ${calls} } service Carts }
       context Stock { team U service Levels service Moves }`,
      'coupled-to-other-team',
    ).map(({ data }) => `${String(data['count'])} to ${String(data['own'])}`);

  it('needs two interactions, and more than with its own team', () => {
    expect(orders('Stock.Levels, Stock.Moves, Carts')).toEqual(['2 to 1']);
    expect(orders('Stock.Levels')).toEqual([]);
    expect(orders('Stock.Levels, Stock.Moves, Carts, Carts')).toEqual([]);
    expect(orders('Stock.Levels, Stock.Moves', 'kind bff')).toEqual([]);
  });
});

describe('a service that cannot be operated', () => {
  const text = 'context C { service S { criticality high  store Db: postgres } }';

  it('is a hint until somebody asks for it', () => {
    expect(brief(text, 'not-operable')).toEqual(['hint service:C.S']);
    const { configuration } = readConfiguration('{ "aspects": ["operations"] }', ruleById);
    const [found] = findingsOf(text, { configuration: configuration.rules }).filter(
      ({ rule }) => rule === 'not-operable',
    );
    expect(found?.severity).toBe('warning');
    expect(found?.what).toBe(
      '`C.S` lacks a team with `on-call`, a `runbook`, `telemetry`, a progressive `rollout` (canary or blue-green), a second of its `replicas` and a `backup` of `Db`.',
    );
    const beside = (what: string) =>
      brief(`${text} context D { service R { ${what} } }`, 'not-operable');
    // What R lacks nobody declares; what S lacks R does.
    expect(beside('runbook "x"')).toEqual(['warning service:C.S', 'hint service:D.R']);
    expect(beside('store Db: redis { backup 1d }')).toEqual([
      'warning service:C.S',
      'hint service:D.R',
    ]);
    expect(beside('rollout rolling')).toEqual(['warning service:C.S', 'info service:D.R']);
  });
});

describe('what a service lacks to be operated', () => {
  it('is added at once as far as it can be told, after which nothing is lacking', () => {
    const text = `team T { on-call "x" } context C { team T
      service S { runbook "y"  store Db: postgres }  service R { runbook "z" } }`;
    const [found] = of(text, 'not-operable');
    expect(found?.fixes[0]?.title).toBe('Add all that can be told');
    const after = applied(text, found?.fixes[0]?.edits ?? []);
    expect(of(after, 'not-operable').map(({ element }) => element)).toEqual(['service:C.R']);
    expect(of(after, 'syntax')).toEqual([]);
  });
});

describe('one of something', () => {
  it('is written as one', () => {
    const what = (text: string) => findingsOf(text).map((found) => found.what);
    expect(what('team T { size 1 }')).toContain('The team `T` has 1 person, fewer than 5.');
    const found = what('system S { engineers 1 } context C { service A  service B }');
    expect(found).toContain('1 engineer builds 2 services.');
    expect(found).toContain(
      '2 services for 1 engineer are 2.00 each, more than anybody can take one of; 0.33 is fine.',
    );
  });
});
