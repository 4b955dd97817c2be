import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from './support/run.js';

const root = join(import.meta.dirname, '../..');
let archivolt: Awaited<ReturnType<typeof commandLine>>;
let folder = '';

/** One open finding with a hostile text, one accepted, one in the baseline. */
const model = `context Shop {
  service Cart { calls Till }
  service Till { calls Cart  publishes ShipOrder }
  @accept(event-past-tense, because: "old & <odd>,\\n::error::", until: 2099-01-01, adr: "docs/1.md")
  event ShipOrder
}
`;

const depot = 'context Depot { event PackOrder  service Dock { publishes PackOrder } }';

beforeAll(async () => {
  archivolt = await commandLine();
  folder = folderWith({ 'shop.arch': depot });
  archivolt(folder, 'baseline', 'create');
  folder = folderWith({
    'shop.arch': depot,
    'more #1.arch': model,
    '.archivolt/baseline.json': readFileSync(join(folder, '.archivolt/baseline.json'), 'utf8'),
  });
});

const report = (...args: string[]) =>
  archivolt(folder, 'check', '--rule', 'sync-cycle,event-past-tense', ...args).stdout;

describe('reports for machines', () => {
  it('SARIF is valid against the official schema, with exceptions and baseline as suppressions', () => {
    const path = join(
      dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif')),
      'schemas/sarif-2.1.0-rtm.5.json',
    );
    const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
    for (const text of [
      report('--format', 'sarif'),
      archivolt(root, 'check', 'examples', '--format', 'sarif').stdout,
    ]) {
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
    }
    const [run] = (JSON.parse(report('--format', 'sarif')) as Log).runs;
    const results = run?.results ?? [];
    const of = (rule: string) => results.filter(({ ruleId }) => ruleId === rule);
    expect(of('sync-cycle').map(({ suppressions }) => suppressions)).toEqual([undefined]);
    expect(
      of('event-past-tense').map(({ suppressions }) => suppressions?.map(({ kind }) => kind)),
    ).toEqual([['inSource'], ['external']]);
    for (const { ruleId, ruleIndex } of results) {
      expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
    const location = of('sync-cycle')[0]?.locations?.[0]?.physicalLocation;
    expect(location?.artifactLocation?.uri).toBe('more%20%231.arch');
  });

  it('GitHub gets annotations that no text can break out of, the gravest first', () => {
    const lines = report('--format', 'github').trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^::error file=more #1\.arch,line=2,endLine=2,col=\d+,endColumn=\d+,title=sync-cycle::/,
    );
    expect(lines.every((line) => line.startsWith('::'))).toBe(true);
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(1);
    expect(lines.at(-1)).toContain('title=event-past-tense (accepted)::');
    expect(lines.join('\n')).not.toContain('PackOrder');
  });

  it('GitLab gets a code quality report with unique fingerprints', () => {
    const issues = JSON.parse(report('--format', 'gitlab')) as {
      check_name: string;
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(issues.find(({ check_name }) => check_name === 'sync-cycle')).toMatchObject({
      severity: 'critical',
      location: { path: 'more #1.arch', lines: { begin: 2 } },
    });
    expect(
      issues
        .filter(({ check_name }) => check_name === 'event-past-tense')
        .map(({ severity }) => severity),
    ).toEqual(['info', 'info']);
  });

  it('JUnit counts what fails, and skips what is accepted', () => {
    const text = report('--format', 'junit');
    expect(text).toMatch(/<testsuites name="archivolt" tests="\d+" failures="1" skipped="2">/);
    expect(text).toContain('<skipped message="Accepted until 2099-01-01: old &amp; &lt;odd&gt;,');
    expect(text.match(/<failure /g)).toHaveLength(1);
    expect(report('--format', 'junit', '--fail-on', 'never')).toContain('failures="0"');
  });
});
