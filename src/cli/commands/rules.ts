import { Option, type Command } from 'commander';
import { ruleTable } from '../../project/rule-table.js';
import { allRules } from '../../rules/generated/index.js';
import { pageOf } from '../../rules/page.js';
import type { Host } from '../host.js';
import { noSuchRule } from '../known-rule.js';
import { jsonRule } from '../rules/json.js';

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
    .action(async (id: string) => {
      const page = await pageOf(id);
      if (page === undefined) throw noSuchRule(id);
      host.out(page.endsWith('\n') ? page : `${page}\n`);
    });
}

function textTable(): string {
  const width = Math.max(...allRules.map(({ id }) => id.length));
  const lines = allRules.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
  );
  return `${lines.join('\n')}\n`;
}
