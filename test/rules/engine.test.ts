import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/project/configuration.js';
import { ruleById } from '../../src/rules/generated/index.js';
import { defineRule } from '../../src/rules/rule.js';
import { findingsOf, lines } from './check.js';

const cycle = 'context A {\n  service S { calls T }\n  service T { calls S }\n}';

function configured(text: string) {
  const { configuration, problems } = readConfiguration(text, ruleById);
  expect(problems).toEqual([]);
  return { configuration: configuration.rules };
}

describe('severities', () => {
  it('come from the rule, the preset and the configuration', () => {
    expect(lines(findingsOf(cycle))).toEqual(['error sync-cycle service:A.S']);
    expect(lines(findingsOf(cycle, configured('{ "rules": { "sync-cycle": "info" } }')))).toEqual([
      'info sync-cycle service:A.S',
    ]);
    expect(lines(findingsOf(cycle, configured('{ "rules": { "sync-cycle": "off" } }')))).toEqual(
      [],
    );
    expect(lines(findingsOf(cycle, configured('{ "extends": "none" }')))).toEqual([]);
    expect(
      lines(
        findingsOf(cycle, configured('{ "extends": "none", "rules": { "sync-cycle": "error" } }')),
      ),
    ).toEqual(['error sync-cycle service:A.S']);
  });

  it('of absence rules are hints until the aspect is asked for, or the fact is declared elsewhere', () => {
    const call = 'context A { service S { calls T } service T }';
    const of = (found: ReturnType<typeof findingsOf>) =>
      found.filter(({ rule }) => rule === 'no-timeout').map(({ severity }) => severity);
    expect(of(findingsOf(call))).toEqual(['hint']);
    const full = of(findingsOf(call, configured('{ "aspects": ["resilience"] }')));
    expect(full).not.toContain('hint');
    expect(of(findingsOf(call, configured('{ "extends": "strict" }')))).toEqual(full);
    expect(
      of(findingsOf(call.replace('service T', 'service T { calls U { timeout 1s } } service U'))),
    ).not.toContain('hint');
  });

  it('of absence rules that find something look once for the fact in the model, of others never', () => {
    const asked: string[] = [];
    const absence = (id: string, found: readonly string[]) =>
      defineRule({
        id,
        category: 'slo',
        severity: 'warning',
        gate: { kind: 'absence', aspect: 'slo', declared: () => asked.push(id) > 0 },
        summary: 'For a test.',
        sources: [],
        messages: { missing: { what: '{name}', why: '', remedy: '' } },
        check({ model: { services }, report }) {
          for (const { id: element, name, span } of services) {
            if (found.includes(name)) report({ message: 'missing', data: { name }, element, span });
          }
        },
      });
    const rules = [absence('some', ['S', 'T']), absence('none', [])];
    expect(findingsOf(cycle, { rules }).map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
    ]);
    expect(asked).toEqual(['some']);
  });

  it('follow overrides by element, tag and file, the last one winning', () => {
    const text = '@tag(old) context A { event ShipOrder  event SendMail }  service X';
    const at = (overrides: string) =>
      lines(
        findingsOf(
          { 'a.arch': text.replace('  service X', '') },
          configured(`{ "overrides": ${overrides} }`),
        ),
      );
    expect(at('[{ "match": ["A.Ship*"], "rules": { "event-past-tense": "info" } }]')).toEqual([
      'info event-past-tense event:A.ShipOrder',
      'warning event-past-tense event:A.SendMail',
    ]);
    expect(at('[{ "match": ["tag:old"], "rules": { "event-past-tense": "off" } }]')).toEqual([]);
    expect(at('[{ "files": ["*.arch"], "rules": { "event-past-tense": "error" } }]')).toHaveLength(
      2,
    );
    expect(at('[{ "files": ["b/*.arch"], "rules": { "event-past-tense": "off" } }]')).toHaveLength(
      2,
    );
  });

  it('take options from the configuration', () => {
    const chain =
      'actor P { calls A.S }\ncontext A { service S { calls T } service T { calls U } service U }';
    expect(
      lines(
        findingsOf(
          chain,
          configured('{ "rules": { "sync-chain-too-long": ["warning", { "warnHops": 1 }] } }'),
        ),
      ),
    ).toEqual(['warning sync-chain-too-long service:A.S']);
  });
});

