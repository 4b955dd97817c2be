import { Command, CommanderError } from 'commander';
import { FileError } from '../disk/file-error.js';
import { RevisionError } from '../history/revision-error.js';
import { version } from '../project/version.js';
import { exitCode, UsageError } from './failure.js';
import { processHost, type Host } from './host.js';

/** Runs the command line of this process with these commands. */
export function runProgram(commands: readonly ((program: Command, host: Host) => void)[]): void {
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
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        host.out(text);
      },
      writeErr: (text) => {
        host.err(text);
      },
      // One line, as for everything else that goes wrong.
      outputError: (text, write) => {
        const line = text
          .replace(/^error: /, '')
          .replaceAll(/\s*\n\s*/g, ' ')
          .trim();
        write(`archivolt: ${line} (\`archivolt --help\` shows all commands)\n`);
      },
    });

  for (const register of commands) register(program, host);

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
}
