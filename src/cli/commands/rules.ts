import { Option, type Command } from 'commander';
import { closest } from '../../language/closest.js';
import { gateText, ruleTable } from '../../project/rule-table.js';
import { allRules, ruleById } from '../../rules/generated/index.js';
import { rulePages } from '../../rules/generated/pages.js';
import { helpUrl } from '../../rules/help.js';
import type { AnyRule, OptionSpec } from '../../rules/rule.js';
import { UsageError } from '../failure.js';
import type { Host } from '../host.js';

export function registerRules(program: Command, host: Host): void {
  program
    .command('rules')
    .description('list the rules')
    .addOption(
      new Option('--format <format>', 'output')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action(({ format }: { format: 'text' | 'json' | 'markdown' }) => {
      if (format === 'json') host.out(`${JSON.stringify(allRules.map(jsonRule), undefined, 2)}\n`);
      else if (format === 'markdown') host.out(ruleTable(allRules));
      else host.out(textTable());
    });
  program
    .command('explain')
    .description('explain one rule: what it checks, why, with examples')
    .argument('<rule>', 'id of a rule')
    .action((id: string) => {
      const page = Object.hasOwn(rulePages, id) ? rulePages[id] : undefined;
      if (page === undefined) {
        const near = closest(id, ruleById.keys(), 1)[0];
        const hint = near ? ` Did you mean ${near}?` : ' `archivolt rules` lists them all.';
        throw new UsageError(`There is no rule ${id}.${hint}`);
      }
      host.out(page.endsWith('\n') ? page : `${page}\n`);
    });
}

function jsonRule(rule: AnyRule) {
  const { id, category, severity, severityNote, gate, summary, sources } = rule;
  return {
    id,
    category,
    severity,
    severities: severityNote ?? severity,
    gate: gateText(gate),
    ...(gate.kind === 'absence' ? { aspect: gate.aspect } : {}),
    summary,
    sources,
    options: rule.options as Readonly<Record<string, OptionSpec>>,
    help: helpUrl(id),
  };
}

function textTable(): string {
  const width = Math.max(...allRules.map(({ id }) => id.length));
  const lines = allRules.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
  );
  return `${lines.join('\n')}\n`;
}