describe('a configuration', () => {
  it.each([
    ['{ "rulse": {} }', 'There is no setting `rulse`. Did you mean `rules`?'],
    [
      '{ "rules": { "no-timeot": "off" } }',
      'There is no rule `no-timeot`. Did you mean `no-timeout`?',
    ],
    [
      '{ "rules": { "no-timeout": "of" } }',
      'A severity is one of off, hint, info, warning, error.',
    ],
    [
      '{ "rules": { "sync-chain-too-long": ["warning", { "warnHop": 1 }] } }',
      'Rule `sync-chain-too-long` has no option `warnHop`. Did you mean `warnHops`?',
    ],
    [
      '{ "contracts": { "outDir": "../../etc" } }',
      '`outDir` stays inside the model root: no absolute path, no `..`.',
    ],
    [
      '{ "aspects": ["resilence"] }',
      '`0` is one of "resilience", "security", "slo", "observability", "events", "contracts", "operations". Did you mean "resilience"?',
    ],
    ['{ "extends": ', 'Value expected.'],
  ])('says what is wrong in %s', (text, message) => {
    expect(readConfiguration(text, ruleById).problems[0]?.message).toBe(message);
  });

  it('may hold comments, and keys named like JavaScript’s own', () => {
    const { problems } = readConfiguration('{ /* why */ "__proto__": {}, }', ruleById);
    expect(problems.map(({ message }) => message)[0]).toContain('There is no setting `__proto__`.');
  });
});

describe('@accept', () => {
  const accepted = (annotation: string) =>
    lines(findingsOf(`context A {\n  ${annotation}\n  event ShipOrder\n}`));

  it('marks what it covers, on the declaration and inside', () => {
    expect(accepted('@accept(event-past-tense, because: "public since 2019")')).toEqual([
      'warning event-past-tense event:A.ShipOrder accepted',
    ]);
    expect(
      lines(findingsOf('@accept(event-past-tense, because: "old")\ncontext A { event ShipOrder }')),
    ).toEqual(['warning event-past-tense event:A.ShipOrder accepted']);
  });

  it('does not hold without a reason, beyond its date, for an unknown rule or for nothing', () => {
    expect(accepted('@accept(event-past-tense)')).toEqual([
      'error unused-exception event:A.ShipOrder',
      'warning event-past-tense event:A.ShipOrder',
    ]);
    expect(accepted('@accept(event-past-tense, because: "x", until: 2026-11-23)')).toContain(
      'error unused-exception event:A.ShipOrder',
    );
    expect(accepted('@accept(event-past-tense, because: "x", until: 2026-11-24)')).toEqual([
      'warning event-past-tense event:A.ShipOrder accepted',
    ]);
    expect(accepted('@accept(event-past-tens, because: "x")')).toContain(
      'warning unused-exception event:A.ShipOrder',
    );
    expect(accepted('@accept(sync-cycle, because: "x")')).toContain(
      'warning unused-exception event:A.ShipOrder',
    );
  });
});

describe('a rule that misses facts of several kinds', () => {
  const severities = (text: string, rule: string) =>
    findingsOf(text)
      .filter((found) => found.rule === rule)
      .map(({ severity, element }) => `${severity} ${element}`);

  it('takes one of them for no reason to ask for another', () => {
    const links = (broker: string, call: string) =>
      severities(
        `broker Bus: kafka { ${broker} } context X { service A { calls B ${call} } service B { calls A } }`,
        'insecure-service-link',
      );
    expect(links('transport tls', '')).toEqual(['hint call:X.A->X.B', 'hint call:X.B->X.A']);
    expect(links('', '{ transport mtls }')).toEqual(['hint broker:Bus', 'warning call:X.B->X.A']);
    const loads = (limit: string, bulkhead: string) =>
      severities(
        `context X { service A { calls B, C, D api P: rest { audience public } api Q: rest { ${limit} } }
        service B { calls C ${bulkhead} } service C  service D }`,
        'unbounded-load',
      );
    expect(loads('rate-limit 1/s', '')).toEqual(['hint service:X.A', 'warning api:X.A.P']);
    expect(loads('', '{ bulkhead }')).toEqual(['info service:X.A', 'hint api:X.A.P']);
  });
});

