// Writes l10n/bundle.l10n.json: every text of the extension that VS Code can have translated. A
// translation is a file beside it, bundle.l10n.de.json, and package.nls.de.json for the manifest.
// `--check` fails when it is stale.
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const check = process.argv.includes('--check');
const folder = 'src/extension';
const target = 'l10n/bundle.l10n.json';

const texts = new Set();
for (const name of readdirSync(folder, { recursive: true }).filter((file) =>
  file.endsWith('.ts'),
)) {
  const file = join(folder, name);
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'l10n.t') {
      const [text] = node.arguments;
      if (!text || !ts.isStringLiteralLike(text)) {
        throw new Error(
          `${file}: l10n.t takes a literal text first, so that it can be translated.`,
        );
      }
      texts.add(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
const sorted = [...texts].sort();
const wanted = `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), null, 2)}\n`;
const written = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (wanted === written) process.exit(0);
if (check) {
  console.error(`${target} is stale. Run npm run generate, and commit it.`);
  process.exit(1);
}
mkdirSync('l10n', { recursive: true });
writeFileSync(target, wanted);
console.log(`wrote ${target}`);
