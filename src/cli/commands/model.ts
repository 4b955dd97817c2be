import { Option, type Command } from 'commander';
import { modelJson } from '../../model/json.js';
import { exitCode } from '../failure.js';
import type { Host } from '../host.js';
import { loadRoots } from '../load.js';

export function registerModel(program: Command, host: Host): void {
  program
    .command('model')
    .description('print the resolved model')
    .argument('[paths...]', 'files or folders', ['.'])
    .addOption(new Option('--format <format>', 'output').choices(['json']).default('json'))
    .action((paths: string[]) => {
      const models = loadRoots(paths, host.cwd).map(({ name, project }) => ({
        root: name,
        ...modelJson(project.model),
      }));
      host.out(`${JSON.stringify({ version: 1, models }, undefined, 2)}\n`);
      host.exitCode = exitCode.done;
    });
}
