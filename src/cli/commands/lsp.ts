import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { UsageError } from '../failure.js';

export function registerLsp(program: Command): void {
  program
    .command('lsp')
    .description('run the language server, for any editor')
    .addOption(new Option('--stdio', 'speak over standard input and output'))
    .action(({ stdio }: { readonly stdio?: boolean }) => {
      if (stdio !== true) throw new UsageError('The language server speaks over --stdio.');
      // The server is a bundle of its own beside this one; it reads `--stdio` from the arguments.
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- bundles are CommonJS
      require(join(__dirname, 'server.cjs'));
    });
}
