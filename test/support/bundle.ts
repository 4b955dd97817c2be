import { build } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Bundles a host as the build does, into a folder of its own, and answers the bundle's path. */
export async function bundle(...entries: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-bundle-'));
  await Promise.all(
    entries.map((entry) =>
      build({
        entryPoints: [join(root, entry)],
        outfile: join(
          folder,
          entry.includes('cli')
            ? 'cli.cjs'
            : entry.includes('worker')
              ? 'layout-worker.cjs'
              : 'server.cjs',
        ),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        mainFields: ['module', 'main'],
        external: ['@resvg/resvg-js'],
        logLevel: 'warning',
      }),
    ),
  );
  return folder;
}
