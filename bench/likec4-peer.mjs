// LikeC4 for the benches that run beside it: its package in a temporary folder, and models equal to ours.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { landscapeRelations } from './map-models.mjs';

/** The last release that runs on Node 20. */
export const release = '1.46.0';
const perContext = 20;

/** Installs the package; answers the folder that holds it, which the caller removes. */
export function installLikeC4() {
  const home = mkdtempSync(join(tmpdir(), 'likec4-'));
  writeFileSync(join(home, 'package.json'), '{"private":true,"type":"module"}');
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', `likec4@${release}`],
    { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return home;
}

/** Opens a folder with the package that is installed in `home`. */
export async function openWithLikeC4(home, folder) {
  const { LikeC4 } = await import(
    pathToFileURL(join(home, 'node_modules/likec4/dist/index.mjs')).href
  );
  return LikeC4.fromWorkspace(folder, { logger: false, printErrors: false });
}

/** A document of the workspace, and a function that gives it another text and builds what follows. */
export function documentOf(likec4, file) {
  const { LangiumDocuments, DocumentBuilder, TextDocuments } = likec4.langium.shared.workspace;
  const path = pathToFileURL(file).pathname;
  const document = LangiumDocuments.all.find(({ uri }) => uri.path === path);
  let version = 1;
  const type = (text) => {
    TextDocuments.set({
      uri: document.textDocument.uri,
      languageId: 'likec4',
      version: ++version,
      getText: () => text,
      positionAt: (offset) => document.textDocument.positionAt(offset),
      offsetAt: (position) => document.textDocument.offsetAt(position),
      lineCount: text.split('\n').length,
    });
    return DocumentBuilder.update([document.uri], []);
  };
  return { document, type };
}

/**
 * A workspace as ours: one file a service, twenty services a context, three relations each; with a
 * landscape, and the views that are asked for.
 */
export function writeServices(folder, services, views = '') {
  mkdirSync(folder);
  const contexts = Math.ceil(services / perContext);
  const names = Array.from({ length: contexts }, (_, index) => `  context${index} = context`);
  writeFileSync(
    join(folder, 'index.c4'),
    `specification { element context element service element component }
model {\n${names.join('\n')}\n}
views { view index { include * } ${views} }\n`,
  );
  for (let index = 0; index < services; index++) {
    writeFileSync(join(folder, `service${index}.c4`), serviceText(index, services));
  }
}

/** Contexts and relations between them, as ours: the patterns stand on the relation. */
export function writeLandscape(folder, contexts, relations, shape) {
  mkdirSync(folder);
  const names = Array.from({ length: contexts }, (_, index) => `  C${index} = context`);
  const pairs = landscapeRelations(contexts, relations, shape).map(
    ({ from, to, pattern }) => `  C${from} -> C${to}${pattern === '->' ? '' : ` '${pattern}'`}`,
  );
  writeFileSync(
    join(folder, 'index.c4'),
    `specification { element context }
model {\n${[...names, ...pairs].join('\n')}\n}
views { view index { include * } }\n`,
  );
}

/** As our workspaces: one file a service, twenty services a context, three relations each. */
export function serviceText(index, services) {
  const place = (other) => `context${Math.floor(other / perContext)}.service${other}`;
  const targets = [index - 1, index - perContext, (index * 7 + 3) % services].filter(
    (other) => other >= 0 && other !== index,
  );
  return `model {
  extend context${Math.floor(index / perContext)} {
    service${index} = service 'Service ${index}' {
      technology 'Kotlin'
      description 'Keeps orders ${index}.'
      orders = component 'Orders' {
        description 'Takes, places and cancels orders.'
      }
      database = component 'Orders ${index}' {
        technology 'Postgres'
      }
    }
  }
${targets.map((other) => `  ${place(index)} -> ${place(other)} 'gets orders of ${other}'`).join('\n')}
}
`;
}
