import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Every `.arch` file of the examples and of the tests' own models, sorted. */
export function archFiles(): string[] {
  return ['examples', 'test']
    .flatMap((folder) => {
      const root = resolve(import.meta.dirname, '../..', folder);
      return readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) =>
        join(root, name),
      );
    })
    .filter((file) => file.endsWith('.arch'))
    .sort();
}
