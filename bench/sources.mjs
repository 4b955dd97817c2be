// Parts of Archivolt for the benches that measure them apart, bundled as a release is.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Exports by name, of a module below src/ or of a package:
 * `sources({ Project: 'project/project', createLangiumParser: 'langium' })`.
 */
export async function sources(exports) {
  const src = resolve(import.meta.dirname, '../src');
  const contents = Object.entries(exports)
    .map(
      ([name, module]) =>
        `export { ${name} } from '${module.includes('/') ? `./${module}.js` : module}';`,
    )
    .join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-sources-'));
  const outfile = join(folder, 'sources.cjs');
  await build({
    stdin: { contents, resolveDir: src, loader: 'ts' },
    bundle: true,
    minify: process.env.BENCH_NAMES === undefined,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  try {
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
