import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { todayIso } from '../../project/project.js';
import { ruleById } from '../../rules/generated/index.js';
import { compileLater } from '../short-lived.js';
import { exitCode } from '../failure.js';
import type { Host } from '../host.js';
import { knownRules } from '../known-rule.js';
import { loadRoots } from '../load.js';
import { introducedSince } from '../since.js';
import { githubReport } from '../reporters/github.js';
import { gitlabReport } from '../reporters/gitlab.js';
import { jsonReport } from '../reporters/json.js';
import { junitReport } from '../reporters/junit.js';
import { fails, type FailOn, type RootReport } from '../reporters/report.js';
import { sarifReport } from '../reporters/sarif.js';
import { textReport } from '../reporters/text.js';

const formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;

interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: FailOn;
  readonly rule?: readonly string[];
  readonly baseline: boolean;
  readonly since?: string;
}

export function registerCheck(program: Command, host: Host): void {
  program
    .command('check')
    .description('check models against the rules')
    .argument('[paths...]', 'files or folders', ['.'])
    .addOption(new Option('--format <format>', 'output').choices(formats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--rule <ids>', 'run only these rules: ids with commas, or several times', collected)
    .option('--since <revision>', 'only what the change since a git revision introduced')
    .option('--no-baseline', 'count the findings of the baseline, too')
    .addHelpText(
      'after',
      `
Examples:
  archivolt check                          all models below this folder
  archivolt check shop --fail-on warning   for CI: warnings fail as well
  archivolt check --since origin/main      for pull requests: only what they bring in
  archivolt check --format sarif > archivolt.sarif
  archivolt check --rule sync-cycle --format json`,
    )
    .action((words: string[], options: CheckOptions) => {
      // `--rule a b` reads well, too: words that are rules and no files belong to it.
      const more = options.rule
        ? words.filter((word) => ruleById.has(word) && !existsSync(resolve(host.cwd, word)))
        : [];
      const paths = words.filter((word) => !more.includes(word));
      const only = options.rule ? knownRules([...options.rule, ...more]) : undefined;
      const today = todayIso();
      const roots = loadRoots(paths, host.cwd, options);
      compileLater();
      const reports = roots.map((root): RootReport => ({
        root,
        ...(options.since === undefined
          ? root.project.check(today, only)
          : introducedSince(root, options.since, today, only)),
      }));
      host.out(report(reports, options, host));
      const failed = reports.some(({ findings }) =>
        findings.some((finding) => fails(finding, options.failOn)),
      );
      host.exitCode = failed ? exitCode.findings : exitCode.done;
    });
}

function report(
  reports: readonly RootReport[],
  { format, failOn }: CheckOptions,
  host: Host,
): string {
  switch (format) {
    case 'text':
      return textReport(reports, host);
    case 'json':
      return jsonReport(reports);
    case 'sarif':
      return sarifReport(reports);
    case 'junit':
      return junitReport(reports, failOn);
    case 'github':
      return githubReport(reports);
    case 'gitlab':
      return gitlabReport(reports);
  }
}

function collected(words: string, before: readonly string[] = []): readonly string[] {
  return [...before, words];
}
