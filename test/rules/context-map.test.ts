import { describe, expect, it } from 'vitest';
import { applied, findingsOf } from './check.js';

const of = (text: string, rule: string) => findingsOf(text).filter((found) => found.rule === rule);
const contexts = 'context A  context B  context C  context D\n';

describe('a cycle of the map', () => {
  it('names one shortest ring and counts the rest of the knot', () => {
    const [found, ...more] = of(
      `${contexts}contextmap M { A -> B  B -> C  C -> A  C -> D  D -> C }`,
      'context-map-cycle',
    );
    expect(more).toEqual([]);
    expect(found?.what).toContain('C → D → C');
    expect(found?.what).toContain('2 more contexts');
    expect(found?.elements).toEqual(['context:C', 'context:D', 'context:A', 'context:B']);
  });

  it('needs directed relations of one map', () => {
    const maps = `${contexts}contextmap M { A -> B  B <-> A : partnership }\ncontextmap N { B -> A }`;
    expect(of(maps, 'context-map-cycle')).toEqual([]);
  });
});

describe('a missing anticorruption layer', () => {
  const fix = (relation: string) => {
    const text = `domain D { core subdomain S }\ncontext Old { kind legacy }\ncontext New implements D.S\ncontextmap M { ${relation} }`;
    const [found] = of(text, 'missing-anticorruption-layer');
    const [edit] = found?.fixes[0]?.edits ?? [];
    const line = text.split('\n')[3] ?? '';
    return (
      edit &&
      line.slice(0, edit.span.start.column - 1) + edit.text + line.slice(edit.span.end.column - 1)
    );
  };

  it('is added where it is missing, on whichever side the downstream stands', () => {
    expect(fix('Old -> New')).toBe('contextmap M { Old -> [ACL] New }');
    expect(fix('New <- Old')).toBe('contextmap M { New [ACL] <- Old }');
    expect(fix('Old -> [CF] New')).toBe('contextmap M { Old -> [ACL] New }');
    expect(fix('Old -> [ACL] New')).toBeUndefined();
  });

  it('is not asked of an external that is an open host', () => {
    const text = (roles: string) =>
      `external Bank  context Pay  contextmap M { Bank ${roles} -> Pay }`;
    expect(of(text(''), 'missing-anticorruption-layer')).toHaveLength(1);
    expect(of(text('[OHS]'), 'missing-anticorruption-layer')).toEqual([]);
  });
});

describe('a relation whose arrow is not that of its kind', () => {
  const mended = (relation: string) => {
    const text = `${contexts}contextmap M { ${relation} }`;
    const findings = findingsOf(text).filter(({ severity }) => severity === 'error');
    expect(findings.map(({ rule }) => rule)).toEqual(['map-well-formed']);
    return applied(text, findings[0]?.fixes[0]?.edits ?? []).split('\n')[1];
  };

  it.each([
    ['A -> B : partnership', 'A <-> B : partnership'],
    ['A [SK]->[SK] B : shared-kernel', 'A [SK] <-> [SK] B : shared-kernel'],
    ['A <-> B : separate-ways "x"', 'A >< B : separate-ways "x"'],
    ['A >< B : customer-supplier', 'A -> B : customer-supplier'],
  ])('%s is mended to %s', (wrong, right) => {
    expect(mended(wrong)).toBe(`contextmap M { ${right} }`);
  });

  it('is none where both agree', () => {
    const right = `${contexts}contextmap M { A <- B : upstream-downstream  A <-> C : partnership  B >< C : separate-ways }`;
    expect(of(right, 'map-well-formed')).toEqual([]);
  });
});

describe('the role of a symmetric relation', () => {
  it('stands on both sides', () => {
    const text = `${contexts}contextmap M { A [P] <-> B }`;
    const [found] = of(text, 'role-misuse');
    expect(found?.what).toBe('`P` stands on one side only.');
    expect(applied(text, found?.fixes[0]?.edits ?? [])).toContain('A [P] <-> [P] B');
    expect(of(`${contexts}contextmap M { A [SK] <-> [SK] B  C <-> D }`, 'role-misuse')).toEqual([]);
  });
});

describe('an open host', () => {
  it('has a language where it exposes something with a version', () => {
    const text = (version: string) =>
      `context A { service S { api Orders: rest { ${version} } } }\ncontext B\ncontextmap M { A [OHS] -> B { exposes A.S.Orders } }`;
    expect(of(text(''), 'open-host-incomplete')).toHaveLength(1);
    expect(of(text('version "1.0.0"'), 'open-host-incomplete')).toEqual([]);
  });
});

