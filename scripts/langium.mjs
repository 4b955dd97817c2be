// Generates src/language/generated from the grammar; `--check` fails when it is stale.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitParser } from './parser/emit.mjs';
import { readGrammar } from './parser/grammar.mjs';
import { emitSyntax } from './parser/syntax.mjs';

const check = process.argv.includes('--check');
const generated = 'src/language/generated';
const config = JSON.parse(readFileSync('langium-config.json', 'utf8'));

function generate(configFile, folder) {
  const result = spawnSync(
    process.execPath,
    [
      '--import',
      './scripts/group-by-shim.mjs',
      'node_modules/langium-cli/bin/langium.js',
      'generate',
      '--file',
      configFile,
    ],
    { encoding: 'utf8' },
  );
  if (result.status !== 0) {
    process.stderr.write(result.stdout + result.stderr);
    process.exit(1);
  }
  const grammar = readGrammar(join(folder, 'grammar.ts'));
  writeFileSync(join(folder, 'parser.ts'), emitParser(grammar));
  writeFileSync(join(folder, 'syntax.ts'), emitSyntax(grammar));
}

if (!check) {
  generate('langium-config.json', generated);
  console.log(`wrote ${generated}`);
  process.exit(0);
}

// The generator takes paths relative to its configuration, so that one has to lie here too.
const folder = mkdtempSync(join('src/language', '.check-'));
const temporary = `langium-config.check-${process.pid}.json`;
try {
  writeFileSync(temporary, JSON.stringify({ ...config, out: folder }));
  generate(temporary, folder);
  const differs = readdirSync(folder).filter(
    (file) =>
      readFileSync(join(folder, file), 'utf8') !== readFileSync(join(generated, file), 'utf8'),
  );
  if (differs.length > 0) {
    console.error(`Stale: ${differs.join(', ')} in ${generated}. Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(temporary, { force: true });
}
