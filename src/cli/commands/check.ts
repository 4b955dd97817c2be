import { Option, type Command } from 'commander';
import { closest } from '../../language/closest.js';
import { todayIso } from '../../project/project.js';
import { ruleById } from '../../rules/generated/index.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';
import { loadRoots } from '../load.js';
import { jsonReport } from '../reporters/json.js';
import { fails, type FailOn, type RootReport } from '../reporters/report.js';
import { textReport } from '../reporters/text.js';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly failOn: FailOn;
  readonly rule?: readonly string[];
}

export function registerCheck(program: Command, host: Host): void {
  program
    .command('check')
    .description('check models against the rules')
    .argument('[paths...]', 'files or folders', ['.'])
    .addOption(new Option('--format <format>', 'output').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--rule <ids...>', 'run only these rules')
    .addHelpText(
      'after',
      `
Examples:
  archivolt check                          all models below this folder
  archivolt check shop --fail-on warning   for CI: warnings fail as well
  archivolt check --rule sync-cycle --format json`,
    )
    .action((paths: string[], options: CheckOptions) => {
      const only = options.rule ? knownRules(options.rule) : undefined;
      const today = todayIso();
      const reports: RootReport[] = loadRoots(paths, host.cwd).map((root) => ({
        root,
        findings: root.project.findings(today, only),
      }));
      host.out(options.format === 'json' ? jsonReport(reports) : textReport(reports, host));
      const failed = reports.some(({ findings }) =>
        findings.some((finding) => fails(finding, options.failOn)),
      );
      host.exitCode = failed ? exitCode.findings : exitCode.done;
    });
}

/** Rule ids, also several in one word separated by commas. */
function knownRules(words: readonly string[]): Set<string> {
  const ids = words.flatMap((word) => word.split(',')).filter((id) => id !== '');
  for (const id of ids) {
    if (ruleById.has(id) || id === 'syntax') continue;
    const near = closest(id, ruleById.keys(), 1)[0];
    const hint = near ? ` Did you mean ${near}?` : ' `archivolt rules` lists them all.';
    throw new UsageError(`There is no rule ${id}.${hint}`);
  }
  return new Set(ids);
}
