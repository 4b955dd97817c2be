// Bundles the hosts to dist/. `--dev` keeps source maps, `--watch` builds on every change.
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, context, transform } from 'esbuild';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const shared = {
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
};
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some packages have a UMD main that hides its requires from the bundler.
  mainFields: ['module', 'main'],
};

/**
 * ELK is as big as all the rest, and three bundles need it: it stands by itself in elk.cjs, and is
 * read when the first picture is laid out.
 */
const elk = {
  name: 'elk',
  setup({ onResolve }) {
    onResolve({ filter: /^elkjs\// }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './elk.cjs', external: true },
    );
  },
};

/**
 * Langium is needed where a text is not well-formed, and by some requests of an editor: it stands
 * by itself in langium.cjs, which is read when one of its functions is first called.
 */
const langium = {
  name: 'langium',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/langium\.js$/ }, ({ kind, path, resolveDir }) =>
      kind === 'entry-point' ||
      !resolve(resolveDir, path).endsWith(join('src', 'language', 'langium.js'))
        ? undefined
        : { path: 'langium', namespace: 'later' },
    );
    onResolve({ filter: /^\.\/langium\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^langium$/, namespace: 'later' }, () => ({
      contents: ['parseFaulty', 'lexText', 'lexArch']
        .map((name) => `export const ${name} = (text) => require('./langium.cjs').${name}(text);`)
        .join('\n'),
    }));
  },
};

/** What writes PDF is needed when a map is exported as one, and stands by itself in pdf.cjs. */
const pdf = {
  name: 'pdf',
  setup({ onResolve }) {
    onResolve({ filter: /\/pdf-writer\.js$/ }, () => ({ path: './pdf.cjs', external: true }));
  },
};

/** What converts AsyncAPI 2 is needed when such a document is imported, and stands by itself. */
const converter = {
  name: 'converter',
  setup({ onResolve }) {
    onResolve({ filter: /^@asyncapi\/converter$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './converter.cjs', external: true },
    );
  },
};

/** Pages of rules are read when somebody asks for one, by three commands and the server. */
const pages = {
  name: 'pages',
  setup({ onResolve }) {
    onResolve({ filter: /\/generated\/pages\.js$/ }, () => ({
      path: './pages.cjs',
      external: true,
    }));
  },
};

/** The protocol of agents is spoken by one command, and stands by itself in mcp.cjs. */
const mcp = {
  name: 'mcp',
  setup({ onResolve }) {
    onResolve({ filter: /\/sdk\.js$/ }, () => ({ path: './mcp.cjs', external: true }));
  },
};

/**
 * The library of that protocol brings a validator for answers to questions that a server asks its
 * user, half as big as the library itself. Ours asks none.
 */
const withoutValidator = {
  name: 'without validator',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/ajvProvider-[^/]*\.mjs$/ }, () => ({
      path: 'ajvProvider',
      namespace: 'left-out',
    }));
    onLoad({ filter: /^ajvProvider$/, namespace: 'left-out' }, () => ({
      contents: `class Validator { getValidator() { throw new Error('Left out of this bundle.'); } }
        export { Validator as n };`,
    }));
  },
};

/** Arimo has the widths that layout reckons with. Italics are names in bold, and nothing else. */
const fonts = ['400Regular', '700Bold', '700Bold_Italic'].map(
  (style) => `node_modules/@expo-google-fonts/arimo/${style}/Arimo_${style}.ttf`,
);

const rasterizers = ['@resvg/resvg-js', 'pdfkit', 'svg-to-pdfkit'];

/** Scripts of a browser share their names; these keep theirs to themselves (server/browser/worker.ts). */
const alone = { banner: { js: '(() => {' }, footer: { js: '})();' } };

/** For servers in browsers, among files for Node. */
const browserParts = {
  name: 'parts for browsers',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-[\w-]+\/browser$/ }, ({ path }) => ({
      path: resolve('node_modules', path.replace('/', '/lib/'), 'main.js'),
    }));
  },
};

