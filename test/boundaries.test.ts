import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../src/model/from-text.js';
import { check } from '../src/rules/engine.js';
import { allRules } from '../src/rules/generated/index.js';

const root = join(import.meta.dirname, '..');

/** This project in its own language: the rooms, and which may use which. */
const house = modelFromTexts({
  'archivolt.arch': readFileSync(join(root, 'examples/archivolt/archivolt.arch'), 'utf8'),
});
const folderOf = new Map(house.contexts.map(({ id, title }) => [id, title ?? '']));
// A room inside of another comes first: it has fewer doors.
const rooms = [...folderOf.values()].sort((a, b) => b.length - a.length);
const arrows = house.relations
  .filter(({ origin }) => origin === 'declared')
  .map(({ upstream = '', downstream = '', comment }) => ({
    arrow: `${folderOf.get(upstream) ?? ''} -> ${folderOf.get(downstream) ?? ''}`,
    /** The two know each other by what goes over the wire, and import nothing. */
    byMessages: comment?.endsWith(' only') === true,
  }));

/** Packages that only some places may import. */
const packages: readonly { readonly name: RegExp; readonly allowed: RegExp }[] = [
  { name: /^vscode$/, allowed: /^src\/extension\// },
  { name: /^vscode-languageclient/, allowed: /^src\/extension\// },
  { name: /^langium|^chevrotain/, allowed: /^src\/language\/|^src\/model\/build\// },
  { name: /^vscode-languageserver/, allowed: /^src\/server\// },
  { name: /^@modelcontextprotocol|^zod/, allowed: /^src\/cli\/mcp\// },
  { name: /^elkjs/, allowed: /^src\/diagram\/layout\// },
  {
    name: /^node:|^fs$|^path$/,
    allowed: /^src\/(cli|server|extension|disk|history)\//,
  },
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('node_modules'),
    )
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** Modules that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function roomOf(file: string): string | undefined {
  return rooms.find((room) => file.startsWith(`${room}/`));
}

const files = [...sources('src'), ...sources('webview')];

/** Arrows between rooms that the code has, each with the imports that make it. */
const imported = new Map<string, string[]>();
for (const file of files) {
  for (const specifier of importsOf(file).filter((name) => name.startsWith('.'))) {
    const target = relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/');
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === undefined || to === undefined || from === to) continue;
    const arrow = `${to} -> ${from}`;
    imported.set(arrow, [...(imported.get(arrow) ?? []), `${file} imports ${target}`]);
  }
}

describe('the arrows between the rooms', () => {
  it('are those of examples/archivolt, and all of them', () => {
    const drawn = arrows.filter(({ byMessages }) => !byMessages).map(({ arrow }) => arrow);
    const wrong = [...imported].filter(([arrow]) => !drawn.includes(arrow));
    expect(wrong.flatMap(([, imports]) => imports)).toEqual([]);
    expect(drawn.filter((arrow) => !imported.has(arrow))).toEqual([]);
  });

  it('lead one way, and please our own rules', () => {
    // Rooms use each other’s functions; only processes call each other.
    const findings = check({ model: house, rules: allRules, today: '2026-01-01' }).filter(
      ({ severity, rule }) => severity !== 'hint' && rule !== 'relationship-unused',
    );
    expect(findings.map(({ rule, what }) => `${rule} ${what}`)).toEqual([]);
  });

  it('keep packages in the rooms that are theirs', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap((specifier) =>
        packages
          .filter(({ name, allowed }) => name.test(specifier) && !allowed.test(file))
          .map(() => `${file} imports ${specifier}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('know every room', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`);
    expect(folders.filter((folder) => !rooms.includes(folder))).toEqual([]);
  });
});

describe('what runs in a browser', () => {
  const entries = [
    'src/extension/extension-browser.ts',
    'src/server/browser/main.ts',
    'src/server/browser/layout-worker.ts',
    'src/server/browser/worker.ts',
  ];

  /** What is loaded with a file at once; types are not, nor what is imported when it is needed. */
  function loaded(file: string): string[] {
    const text = readFileSync(join(root, file), 'utf8');
    const pattern = /(?:^|\n)(?:import|export)\s(?!type\s)[^;'"]*?from\s*['"]([^'"]+)['"]/g;
    return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  }

  it('reaches nothing of Node', () => {
    const reached = new Set(entries);
    const wrong: string[] = [];
    for (const file of reached) {
      for (const specifier of loaded(file)) {
        if (/^node:|\/node$/.test(specifier)) wrong.push(`${file} imports ${specifier}`);
        if (!specifier.startsWith('.')) continue;
        const target = relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/');
        reached.add(target.replace(/\.js$/, '.ts'));
      }
    }
    expect(reached.size).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});

describe('the protocol library', () => {
  it('is there once: two copies make errors arrive as results', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, unknown>;
    };
    const copies = Object.keys(lock.packages).filter((name) =>
      name.endsWith('node_modules/vscode-jsonrpc'),
    );
    expect(copies).toEqual(['node_modules/vscode-jsonrpc']);
  });
});
