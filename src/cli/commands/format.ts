import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Folder } from '../../disk/folder.js';
import { formatArch } from '../../language/formatter.js';
import { parseArch } from '../../language/parse.js';
import { plural } from '../../rules/text.js';
import { exitCode } from '../failure.js';
import type { Host } from '../host.js';
import { loadRoots } from '../load.js';

export function registerFormat(program: Command, host: Host): void {
  program
    .command('format')
    .description('format .arch files')
    .argument('[paths...]', 'files or folders', ['.'])
    .option('--check', 'write nothing, and fail where a file is not formatted')
    .action((paths: string[], options: { readonly check?: boolean }) => {
      let changed = 0;
      let broken = 0;
      for (const root of loadRoots(paths, host.cwd)) {
        for (const name of root.project.workspace.files) {
          const shown = root.name === '.' ? name : `${root.name}/${name}`;
          const before = readFileSync(join(root.path, name), 'utf8');
          if (parseArch(before).problems.length > 0) {
            broken++;
            host.err(
              `${shown}: not formatted, it has syntax errors (archivolt check says which)\n`,
            );
            continue;
          }
          const after = formatArch(before);
          if (after === before) continue;
          changed++;
          if (options.check === true) {
            host.err(`${shown}: not formatted\n`);
            continue;
          }
          new Folder(root.path).write(name, after);
          host.err(`${shown}: formatted\n`);
        }
      }
      const fails = broken > 0 || (options.check === true && changed > 0);
      if (fails && options.check === true && changed > 0) {
        host.err(`${plural(changed, 'file')} to format. Run: archivolt format\n`);
      }
      host.exitCode = fails ? exitCode.findings : exitCode.done;
    });
}