describe('a shared kernel', () => {
  it('may be one type of a small context, but not half of it', () => {
    const kernel = (shares: string) =>
      of(
        `context A { value Money {} enum Currency { eur } event Sold {} }\ncontext B { event Bought {} event Paid {} event Sent {} }\ncontextmap M { A <-> B : shared-kernel { shares ${shares} } }`,
        'shared-kernel-too-big',
      ).map(({ what }) => what);
    expect(kernel('A.Money')).toEqual([]);
    expect(kernel('A.Money, A.Currency')).toEqual([
      'The shared kernel of `A` and `B` is 2 of the 3 elements of `A`.',
    ]);
  });
});

describe('subdomains', () => {
  it('count as implemented where a context implements the whole domain', () => {
    const text = (target: string) =>
      of(
        `domain D { core subdomain S  generic subdomain T }\ncontext A implements ${target}`,
        'subdomain-mapping',
      );
    expect(text('D')).toEqual([]);
    expect(text('D.S').map(({ element, severity }) => `${severity} ${element}`)).toEqual([
      'info subdomain:D.T',
    ]);
  });
});

describe('against the stream', () => {
  const text = (relation: string, calls: string, back = '') =>
    `external Bank { ${back} } context Pay { service Hook { ${calls} } } contextmap M { ${relation} }`;

  it('runs no webhook of a system that others run', () => {
    expect(of(text('Bank [OHS] -> Pay', '', 'calls Pay.Hook'), 'against-the-stream')).toEqual([]);
  });

  it('is turned with an anticorruption layer where the new upstream is one', () => {
    for (const [relation, mended] of [
      ['Pay -> Bank', 'Bank -> [ACL] Pay'],
      ['Bank <- Pay', 'Pay [ACL] <- Bank'],
      ['Pay [OHS] -> [ACL] Bank', 'Bank [OHS] -> [ACL] Pay'],
    ] as const) {
      const before = text(relation, 'calls Bank');
      const [found] = of(before, 'against-the-stream');
      const after = applied(before, found?.fixes[0]?.edits ?? []);
      expect(after).toContain(mended);
      expect(of(after, 'against-the-stream')).toEqual([]);
      expect(of(after, 'missing-anticorruption-layer')).toEqual([]);
    }
  });
});

describe('a wildcard across the map', () => {
  const text = (
    relation: string,
  ) => `context Shop { event Sold  event Sent  service Till { publishes Sold, Sent } }
    context Pay { service Book { subscribes Shop.* } } contextmap M { ${relation} }`;

  it('is one dependency', () => {
    expect(of(text(''), 'undeclared-dependency')).toHaveLength(1);
    expect(of(text('Pay -> Shop'), 'against-the-stream')).toHaveLength(1);
  });
});

describe('a relation that is used in both directions', () => {
  it('is not turned, as something else would run against it then', () => {
    const text = `context Shop { service Till { calls Pay.Book } } context Pay { service Book { calls Shop.Till } }
      contextmap M { Shop -> Pay }`;
    expect(of(text, 'against-the-stream').map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

describe('a role', () => {
  it('that does not exist is taken for the one that was meant', () => {
    const hints = (role: string) =>
      of(`${contexts}contextmap M { A [${role}] -> B }`, 'role-misuse').map((found) => found.what);
    for (const [role, meant] of [
      ['OSH', 'OHS'],
      ['ohs', 'OHS'],
      ['OHSS', 'OHS'],
      ['OpenHostService', 'OHS'],
      ['supplier', 'S'],
    ] as const) {
      expect(hints(role)).toEqual([`\`${role}\` is no role. Did you mean \`${meant}\`?`]);
    }
    expect(hints('XYZ')).toEqual(['`XYZ` is no role.']);
  });

  it('is called by what it is, and so is the relation that has none', () => {
    const what = (relation: string) =>
      of(`${contexts}contextmap M { ${relation} }`, 'role-misuse').map((found) => found.what);
    expect(what('A [ACL] >< B')).toEqual(['Who goes separate ways has no `ACL`.']);
    expect(what('A [CF] <-> B : shared-kernel')).toEqual(['A shared kernel has no `CF`.']);
    expect(what('A [S] -> B')).toEqual([
      'One side is `S` (supplier), and the other one is no `C` (customer).',
    ]);
  });
});
