// Generates src/language/generated from the grammar; `--check` fails when it is stale.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

// Langium asks before it writes beside files that it has not made itself, so it writes into a folder
// of its own, which lies here since paths are relative to its configuration.
const folder = mkdtempSync(join('src/language', '.generated-'));
const temporary = `langium-config.generated-${process.pid}.json`;
try {
  writeFileSync(temporary, JSON.stringify({ ...config, out: folder }));
  generate(temporary, folder);
  const read = (place, file) => readFileSync(join(place, file), 'utf8');
  const differing = readdirSync(folder).filter(
    (file) => !existsSync(join(generated, file)) || read(folder, file) !== read(generated, file),
  );
  if (!check) {
    for (const file of differing) writeFileSync(join(generated, file), read(folder, file));
    console.log(`wrote ${generated}`);
  } else if (differing.length > 0) {
    console.error(`Stale: ${differing.join(', ')} in ${generated}. Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(temporary, { force: true });
}