/**
 * What the server and the commands have in common is most of either, and stands in files that both
 * read (chunk-….cjs), with what only some requests need in files of its own. esbuild splits ES modules only, so
 * these are made first, and CommonJS of them.
 */
const asCommonJs = {
  name: 'as CommonJS',
  setup({ onEnd }) {
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await transform(text, {
          format: 'cjs',
          platform: 'node',
          target: node.target,
          minify: !dev,
          sourcemap: dev && 'inline',
        });
        writeFileSync(path, alone.banner.js + code + alone.footer.js);
      }
    });
  },
};

const bundles = [
  {
    ...node,
    format: 'esm',
    splitting: true,
    sourcemap: dev && 'inline',
    entryPoints: {
      server: 'src/server/main.ts',
      commands: 'src/cli/main.ts',
      'browser-server': 'src/server/browser/main.ts',
      'browser-layout': 'src/server/browser/layout-worker.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    write: false,
    plugins: [browserParts, elk, langium, pdf, converter, pages, mcp, asCommonJs],
    // Native or with data files beside them; found in node_modules at run time. Images are made by
    // the command line and the panel; the server never loads these.
    external: rasterizers,
  },
  {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['src/cli/start.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entryPoints: ['src/cli/main-check.ts'],
    outfile: 'dist/check.cjs',
    plugins: [langium],
  },
  {
    ...node,
    entryPoints: ['src/cli/main-generate.ts'],
    outfile: 'dist/generate.cjs',
    plugins: [langium],
  },
  {
    ...node,
    ...alone,
    entryPoints: ['src/language/langium.ts'],
    outfile: 'dist/langium.cjs',
  },
  {
    ...node,
    ...alone,
    entryPoints: ['src/rules/generated/pages.ts'],
    outfile: 'dist/pages.cjs',
  },
  {
    ...node,
    entryPoints: ['src/cli/mcp/sdk.ts'],
    outfile: 'dist/mcp.cjs',
    plugins: [withoutValidator],
  },
  {
    ...node,
    entryPoints: ['node_modules/@asyncapi/converter/lib/index.js'],
    outfile: 'dist/converter.cjs',
  },
  {
    ...node,
    entryPoints: ['src/diagram/formats/pdf-writer.ts'],
    outfile: 'dist/pdf.cjs',
    // pdfkit looks for its own fonts beside its module when it is loaded.
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
  {
    ...node,
    entryPoints: ['src/server/layout-worker.ts'],
    outfile: 'dist/layout-worker.cjs',
    plugins: [elk],
  },
  {
    ...node,
    ...alone,
    entryPoints: ['node_modules/elkjs/lib/elk.bundled.js'],
    outfile: 'dist/elk.cjs',
  },
  {
    ...shared,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    entryPoints: ['src/extension/extension-browser.ts'],
    outfile: 'dist/extension-browser.cjs',
    external: ['vscode'],
  },
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/server/browser/worker.ts'],
    outfile: 'dist/browser-worker.js',
  },
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    tsconfig: 'webview/tsconfig.json',
    entryPoints: ['webview/context-map/main.ts'],
    outfile: 'dist/webview/context-map.js',
  },
];

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/fonts', { recursive: true });
for (const font of fonts) copyFileSync(font, `dist/fonts/${basename(font)}`);
const inputs = Object.fromEntries(fonts.map((font) => [font, {}]));
for (const bundle of bundles) {
  if (watch) {
    const watching = await context(bundle);
    await watching.watch();
    continue;
  }
  const { metafile } = await build(bundle);
  Object.assign(inputs, metafile.inputs);
  for (const [path, { bytes, entryPoint }] of Object.entries(metafile.outputs)) {
    const isShown = bundle.splitting ? bytes > 20_000 || entryPoint : !path.endsWith('.map');
    if (isShown) console.log(`${path.padEnd(30)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB`);
  }
}
if (!watch) {
  chmodSync('dist/cli.cjs', 0o755);
  // Which packages are in the bundles, for the third-party notices.
  writeFileSync('dist/inputs.json', JSON.stringify(Object.keys(inputs).sort()));
}
