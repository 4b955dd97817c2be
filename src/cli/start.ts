import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../project/version.js';
import { expectShortLife } from './short-lived.js';

// Scripts ask for the version before anything else; it need not wait until all commands are read.
if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${version}\n`);
} else {
  // The commands are a bundle of its own beside this one. Those that run most often have a smaller
  // one besides, which the extension does without (.vscodeignore).
  const [, , command = ''] = process.argv;
  if (command !== 'lsp' && command !== 'mcp') expectShortLife();
  const own = join(__dirname, `${command}.cjs`);
  const isAlone = ['check', 'generate'].includes(command) && existsSync(own);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- bundles are CommonJS
  require(isAlone ? own : join(__dirname, 'commands.cjs'));
}
