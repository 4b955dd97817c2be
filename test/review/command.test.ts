import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from '../cli/support/run.js';
import { gitIn } from '../support/repository.js';
import { shopAfter, shopBefore } from './shop.js';

let archivolt: Awaited<ReturnType<typeof commandLine>>;
beforeAll(async () => {
  archivolt = await commandLine();
}, 60_000);

interface Change {
  rule: string;
  severity: string;
  fingerprint: string;
  approval?: { who: string };
}
interface Report {
  before: string;
  after: string;
  changes: { change: string; id: string }[];
  contracts: Change[];
  findings: { new: { rule: string; severity: string; element: string }[] };
}

const schema = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas', name), 'utf8')) as object;

/** A repository with these files as its first commit. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  const git = gitIn(folder);
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ada');
  git('add', '-A');
  git('commit', '-qm', 'first');
  return folder;
}

function review(folder: string, ...args: string[]) {
  const run = archivolt(folder, 'review', ...args, '--format', 'json');
  const parsed = run.stdout === '' ? undefined : (JSON.parse(run.stdout) as Report);
  return { ...run, report: parsed };
}

describe('approvals by command', () => {
  const approvalsOf = (folder: string) => join(folder, '.archivolt/approvals.json');
  const shop = () => {
    const folder = repository({ 'shop.arch': shopBefore });
    writeFileSync(join(folder, 'shop.arch'), shopAfter);
    return folder;
  };
  const breaking = (folder: string) =>
    review(folder, 'HEAD').report?.contracts.find(({ severity }) => severity === 'breaking')
      ?.fingerprint ?? '';

  it('are recorded in the name of the git user, sorted and as the schema says', () => {
    const folder = shop();
    const isValid = addFormats.default(new Ajv()).compile(schema('approvals.schema.json'));
    mkdirSync(join(folder, '.archivolt'));
    const other = { fingerprint: 'ffffffffffffff', who: 'Bo', why: 'old', when: '2026-01-01' };
    writeFileSync(
      approvalsOf(folder),
      JSON.stringify({ $schema: 'x', version: 1, approvals: [other] }),
    );
    const fingerprint = breaking(folder);
    const run = review(folder, 'HEAD', '--approve', fingerprint, '--because', 'Nobody bills now');
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(
      run.report?.contracts.find((change) => change.fingerprint === fingerprint)?.approval?.who,
    ).toBe('Ada');
    const written = readFileSync(approvalsOf(folder), 'utf8');
    const data = JSON.parse(written) as { approvals: { fingerprint: string }[] };
    isValid(data);
    expect(isValid.errors).toBeNull();
    expect(data.approvals.map((entry) => entry.fingerprint)).toEqual([
      fingerprint,
      'ffffffffffffff',
    ]);
    expect(written).toContain('"$schema": "x"');
    // One property a line, so that two branches merge.
    expect(written.split('\n').length).toBeGreaterThan(12);
  });

  it('take the error away from the rule, which goes on listing the change', () => {
    const folder = shop();
    const check = () => {
      const { status, stdout } = archivolt(
        folder,
        'check',
        '--since',
        'HEAD',
        '--rule',
        'breaking-change',
        '--format',
        'json',
      );
      const { models } = JSON.parse(stdout) as {
        models: { findings: { severity: string; accepted?: { because: string; by: string } }[] }[];
      };
      return { status, findings: models.flatMap(({ findings }) => findings) };
    };
    expect(check().status).toBe(1);
    review(folder, 'HEAD', '--approve', breaking(folder), '--because', 'Nobody bills now');
    const after = check();
    expect(after.status).toBe(0);
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ accepted: { because: 'Nobody bills now', by: 'Ada' } }),
    ]);
    // Another change of the same part is another one.
    writeFileSync(
      join(folder, 'shop.arch'),
      shopAfter.replace('status: string', 'total: int32  status: string'),
    );
    expect(check().status).toBe(1);
    expect(review(folder, 'HEAD').status).toBe(1);
  });

  it('want a reason and a change that there is, and are for the working tree', () => {
    const folder = shop();
    const fingerprint = breaking(folder);
    for (const [args, message] of [
      [['HEAD', '--approve', fingerprint], /why/],
      [['HEAD', '--approve', 'beef', '--because', 'x'], /beef: no change has this fingerprint/],
      [['HEAD..HEAD', '--approve', fingerprint, '--because', 'x'], /working tree/],
    ] as const) {
      const run = review(folder, ...args);
      expect(run.status).toBe(2);
      expect(run.stderr).toMatch(message);
    }
    expect(existsSync(approvalsOf(folder))).toBe(false);
  });
});

describe('a model folder that was moved', () => {
  it('is compared with where it stood, committed or not, changed or not', () => {
    const folder = repository({
      'old/shop/shop.arch': shopBefore,
      'old/shop/archivolt.json': '{}',
      'old/other/other.arch': 'team Else {}',
      'old/other/archivolt.json': '{}',
    });
    mkdirSync(join(folder, 'new'));
    renameSync(join(folder, 'old/shop'), join(folder, 'new/store'));
    const path = join(folder, 'new/store');
    expect(review(path, 'HEAD').report?.changes).toEqual([]);
    writeFileSync(join(path, 'shop.arch'), shopAfter);
    const ids = (range: string) =>
      review(path, range).report?.changes.map(({ change, id }) => `${change} ${id}`);
    expect(ids('HEAD')).toContain('added context:Warehouse');
    expect(ids('HEAD')).not.toContain('added context:Ordering');
    const git = gitIn(folder);
    git('add', '-A');
    git('commit', '-qm', 'second');
    expect(ids('HEAD~1..HEAD')).toContain('removed context:Reporting');
    expect(ids('HEAD')).toEqual([]);
  });
});

describe('several models in one review', () => {
  const files = {
    'shop/archivolt.json': '{}',
    'shop/shop.arch': shopBefore,
    'desk/archivolt.json': '{}',
    'desk/desk.arch': 'context Desk { service Tickets {} }',
  };

  it('are reviewed each by itself, and fail together', () => {
    const folder = repository(files);
    writeFileSync(join(folder, 'shop/shop.arch'), shopAfter);
    const run = archivolt(folder, 'review', 'HEAD', '--format', 'json');
    expect(run.status).toBe(1);
    const data = JSON.parse(run.stdout) as { models: (Report & { root: string })[] };
    const isValid = new Ajv2020().compile(schema('review.schema.json'));
    isValid(data);
    expect(isValid.errors).toBeNull();
    expect(data.models.map(({ root, changes }) => [root, changes.length > 0])).toEqual([
      ['desk', false],
      ['shop', true],
    ]);
    for (const [format, mark] of [
      ['text', 'shop: HEAD → the working tree'],
      ['markdown', '## Design review: shop'],
      ['html', '<h2>shop</h2>'],
    ] as const) {
      expect(archivolt(folder, 'review', 'HEAD', '--format', format).stdout).toContain(mark);
    }
    // One by name is reviewed alone.
    expect(review(folder, 'HEAD', 'desk').report?.changes).toEqual([]);
  });

  it('tell of a model that is gone, and not of one that moved', () => {
    const folder = repository(files);
    renameSync(join(folder, 'shop'), join(folder, 'store'));
    rmSync(join(folder, 'desk'), { recursive: true });
    const run = archivolt(folder, 'review', 'HEAD', '--format', 'json');
    expect(run.stderr).toBe('');
    const data = JSON.parse(run.stdout) as { models: (Report & { root: string })[] };
    expect(
      data.models.map(({ root, changes }) => [
        root,
        ...changes.map(({ change, id }) => `${change} ${id}`),
      ]),
    ).toEqual([['desk', 'removed context:Desk', 'removed service:Desk.Tickets'], ['store']]);
  });

  it('tell of a model that a revision has no more, though it is on disk', () => {
    const folder = repository(files);
    const git = gitIn(folder);
    git('rm', '-rq', '--cached', 'desk');
    git('commit', '-qm', 'without desk');
    const models = (path: string) => {
      const run = archivolt(folder, 'review', 'HEAD~1..HEAD', path, '--format', 'json');
      const report = JSON.parse(run.stdout) as Report & { models?: Report[] };
      return (report.models ?? [report]).map(({ changes }) =>
        changes.map(({ change, id }) => `${change} ${id}`),
      );
    };
    const gone = ['removed context:Desk', 'removed service:Desk.Tickets'];
    expect(models('.')).toEqual([gone, []]);
    expect(models('desk')).toEqual([gone]);
  });

  it('are paired by their place in two folders', () => {
    const one = folderWith(files);
    const other = folderWith({
      ...files,
      'new/archivolt.json': '{}',
      'new/new.arch': 'context New {}',
    });
    const run = archivolt(one, 'review', one, other, '--format', 'json');
    const data = JSON.parse(run.stdout) as { models: Report[] };
    expect(
      data.models.map(({ changes }) => changes.map(({ change, id }) => `${change} ${id}`)),
    ).toEqual([[], ['added context:New'], []]);
  });
});

describe('a map of what changed', () => {
  it('is drawn by the command line, of both revisions or one', () => {
    const folder = repository({ 'shop.arch': shopBefore });
    writeFileSync(join(folder, 'shop.arch'), shopAfter);
    const map = (...args: string[]) => archivolt(folder, 'map', '--since', 'HEAD', ...args);
    const both = map().stdout;
    expect(both).toContain('Changes since HEAD');
    expect(both).toContain('− removed');
    expect(both).toContain('+ added');
    expect(map().stdout).toBe(both);
    const before = map('--side', 'before').stdout;
    expect(before).toContain('>Reporting<');
    expect(before).not.toContain('>Warehouse<');
    const { status, stderr } = map('--format', 'mermaid');
    expect(status).toBe(2);
    expect(stderr).toContain('cannot be drawn as mermaid');
    expect(map('--format', 'json').stdout).toContain('"change": "removed"');
  });
});

describe('two context maps of one model', () => {
  const text = `
context Ordering { service Orders { api O: rest { GET "/o" getOrder(): string } } }
context Billing { service Invoices { calls Ordering.Orders.getOrder } }
context Legacy {}
contextmap Today { state as-is  Ordering -> [CF] Billing  Legacy -> Ordering }
contextmap Target { state to-be  Ordering [OHS] -> [ACL] Billing }
`;

  it('are compared as if the first became the second', () => {
    const folder = folderWith({ 'a.arch': text });
    const run = review(folder, '--maps', 'as-is..to-be');
    expect(run.stderr).toBe('');
    expect(run.report).toMatchObject({ before: 'Today', after: 'Target' });
    expect(run.report?.changes.map(({ change, id }) => `${change} ${id}`)).toEqual([
      'changed contextmap:Target',
      'removed relation:Target.Legacy->Ordering',
      'changed relation:Target.Ordering->Billing',
    ]);
    expect(run.report?.contracts).toEqual([]);
    const html = archivolt(folder, 'review', '--maps', 'Today..Target', '--format', 'html').stdout;
    expect(html).toContain(encodeURIComponent('Changes since Today'));
    expect(review(folder, '--maps', 'Today..Gone').stderr).toMatch(
      /no context map Gone \(known: Today, Target\)/,
    );
  });
});

describe('what is deprecated', () => {
  it('is an error for whoever comes to use it, and a warning for who did before', () => {
    const before = `context A { service S { api R: rest { version "1.0.0"
      @deprecated("use y", sunset: 2099-01-01) GET "/x" x(): int32  GET "/y" y(): int32 } } }
      context B { service Old { calls A.S.x } service Fresh {} }`;
    const folder = repository({ 'a.arch': before });
    writeFileSync(join(folder, 'a.arch'), before.replace('Fresh {}', 'Fresh { calls A.S.x }'));
    const uses = review(folder, 'HEAD').report?.findings.new.filter(
      ({ rule }) => rule === 'uses-deprecated-or-unstable',
    );
    expect(uses?.map(({ severity, element }) => `${severity} ${element}`)).toEqual([
      'error call:B.Fresh->A.S.R.x',
    ]);
    const check = (...args: string[]) =>
      archivolt(folder, 'check', '--rule', 'uses-deprecated-or-unstable', ...args).status;
    expect(check('--since', 'HEAD')).toBe(1);
    expect(check()).toBe(0);
  });
});
