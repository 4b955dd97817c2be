// Runs the suite in a real VS Code, twice: against the source tree, and against the packed VSIX,
// which is what users get; then what VS Code in a browser alone can do (web/suite.mjs). `--desktop` uses a downloaded VS Code (needs the internet); otherwise
// VS Code comes from the npm registry (host/install.mjs).
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ownTemporaryFolder } from '../support/temporary.mjs';
import { runInBrowserAlone } from './web/suite.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const desktop = process.argv.includes('--desktop');
const tidyUp = ownTemporaryFolder();
const temporary = mkdtempSync(join(tmpdir(), 'archivolt-suite-'));
const executable = join(root, 'test/vscode/host/code.mjs');
let passed = 0;
let failed = 0;

async function bundleSuite() {
  const outfile = join(temporary, 'suite', 'index.cjs');
  await build({
    entryPoints: [join(root, 'test/vscode/suite/index.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

async function suite(name, extensionDevelopmentPath, extensionTestsPath, extensions) {
  console.log(`\n${name}`);
  // A name with characters that clients and disks write differently in URIs.
  const workspace = join(temporary, `workspace (${name.replaceAll(/\W+/g, '+')})`);
  cpSync(join(root, 'test/vscode/workspace'), workspace, { recursive: true });
  const result = join(temporary, `${name.replaceAll(/\W+/g, '-')}.json`);
  mkdirSync(join(root, 'out'), { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'archivolt-data-'));
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath,
      extensionTestsPath,
      extensionTestsEnv: {
        ARCHIVOLT_SUITE_RESULT: result,
        ARCHIVOLT_SUITE_SCREENSHOT: join(root, 'out', 'vscode.png'),
      },
      launchArgs: [
        workspace,
        `--user-data-dir=${data}`,
        ...(extensions ? [`--extensions-dir=${extensions}`] : []),
      ],
    });
  } catch (error) {
    if (!existsSync(result)) console.error(error);
  }
  if (existsSync(result)) {
    const counts = JSON.parse(readFileSync(result, 'utf8'));
    passed += counts.passed;
    failed += counts.failed;
  } else {
    console.error(`${name}: the suite did not come to its end.`);
    failed++;
  }
}

/** Packs and installs the VSIX; the development path is then an empty extension. */
function installPacked() {
  const vsix = join(temporary, 'archivolt.vsix');
  const run = (command, args) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}:\n${stdout}${stderr}`);
  };
  run('npx', ['vsce', 'package', '--no-dependencies', '--out', vsix]);
  const extensions = join(temporary, 'extensions');
  mkdirSync(extensions, { recursive: true });
  run(executable, [
    `--install-extension=${vsix}`,
    `--extensions-dir=${extensions}`,
    `--user-data-dir=${join(temporary, 'install')}`,
  ]);
  const helper = join(temporary, 'helper');
  mkdirSync(helper, { recursive: true });
  writeFileSync(
    join(helper, 'package.json'),
    JSON.stringify({
      name: 'helper',
      publisher: 'archivolt',
      version: '0.0.1',
      engines: { vscode: '^1.101.0' },
    }),
  );
  return { extensions, helper };
}

try {
  const tests = await bundleSuite();
  await suite('VS Code with the source tree', root, tests);
  let extension = root;
  if (!desktop && !process.argv.includes('--source-only')) {
    const { extensions, helper } = installPacked();
    await suite('VS Code with the packed extension', helper, tests, extensions);
    const [installed] = readdirSync(extensions).filter((name) => name.startsWith('archivolt.'));
    extension = join(extensions, installed);
  }
  if (!desktop) {
    console.log('\nVS Code in a browser alone');
    const counts = await runInBrowserAlone(extension);
    passed += counts.passed;
    failed += counts.failed;
  }
} catch (error) {
  console.error(error);
  failed++;
} finally {
  tidyUp();
}
if (process.env.ARCHIVOLT_COUNTS) {
  writeFileSync(process.env.ARCHIVOLT_COUNTS, JSON.stringify({ passed, failed }));
}
console.log(`\nVS Code: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
