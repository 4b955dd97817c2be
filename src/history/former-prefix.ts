import { readdirSync } from 'node:fs';
import { git } from './git.js';
import type { TreeEntry } from './revision-tree.js';

/**
 * Where the folder stood before it was moved: where most of its models stand in the revision, told
 * by their contents, and by their names where all of them were changed as well.
 */
export function formerPrefix(folder: string, all: readonly TreeEntry[]): string | undefined {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.arch') && !name.includes('node_modules'))
    .map((name) => name.replaceAll('\\', '/'));
  if (names.length === 0) return undefined;
  const paths = names.map((name) => `${folder}/${name}`).join('\n');
  const hashes = git(folder, ['hash-object', '--no-filters', '--stdin-paths'], `${paths}\n`)
    .toString('utf8')
    .trim()
    .split('\n');
  const votes = (isSame: (entry: TreeEntry, index: number) => boolean): string | undefined => {
    const count = new Map<string, number>();
    for (const [index, name] of names.entries()) {
      for (const entry of all) {
        if (entry.path !== name && !entry.path.endsWith(`/${name}`)) continue;
        if (!isSame(entry, index)) continue;
        const prefix = entry.path.slice(0, entry.path.length - name.length);
        count.set(prefix, (count.get(prefix) ?? 0) + 1);
      }
    }
    const [best, second] = [...count].sort(([, a], [, b]) => b - a);
    // Two folders that are as likely are no answer.
    return best && best[1] !== second?.[1] ? best[0] : undefined;
  };
  const models = new Set(all.flatMap(({ path }) => (path.endsWith('.arch') ? path : [])));
  return (
    votes(({ hash }, index) => hash === hashes[index]) ?? votes(({ path }) => models.has(path))
  );
}
