import { join } from 'node:path';
import { version } from '../project/version.js';

// Scripts ask for the version before anything else; it need not wait until all commands are read.
if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${version}\n`);
} else {
  // The commands are bundles of their own beside this one.
  const [, , command = ''] = process.argv;
  const bundle = ['check', 'generate'].includes(command) ? `${command}.cjs` : 'commands.cjs';
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- bundles are CommonJS
  require(join(__dirname, bundle));
}
