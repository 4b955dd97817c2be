// `npm start`: builds, checks the examples, and writes their maps and contracts to out/.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

function run(title, args) {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('Building', ['scripts/build.mjs']);
run('Checking the examples', ['dist/cli.cjs', 'check', 'examples']);
const examples = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
for (const name of examples) {
  const folder = `examples/${name}`;
  run(`Drawing ${name}`, ['dist/cli.cjs', 'map', folder, '-o', `out/${name}/context-map.svg`]);
  run(`Drawing ${name}, opened`, [
    'dist/cli.cjs',
    'map',
    folder,
    '--level',
    'services',
    '-o',
    `out/${name}/services.svg`,
  ]);
  run(`Writing contracts of ${name}`, [
    'dist/cli.cjs',
    'generate',
    folder,
    '--out',
    `../../out/${name}/contracts`,
  ]);
}
console.log(`
Done. Look at out/<example>/context-map.svg and out/<example>/contracts.

In VS Code:
  code --extensionDevelopmentPath="$PWD" examples/bookshop
opens the bookshop with the extension from this folder (F5 in VS Code does the same).
  npm run package && code --install-extension archivolt.vsix
installs it. Then open an .arch file and click the map in the title of the editor.`);
