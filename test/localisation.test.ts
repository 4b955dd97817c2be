import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const manifest = readFileSync(join(root, 'package.json'), 'utf8');
const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<
  string,
  string
>;

describe('the manifest', () => {
  const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key);

  it('takes every text that people see from package.nls.json', () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: {
        commands: { title: string }[];
        views: Record<string, { name: string }[]>;
        configuration: { properties: Record<string, Record<string, unknown>> };
      };
    };
    const shown = [
      ...contributes.commands.map(({ title }) => title),
      ...Object.values(contributes.views)
        .flat()
        .map(({ name }) => name),
      ...Object.values(contributes.configuration.properties).map((property) =>
        String(property['description'] ?? property['markdownDescription']),
      ),
    ];
    expect(shown.filter((text) => !/^%[\w.-]+%$/.test(text))).toEqual([]);
  });

  it('names no text that is not there, and none is left over', () => {
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
  });

  it('names no command so that the palette offers another one for its name', () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: {
        commands: { command: string; title: string }[];
        menus: { commandPalette: { command: string; when: string }[] };
      };
    };
    const hidden = new Set(
      contributes.menus.commandPalette
        .filter(({ when }) => when === 'false')
        .map(({ command }) => command),
    );
    const titles = contributes.commands
      .filter(({ command }) => !hidden.has(command))
      .map(({ title }) => texts[title.replaceAll('%', '')] ?? title);
    const words = (title: string) => title.toLowerCase().match(/[a-z]+/g) ?? [];
    // The palette looks for beginnings of words: "Open Context Map" is in "OpenAPI or Context Mapper".
    const found = (typed: string, title: string) =>
      words(typed).every((word) => words(title).some((other) => other.startsWith(word)));
    const taken = titles.flatMap((typed) =>
      titles
        .filter((title) => title !== typed && found(typed, title))
        .map((title) => [typed, title]),
    );
    expect(titles).toContain('Open Context Map');
    expect(taken).toEqual([]);
  });
});
