import { Option, type Command } from 'commander';
import { figuresOf } from '../../metrics/figures.js';
import { exitCode } from '../failure.js';
import type { Host } from '../host.js';
import { loadRoots } from '../load.js';
import { csvTable, type RootFigures } from '../metrics/csv.js';
import { textTables } from '../metrics/text.js';

type Format = 'text' | 'json' | 'csv';

export function registerMetrics(program: Command, host: Host): void {
  program
    .command('metrics')
    .description('print coupling figures of services, contexts, relations and the whole model')
    .argument('[paths...]', 'files or folders', ['.'])
    .addOption(
      new Option('--format <format>', 'output').choices(['text', 'json', 'csv']).default('text'),
    )
    .addHelpText(
      'after',
      `
AIS, ADS: services that call this one, that it calls. Ca, Ce: who depends on it, on whom it
depends (calls, events, stores; for contexts types as well). I = Ce / (Ca + Ce): 0 stable, 1 free.
Strength 1 contract to 4 intrusive; distance 0 same service to 4 another organisation;
volatility 1 generic to 3 core. High in all three is dear.

Examples:
  archivolt metrics                        tables for all models below this folder
  archivolt metrics shop --format json
  archivolt metrics --format csv > figures.csv`,
    )
    .action((paths: string[], { format }: { format: Format }) => {
      const roots = loadRoots(paths, host.cwd).map(({ name, project }): RootFigures => ({
        root: name,
        figures: figuresOf(project.model),
      }));
      if (format === 'csv') host.out(csvTable(roots));
      else if (format === 'text') host.out(textTables(roots, host));
      else {
        const models = roots.map(({ root, figures }) => ({ root, ...figures }));
        host.out(`${JSON.stringify({ version: 1, models }, undefined, 2)}\n`);
      }
      host.exitCode = exitCode.done;
    });
}
