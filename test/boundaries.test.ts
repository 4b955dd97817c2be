import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * Which room may use which (docs/architecture.md). Everything to the right of the model reads the
 * model; hosts read everything but each other; webview and extension meet in the protocol.
 */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  language: [],
  model: ['language'],
  metrics: ['language', 'model'],
  rules: ['language', 'model', 'metrics', 'review/compare', 'review/compatibility'],
  contracts: ['language', 'model'],
  diagram: ['language', 'model'],
  // Reviews compare models; what they say of findings and maps comes from those who make them.
  'review/compare': ['language', 'model'],
  'review/compatibility': ['language', 'model', 'review/compare'],
  review: [
    'language',
    'model',
    'rules',
    'metrics',
    'diagram',
    'review/compare',
    'review/compatibility',
  ],
  refactoring: ['language', 'model'],
  project: ['language', 'model', 'rules', 'contracts'],
  // Files, for hosts on Node.
  disk: ['contracts'],
  // Revisions of models out of git, for hosts on Node.
  history: ['language', 'model', 'rules', 'project', 'review'],
  protocol: ['diagram', 'review'],
  server: [
    'language',
    'model',
    'rules',
    'metrics',
    'contracts',
    'diagram',
    'refactoring',
    'project',
    'disk',
    'history',
    'review',
    'review/compare',
    'protocol',
  ],
  cli: [
    'language',
    'model',
    'rules',
    'metrics',
    'contracts',
    'diagram',
    'project',
    'disk',
    'history',
    'review',
  ],
  extension: ['diagram', 'protocol'],
  webview: ['diagram', 'protocol'],
};

/** Packages that only some places may import. */
const packages: readonly { readonly name: RegExp; readonly allowed: RegExp }[] = [
  { name: /^vscode$/, allowed: /^src\/extension\// },
  { name: /^vscode-languageclient/, allowed: /^src\/extension\// },
  { name: /^langium|^chevrotain/, allowed: /^src\/language\/|^src\/model\/build\// },
  { name: /^vscode-languageserver/, allowed: /^src\/server\// },
  { name: /^elkjs/, allowed: /^src\/diagram\/layout\// },
  {
    name: /^node:|^fs$|^path$/,
    allowed: /^src\/(cli|server|extension|disk|history)\/|^src\/diagram\/layout\/worker\.ts$/,
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

function roomOf(file: string): string {
  const [top, room = '', inner = ''] = file.split('/');
  if (top === 'webview') return 'webview';
  // A room of its own inside of another, with fewer doors.
  return `${room}/${inner}` in mayUse ? `${room}/${inner}` : room;
}

const files = [...sources('src'), ...sources('webview')];

describe('the arrows between the rooms', () => {
  it('lead only to the right', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) =>
          relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/'),
        )
        .filter((target) => target.startsWith('src/') || target.startsWith('webview/'))
        .filter((target) => {
          const [from, to] = [roomOf(file), roomOf(target)];
          return from !== to && !(mayUse[from] ?? []).includes(to);
        })
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
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
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(rooms.filter((room) => !(room in mayUse))).toEqual([]);
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