describe('an exception', () => {
  const accepted = (text: string) =>
    findingsOf(text)
      .filter(({ rule }) => /cycle|shared-datastore|unused-exception/.test(rule))
      .map(({ rule, accepted }) => `${rule}: ${accepted?.because ?? 'counts'}`);

  it('holds for a ring at any of its members', () => {
    const ring = (a: string, b: string) =>
      accepted(`context X { ${a} service A { calls B } ${b} service B { calls A } }`);
    expect(ring('', '')).toEqual(['sync-cycle: counts']);
    expect(ring('@accept(sync-cycle, because: "one")', '')).toEqual(['sync-cycle: one']);
    expect(ring('', '@accept(sync-cycle, because: "other")')).toEqual(['sync-cycle: other']);
  });

  it('holds at a shared store for all who access it, and at one of these for that one', () => {
    const shop = (store: string, one: string) =>
      accepted(
        `context X { ${store} store Db: postgres  service A { ${one} writes Db } service B { reads Db } }`,
      );
    const accept = '@accept(shared-datastore, because: "May")';
    expect(shop(accept, '')).toEqual(Array(3).fill('shared-datastore: May'));
    expect(shop('', accept).sort()).toEqual([
      'shared-datastore: May',
      'shared-datastore: counts',
      'shared-datastore: counts',
    ]);
  });

  it('inside of another one gives the reason, and neither is unused', () => {
    expect(
      accepted(`@accept(sync-cycle, because: "outer") context X {
        @accept(sync-cycle, because: "inner") service A { calls B } service B { calls A } }`),
    ).toEqual(['sync-cycle: inner']);
  });
});

describe('an exception for what another finding says as well', () => {
  it('is not unused', () => {
    const found = findingsOf(`context X { service A { store Db: postgres } }
      context Y { service B { @accept(shared-datastore, because: "split in May") reads X.A.Db } }`);
    expect(found.map(({ rule }) => rule)).not.toContain('unused-exception');
    expect(found.map(({ rule }) => rule)).toContain('foreign-store-access');
  });
});

describe('fingerprints', () => {
  it('survive moves and reformatting, and tell findings apart', () => {
    const prints = (text: string) =>
      findingsOf(text)
        .map(({ fingerprint }) => fingerprint)
        .sort();
    expect(prints(`// moved\n\n${cycle.replaceAll('  ', '      ')}`)).toEqual(prints(cycle));
    const two = prints('context A { event ShipOrder  event SendMail }');
    expect(new Set(two).size).toBe(two.length);
  });
});

describe('what takes part in a finding', () => {
  const parts = (text: string, rule: string) =>
    findingsOf(text)
      .filter((finding) => finding.rule === rule)
      .map(({ element, elements }) => [element, ...elements].join(' '));

  it('are both ends of an edge, those of them that are declared', () => {
    const text = `context A { service S {
      calls B.X
      calls B.T.nope
      calls B.T.op { fallback B.T.nope }
      subscribes B.*  { emits Nothing }
      reads B.Nowhere
    } }
    context B { event Ended  service T { publishes Ended api P: grpc { rpc op() } } }
    contextmap M { B -> A { exposes Nothing, A.S } }`;
    expect(parts(text, 'unresolved-reference')).toEqual([
      'call:A.S->B.X service:A.S',
      'call:A.S->B.T.nope service:A.S service:B.T',
      'call:A.S->B.T.P.op service:A.S operation:B.T.P.op service:B.T',
      'subscription:A.S->B.Ended service:A.S event:B.Ended',
      'access:A.S->B.Nowhere service:A.S',
      'relation:M.B->A context:B context:A',
    ]);
    expect(parts(text, 'map-well-formed')).toEqual([
      'relation:M.B->A service:A.S context:A context:B',
    ]);
  });

  it('are the members of a ring alone, though an edge closes it', () => {
    const text = `context A { event Ended
      service S { calls T publishes Ended }
      service T { subscribes Ended }
    }`;
    expect(parts(text, 'contract-cycle')).toEqual([
      'subscription:A.T->A.Ended service:A.S service:A.T',
    ]);
  });
});

describe('a rule that crashes', () => {
  it('becomes a finding that names it, and the others go on', () => {
    const crashing = defineRule({
      id: 'crashing',
      category: 'naming',
      severity: 'info',
      gate: { kind: 'structural' },
      summary: 'Always fails.',
      sources: [],
      messages: {},
      check: () => {
        throw new Error('no luck');
      },
    });
    const found = findingsOf(cycle, { rules: [crashing, ruleById.get('sync-cycle')!] });
    expect(found.map(({ rule, what }) => [rule, what.split(':')[0]])).toEqual([
      ['crashing', 'The rule `crashing` failed'],
      ['sync-cycle', 'These services call each other synchronously in a ring'],
    ]);
  });
});
