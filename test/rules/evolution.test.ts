import { describe, expect, it } from 'vitest';
import { applied, findingsOf } from './check.js';

const of = (text: string, rule: string) =>
  findingsOf(text)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, element }) => `${severity} ${element}`);

describe('deprecation-incomplete', () => {
  const text = (annotation: string, caller = '') => `context X {
    service A { api R: rest { ${annotation} GET "/x" x(): int32  GET "/y" y(): int32 { ${caller} } } }
    service B { ${caller} } }  flow F { X.B -> X.A.x }`;
  it('asks for day and replacement', () => {
    expect(of(text('@deprecated'), 'deprecation-incomplete')).toEqual([
      'warning operation:X.A.R.x',
    ]);
    expect(
      of(text('@deprecated("use y", sunset: 2026-11-24)', 'calls A.x'), 'deprecation-incomplete'),
    ).toEqual([]);
  });
  it('is an error after the day, while somebody uses it', () => {
    const late = '@deprecated("use y", sunset: 2026-11-23)';
    expect(of(text(late), 'deprecation-incomplete')).toEqual(['info operation:X.A.R.x']);
    expect(of(text(late, 'calls A.x'), 'deprecation-incomplete')).toEqual([
      'error operation:X.A.R.x',
    ]);
  });
  it('adds a day half a year from now, behind what is there', () => {
    const mended = (annotation: string) =>
      findingsOf(text(annotation), { today: '2026-08-31' })
        .filter(({ rule }) => rule === 'deprecation-incomplete')
        .flatMap(({ fixes }) => fixes)
        .map(
          ({ edits }) =>
            /@deprecated\S*(?: [^@]*?\))?(?= GET)/.exec(applied(text(annotation), edits))?.[0],
        );
    expect(mended('@deprecated')).toEqual(['@deprecated(sunset: 2027-02-01)']);
    expect(mended('@deprecated("use y")')).toEqual(['@deprecated("use y", sunset: 2027-02-01)']);
    expect(mended('@deprecated(sunset: 2027-01-01)')).toEqual([]);
  });
  it('does not count publishers as consumers', () => {
    const event = (more: string) =>
      `context X { @deprecated("gone", sunset: 2020-01-01) event AMoved  service S { publishes AMoved } service T { ${more} } }`;
    expect(of(event(''), 'deprecation-incomplete')).toEqual(['info event:X.AMoved']);
    expect(of(event('subscribes X.*'), 'deprecation-incomplete')).toEqual(['error event:X.AMoved']);
  });
});

describe('uses-deprecated-or-unstable', () => {
  it('looks at APIs and services around what is used', () => {
    const text = (service: string, api: string) => `context X {
      ${service} service A { ${api} api R: rest { GET "/x" x(): int32 } }
      service B { calls A.x } }`;
    const old = '@deprecated("gone", sunset: 2099-01-01)';
    expect(of(text(old, ''), 'uses-deprecated-or-unstable')).toHaveLength(1);
    expect(of(text('', old), 'uses-deprecated-or-unstable')).toHaveLength(1);
    expect(of(text('', ''), 'uses-deprecated-or-unstable')).toEqual([]);
  });
  it('lets those experiment who promise nothing', () => {
    const text = (user: string) =>
      `context X { @experimental event AMoved  service B { ${user} subscribes AMoved } }`;
    expect(of(text(''), 'uses-deprecated-or-unstable')).toEqual([]);
    expect(of(text('criticality high'), 'uses-deprecated-or-unstable')).toEqual([
      'warning subscription:X.B->X.AMoved',
    ]);
  });
});

describe('too-many-live-versions', () => {
  it('sees versions that nobody uses, and new ones that rest on old ones', () => {
    const text = `context X { service A {
        api R: rest { version "1.4" GET "/x" x(): int32 }
        api RV2: rest { version "2.0" GET "/v2/x" x2(): int32 { calls A.x } }
      } service B { calls A.x2 } }`;
    expect(of(text, 'too-many-live-versions')).toEqual(['info api:X.A.RV2']);
    expect(of(text.replace('{ calls A.x }', ''), 'too-many-live-versions')).toEqual([
      'info api:X.A.R',
    ]);
  });
});

describe('what should be gone', () => {
  it('is not said to go away one day', () => {
    const text = (day: string) => `context X {
      service A { api R: rest { @deprecated("use y", sunset: ${day}) GET "/x" x(): int32 } } service B { calls A.x } }`;
    const what = (day: string) =>
      findingsOf(text(day)).find(({ rule }) => rule === 'uses-deprecated-or-unstable')?.what;
    expect(what('2026-11-24')).toContain(', which goes away on 2026-11-24.');
    expect(what('2026-11-23')).toContain(', which was to go away on 2026-11-23.');
  });
});
