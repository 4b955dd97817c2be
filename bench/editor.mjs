// Costs of editing that grow with how much refers to what, each beside a cold build of the same
// model. Wall time in this process (the wire adds about 0.3 ms), medians.
//   node --expose-gc bench/editor.mjs 5000
import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, ms, table } from './figures.mjs';
import { startServer } from './lsp-client.mjs';
import { sources } from './sources.mjs';
import { workspaceTexts } from './workspace.mjs';

const { Project, ModelWorkspace, parseArch, createLanguage, createLangiumParser } = await sources({
  Project: 'project/project',
  ModelWorkspace: 'model/workspace',
  parseArch: 'language/parse',
  createLanguage: 'language/services',
  createLangiumParser: 'langium',
});
const services = Number(process.argv[2] ?? 5000);
const today = '2026-01-01';
const rows = [];

function timed(action) {
  const from = performance.now();
  const result = action();
  return { result, time: performance.now() - from };
}

/** A workspace in which every service uses one value type and calls one operation. */
function sharedTexts() {
  const texts = workspaceTexts(services);
  for (const [file, text] of Object.entries(texts)) {
    texts[file] = text
      .replace('total: decimal (min 0, scale 2)', 'total: Platform.Money')
      .replace('    publishes', '    calls Platform.Hub.Hub.ping { timeout 300ms }\n    publishes');
  }
  texts['platform.arch'] = platform('One.');
  return texts;
}

const platform = (note) => `context Platform {
  /** ${note} */
  value Money { amount: decimal }
  service Hub { api Hub: rest { GET "/ping" ping(): 204 } }
}
`;

/** Reads a workspace, all rules run; and how long the model alone took. */
function opened(texts) {
  globalThis.gc?.();
  const project = new Project();
  const { time } = timed(() => {
    for (const [file, text] of Object.entries(texts)) project.setFile(file, text);
    return project.model;
  });
  project.check(today);
  return { project, time };
}

/** From an edit of a file to the findings of that file; the median of many. */
function edit(project, file, textOf) {
  const times = Array.from({ length: 40 }, (_, index) => {
    const text = textOf(index);
    return timed(() => {
      project.setFile(file, text);
      return project.checkFile(file, today);
    }).time;
  });
  return median(times.slice(8));
}

/** Says on the terminal how far it is: at 5,000 services it takes minutes. */
const began = performance.now();
const stage = (text) => console.error(`${ms((performance.now() - began) / 1000)} s: ${text}`);

const middle = Math.floor(services / 2);
const own = `context${Math.floor(middle / 20)}/service${middle}.arch`;
const typed = (text) => (index) => text.replace('"Kotlin"', `"Kotlin ${index}"`);

{
  stage('a workspace in which all use one file');
  const texts = sharedTexts();
  const { project, time } = opened(texts);
  const body = edit(project, 'platform.arch', (index) => platform(`Number ${index}.`));
  rows.push([
    'body edit in the file that all others refer to',
    ms(body),
    `cold build ${ms(time)}`,
    `${((100 * body) / time).toFixed(2)} %`,
    '1.5 %',
  ]);
  stage('the same in a server');
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-editor-'));
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { client, stop, server } = await startServer(
    process.execPath,
    ['dist/server.cjs', '--stdio'],
    folder,
  );
  const uri = pathToFileURL(join(folder, 'platform.arch')).href;
  const checked = new Promise((resolve) => {
    client.onNotification('archivolt/modelChanged', resolve);
  });
  const text = platform('One.');
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'archivolt', version: 1, text },
  });
  await checked;
  stage('renames over LSP');
  const lines = text.split('\n');
  const line = lines.findIndex((candidate) => candidate.includes('Money'));
  const times = [];
  for (let run = 0; run < 7; run++) {
    const from = performance.now();
    const answer = await client.sendRequest('textDocument/rename', {
      textDocument: { uri },
      position: { line, character: lines[line].indexOf('Money') + 1 },
      newName: `Amount${run}`,
    });
    times.push(performance.now() - from);
    const files = Object.keys(answer.changes ?? {}).length || answer.documentChanges?.length;
    if (files !== services + 1) throw new Error(`the rename reaches ${files} files`);
  }
  rows.push([
    'rename of a type that every file uses, over LSP',
    ms(median(times)),
    `cold build ${ms(time)}`,
    `${((100 * median(times)) / time).toFixed(1)} %`,
    '25 %',
  ]);
  await stop();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
{
  stage('a clean workspace');
  const texts = workspaceTexts(services);
  const clean = opened(texts);
  const cleanEdit = edit(clean.project, own, typed(texts[own]));
  const broken = Object.fromEntries(
    Object.entries(texts).map(([file, text], index) => [
      file,
      index % 5 === 0 ? text.replace('id id: uuid', 'id id: Nowhere') : text,
    ]),
  );
  stage('one with broken references');
  const { project } = opened(broken);
  const brokenEdit = edit(project, own, typed(texts[own]));
  rows.push([
    'keystroke while a fifth of the files hold a broken reference',
    ms(brokenEdit),
    `clean ${ms(cleanEdit)}`,
    `${(brokenEdit / cleanEdit).toFixed(2)} ×`,
    '2 ×',
  ]);
}
{
  stage('one file of 2,000 services');
  // Its parse is Langium's own, and warm.
  const text = Object.values(workspaceTexts(2000)).join('\n');
  const langium = createLangiumParser(createLanguage());
  for (const small of Object.values(workspaceTexts(100))) langium.parse(small);
  const parse = median(Array.from({ length: 3 }, () => timed(() => langium.parse(text)).time));
  const parsed = parseArch(text);
  const links = Array.from({ length: 3 }, () => {
    globalThis.gc?.();
    const workspace = new ModelWorkspace();
    workspace.update('all.arch', text, parsed);
    return timed(() => workspace.model).time;
  });
  rows.push([
    'one file of 2,000 services: link',
    ms(median(links)),
    `bare Langium parse ${ms(parse)}`,
    `${(median(links) / parse).toFixed(2)} ×`,
    '0.5 ×',
  ]);
}
console.log(`Node ${process.version}, ${services} services; ms.`);
console.log(table(['what', 'ms', 'beside it', 'ratio', 'must reach'], rows));
