import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { starterFiles } from '../../project/starter.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';
import { writeOutput } from '../write.js';

export function registerInit(program: Command, host: Host): void {
  program
    .command('init')
    .description('write a small model to start from, with archivolt.json and a CI workflow')
    .argument('[dir]', 'folder', '.')
    .action((dir: string) => {
      const folder = resolve(host.cwd, dir);
      const files = Object.entries(starterFiles());
      const existing = files
        .map(([path]) => join(folder, path))
        .filter((file) => existsSync(file))
        .map((file) => relative(host.cwd, file));
      if (existing.length > 0) {
        throw new UsageError(
          `${existing.join(', ')} already there; nothing was written. Choose an empty folder: archivolt init DIR`,
        );
      }
      for (const [path, text] of files) {
        const shown = relative(host.cwd, join(folder, path));
        writeOutput(host.cwd, shown, text);
        host.err(`wrote ${shown}\n`);
      }
      host.err(`Next: archivolt check ${dir}\n`);
      host.exitCode = exitCode.done;
    });
}
