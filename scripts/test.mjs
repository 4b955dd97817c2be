// `npm test`: everything that has to hold, in order. Goes on after a failure, so that one run tells
// all of them, and ends with the sum of what the runners counted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const temporary = mkdtempSync(join(tmpdir(), 'archivolt-test-'));
let passed = 0;
let failed = 0;

function run(title, command, args, env = {}) {
  const started = Date.now();
  console.log(`\n=== ${title}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(
    `=== ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return status === 0;
}

/** A check that is passed or failed as a whole. */
function check(title, command, args) {
  if (run(title, command, args)) passed++;
  else failed++;
}

/** A runner that counts; one that ends badly without counting a failure is a failure by itself. */
function runner(title, command, args, env, counts) {
  const ok = run(title, command, args, env);
  let read = { passed: 0, failed: 0 };
  try {
    read = counts();
  } catch (error) {
    console.error(`${title}: no counts (${String(error)})`);
  }
  passed += read.passed;
  failed += read.failed;
  if (!ok && read.failed === 0) failed++;
  if (ok && read.passed === 0) {
    console.error(`${title}: ran no test`);
    failed++;
  }
}

const npx = (...args) => ['npx', ['--no-install', ...args]];
const node = (...args) => [process.execPath, args];
const json = (file) => JSON.parse(readFileSync(join(temporary, file), 'utf8'));

check('Build', ...node('scripts/build.mjs'));
check('Format', ...npx('prettier', '--check', '--log-level', 'warn', '.'));
check('Lint', ...npx('eslint', '.'));
check('Types', ...npx('tsc', '-p', '.'));
check('Types of the webview', ...npx('tsc', '-p', 'webview'));
check('Generated parser', ...node('scripts/langium.mjs', '--check'));
check('Generated tables, schemas and index', ...node('scripts/generate.mjs', '--check'));
check('Texts to translate', ...node('scripts/l10n.mjs', '--check'));
check('Third-party notices', ...node('scripts/notices.mjs', '--check'));
check('Examples', ...node('dist/cli.cjs', 'check', 'examples'));
// What is wrong with a text is told by a bundle that no other command above has read.
writeFileSync(join(temporary, 'faulty.arch'), 'context A {\n  servce B { }\n}\n');
check(
  'A faulty model',
  ...node('dist/cli.cjs', 'check', '--fail-on', 'never', join(temporary, 'faulty.arch')),
);
runner(
  'Unit tests, outside validators and browser',
  ...npx(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(temporary, 'vitest.json')}`,
  ),
  {},
  () => {
    const { numPassedTests, numFailedTests } = json('vitest.json');
    return { passed: numPassedTests, failed: numFailedTests };
  },
);
runner(
  'VS Code',
  ...node('test/vscode/run.mjs'),
  { ARCHIVOLT_COUNTS: join(temporary, 'vscode.json') },
  () => json('vscode.json'),
);

rmSync(temporary, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
