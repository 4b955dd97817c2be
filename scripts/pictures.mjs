// Makes the pictures of README and docs: maps of the examples, and VS Code with map and text.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed.`);
}

mkdirSync('docs/images', { recursive: true });
const temporary = mkdtempSync(join(tmpdir(), 'archivolt-pictures-'));
for (const name of ['bookshop', 'online-boutique', 'lakeside-mutual', 'sock-shop', 'archivolt']) {
  for (const theme of ['light', 'dark', 'high-contrast']) {
    const svg = join(temporary, `${name}-${theme}.svg`);
    run(['dist/cli.cjs', 'map', `examples/${name}`, '--theme', theme, '-o', svg]);
    run(['scripts/render-svg.mjs', svg, `docs/images/${name}-${theme}.png`]);
  }
}
const workspace = join(temporary, 'bookshop');
cpSync('examples/bookshop', workspace, { recursive: true });
for (const [theme, file] of [
  ['Default Light Modern', 'vscode-light.png'],
  ['Default Dark Modern', 'vscode-dark.png'],
]) {
  run(['test/vscode/host/code.mjs', workspace, `--extensionDevelopmentPath=${resolve('.')}`], {
    ARCHIVOLT_VSCODE_SCRIPT: resolve('scripts/drive-picture.mjs'),
    ARCHIVOLT_PICTURE: resolve('docs/images', file),
    ARCHIVOLT_VSCODE_SETTINGS: JSON.stringify({
      'workbench.colorTheme': theme,
      'window.autoDetectColorScheme': false,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'editor.minimap.enabled': false,
    }),
  });
}
rmSync(temporary, { recursive: true, force: true });
