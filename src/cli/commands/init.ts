import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { starterFiles } from '../../project/starter.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';

export function registerInit(program: Command, host: Host): void {
  program
    .command('init')
    .description('write a small model to start from, with archivolt.json and a CI workflow')
    .argument('[dir]', 'folder', '.')
    .action((dir: string) => {
      const folder = resolve(host.cwd, dir);
      const files = Object.entries(starterFiles());
      const existing = files.map(([path]) => path).filter((path) => existsSync(join(folder, path)));
      if (existing.length > 0) {
        throw new UsageError(
          `${existing.join(', ')} already there; nothing was written. Choose an empty folder: archivolt init DIR`,
        );
      }
      for (const [path, text] of files) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        host.err(`wrote ${relative(host.cwd, file)}\n`);
      }
      host.err(`Next: archivolt check ${dir}\n`);
      host.exitCode = exitCode.done;
    });
}
