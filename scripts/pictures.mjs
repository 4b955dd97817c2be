// Makes the pictures of README and docs: maps of the examples, and VS Code with map and text.
import { spawnSync } from 'node:child_process';
import { changeBookshop } from './change-bookshop.mjs';
import { photographPage } from './photograph-page.mjs';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

function run(args, env = {}, cwd = process.cwd()) {
  const { status } = spawnSync(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed.`);
}

mkdirSync('docs/images', { recursive: true });
const temporary = mkdtempSync(join(tmpdir(), 'archivolt-pictures-'));
for (const [name, theme] of [
  ['archivolt', 'light'],
  ['bookshop', 'dark'],
  ['bookshop', 'high-contrast'],
  ['lakeside-mutual', 'light'],
  ['online-boutique', 'light'],
]) {
  const svg = join(temporary, `${name}-${theme}.svg`);
  run(['dist/cli.cjs', 'map', `examples/${name}`, '--theme', theme, '-o', svg]);
  run(['scripts/render-svg.mjs', svg, `docs/images/${name}-${theme}.png`]);
}
const byTeam = join(temporary, 'bookshop-by-team.svg');
run(['dist/cli.cjs', 'map', 'examples/bookshop', '--group-by', 'team', '-o', byTeam]);
run(['scripts/render-svg.mjs', byTeam, 'docs/images/bookshop-by-team-light.png']);
/** Opens a workspace in VS Code and takes a picture of what a command shows. */
function photograph(workspace, file, theme, command) {
  run(['test/vscode/host/code.mjs', workspace, `--extensionDevelopmentPath=${resolve('.')}`], {
    ARCHIVOLT_VSCODE_SCRIPT: resolve('scripts/drive-picture.mjs'),
    ARCHIVOLT_PICTURE: resolve('docs/images', file),
    ...(command === undefined ? {} : { ARCHIVOLT_PICTURE_COMMAND: command }),
    ARCHIVOLT_VSCODE_SETTINGS: JSON.stringify({
      'workbench.colorTheme': theme,
      'window.autoDetectColorScheme': false,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'editor.minimap.enabled': false,
    }),
  });
}

const workspace = join(temporary, 'bookshop');
cpSync('examples/bookshop', workspace, { recursive: true });
photograph(workspace, 'vscode-light.png', 'Default Light Modern');

// The same with work in progress, against its last commit.
changeBookshop(workspace);
photograph(
  workspace,
  'changes-dark.png',
  'Default Dark Modern',
  'Archivolt: Show Changes on the Context Map',
);
const page = join(temporary, 'review.html');
run(
  [
    resolve('dist/cli.cjs'),
    ...['review', 'HEAD', '--format', 'html', '--fail-on', 'never'],
    '-o',
    page,
  ],
  {},
  workspace,
);
await photographPage(page, 'docs/images/review-light.png');
rmSync(temporary, { recursive: true, force: true });
