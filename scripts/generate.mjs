// Writes what follows from the sources: the index of rules, their table, the JSON schemas.
// `--check` writes nothing and fails when a file is stale.
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
const stale = [];

function emit(path, text) {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (before === text) return;
  if (check) {
    stale.push(path);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}

const camelCase = (id) => id.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Rules are files with a page beside them: <category>/<rule-id>.ts and <rule-id>.md. */
function ruleFiles() {
  const base = join(root, 'src/rules');
  const found = [];
  for (const category of readdirSync(base, { withFileTypes: true })) {
    if (!category.isDirectory() || category.name === 'generated') continue;
    for (const file of readdirSync(join(base, category.name))) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(base, category.name, file), 'utf8');
      if (!text.includes('defineRule({')) continue;
      found.push({ category: category.name, id: file.slice(0, -3) });
    }
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ruleIndex(files) {
  const imports = files.map(
    ({ category, id }) => `import { ${camelCase(id)} } from '../${category}/${id}.js';`,
  );
  return `// Written by scripts/generate.mjs from the files of src/rules. Do not edit.
${imports.join('\n')}
import type { AnyRule } from '../rule.js';

export const allRules: readonly AnyRule[] = [
${files.map(({ id }) => `  ${camelCase(id)},`).join('\n')}
];

export const ruleById: ReadonlyMap<string, AnyRule> = new Map(
  allRules.map((rule) => [rule.id, rule]),
);
`;
}

async function load(entry) {
  const result = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const file = join(root, 'node_modules/.cache', `generate-${process.pid}.mjs`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, result.outputFiles[0].text);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}

const files = ruleFiles();
emit('src/rules/generated/index.ts', ruleIndex(files));
const pages = files.map(({ category, id }) => {
  const path = join(root, 'src/rules', category, `${id}.md`);
  return `  '${id}': ${JSON.stringify(existsSync(path) ? readFileSync(path, 'utf8') : '')},`;
});
emit(
  'src/rules/generated/pages.ts',
  `// Written by scripts/generate.mjs from the pages of src/rules. Do not edit.\n/** The page of each rule, Markdown. */\nexport const rulePages: Readonly<Record<string, string>> = {\n${pages.join('\n')}\n};\n`,
);
emit(
  'src/cli/mcp/generated/language-guide.ts',
  `// Written by scripts/generate.mjs from docs/language.md. Do not edit.\n/** The reference of the language, Markdown. */\nexport const languageGuide = ${JSON.stringify(readFileSync(join(root, 'docs/language.md'), 'utf8'))};\n`,
);
const { derivedFiles } = await load('src/project/derived-files.ts');
for (const [path, text] of Object.entries(derivedFiles())) emit(path, text);

if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exit(1);
}
