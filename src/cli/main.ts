import { Command, CommanderError } from 'commander';
import { registerBaseline } from './commands/baseline.js';
import { registerCheck } from './commands/check.js';
import { registerFormat } from './commands/format.js';
import { registerGenerate } from './commands/generate.js';
import { registerInit } from './commands/init.js';
import { registerLsp } from './commands/lsp.js';
import { registerMap } from './commands/map.js';
import { registerMetrics } from './commands/metrics.js';
import { registerModel } from './commands/model.js';
import { registerReview } from './commands/review.js';
import { registerRules } from './commands/rules.js';
import { FileError } from '../disk/file-error.js';
import { RevisionError } from '../history/revision-error.js';
import { exitCode, UsageError } from './failure.js';
import { processHost } from './host.js';
import { version } from '../project/version.js';

const host = processHost();
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
const program = new Command('archivolt')
  .description('Architecture models in .arch files: check, draw, generate contracts.')
  .version(version, '--version', 'print the version')
  .helpOption('--help', 'print help')
  .showHelpAfterError('(archivolt --help shows all commands)')
  .exitOverride()
  .configureOutput({
    writeOut: (text) => {
      host.out(text);
    },
    writeErr: (text) => {
      host.err(text);
    },
  });

for (const register of [
  registerCheck,
  registerBaseline,
  registerMap,
  registerGenerate,
  registerMetrics,
  registerReview,
  registerModel,
  registerRules,
  registerFormat,
  registerInit,
  registerLsp,
]) {
  register(program, host);
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    host.exitCode = error.exitCode === 0 ? exitCode.done : exitCode.usage;
  } else if (
    error instanceof UsageError ||
    error instanceof FileError ||
    error instanceof RevisionError
  ) {
    host.err(`archivolt: ${error.message}\n`);
    host.exitCode = exitCode.usage;
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.err(`archivolt: internal error. Please report it with this text:\n${text}\n`);
    host.exitCode = exitCode.internal;
  }
});
