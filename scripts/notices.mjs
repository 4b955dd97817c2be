// Writes THIRD-PARTY-NOTICES.md: the packages whose code is in our bundles, with their licences.
// `--check` fails when it is stale. Needs a build, which writes down what it bundled.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const check = process.argv.includes('--check');
const target = 'THIRD-PARTY-NOTICES.md';

if (!existsSync('dist/inputs.json')) {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' });
  if (status !== 0) process.exit(1);
}
const inputs = JSON.parse(readFileSync('dist/inputs.json', 'utf8'));
const folders = new Set();
for (const input of inputs) {
  const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (match)
    folders.add(
      input.slice(0, input.lastIndexOf(`node_modules/${match[1]}`)) + `node_modules/${match[1]}`,
    );
}
const packages = new Map();
for (const folder of folders) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const licence =
    typeof manifest.license === 'string'
      ? manifest.license
      : (manifest.license?.type ?? 'see text');
  packages.set(`${manifest.name} ${manifest.version}`, {
    licence,
    text: file
      ? readFileSync(join(folder, file), 'utf8').trim()
      : '(The package holds no licence text.)',
  });
}
const sections = [...packages]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([name, { licence, text }]) =>
      `## ${name}\n\nLicence: ${licence}\n\n\`\`\`text\n${text.replaceAll('```', "'''").replaceAll('\r\n', '\n')}\n\`\`\`\n`,
  );
const result = `<!-- Written by scripts/notices.mjs. Do not edit. -->\n\n# Third-party notices\n\nArchivolt's bundles hold code of these packages.\n\n${sections.join('\n')}`;

const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
if (before === result) process.exit(0);
if (check) {
  console.error(`Stale: ${target}. Run \`npm run generate\` and commit the result.`);
  process.exit(1);
}
writeFileSync(target, result);
console.log(`wrote ${target}`);
