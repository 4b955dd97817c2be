import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every picture of the documentation is shown on a page, and every page finds its pictures', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const shown = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\bimages\/([\w-]+\.png)/g)].map(([, name]) => name),
  );
  expect([...new Set(shown)].sort()).toEqual(readdirSync('docs/images').sort());
});
