// Pictures and hovers over LSP, from the server as it is shipped.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, ms, percentile, table } from './figures.mjs';
import { startServer } from './lsp-client.mjs';
import { landscape } from './map-models.mjs';
import { serviceText, writeWorkspace } from './workspace.mjs';

const mapRequest = 'archivolt/contextMap';

async function inFolder(fill, use) {
  const folder = mkdtempSync(join(tmpdir(), 'archivolt-bench-map-'));
  fill(folder);
  const started = await startServer(process.execPath, ['dist/server.cjs', '--stdio'], folder);
  try {
    return await use(folder, started);
  } finally {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the model is loaded; answers what fires on each new model. */
async function loaded(client, uri, text) {
  let fire = () => undefined;
  client.onNotification('archivolt/modelChanged', () => fire());
  const changed = () => new Promise((resolve) => (fire = resolve));
  const first = changed();
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'archivolt', version: 1, text },
  });
  await first;
  return changed;
}

/** 1,000 services in 50 contexts with 385 relations: pictures, edits, opening, hovers. In ms. */
export function thousandServices() {
  return inFolder(
    (folder) => writeWorkspace(folder, 1000),
    async (folder, { client }) => {
      const uri = pathToFileURL(join(folder, 'context25/service500.arch')).href;
      const text = serviceText(500, 1000);
      const changed = await loaded(client, uri, text);
      const open = ['context:Context25'];
      const map = async (query) => {
        const from = performance.now();
        const answer = await client.sendRequest(mapRequest, { uri, ...query });
        return { answer, time: performance.now() - from };
      };
      const first = await map({ open });
      let { revision } = first.answer;
      const edits = [];
      for (let edit = 0; edit < 16; edit++) {
        const name = `Extra${edit % 2}`;
        const arrived = changed();
        const from = performance.now();
        client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: edit + 2 },
          contentChanges: [{ text: `${text}\ncontext Context25 { service ${name} { } }\n` }],
        });
        await arrived;
        const { answer } = await map({ open, revision });
        edits.push(performance.now() - from);
        if (!JSON.stringify(answer).includes(name))
          throw new Error('The picture does not show the edit.');
        ({ revision } = answer);
      }
      const [opened, folded] = [[], []];
      for (const index of [3, 40, 12, 30, 0, 49, 20, 7, 33]) {
        const one = await map({ open: [...open, `context:Context${index}`], revision });
        const other = await map({ open, revision: one.answer.revision });
        ({ revision } = other.answer);
        opened.push(one.time);
        folded.push(other.time);
      }
      return {
        first: first.time,
        edits: edits.slice(4),
        opened,
        folded,
        hovers: await hovers(client, uri, map),
      };
    },
  );
}

/**
 * Hovers, one every 5 ms as nobody hovers sooner: at rest, and while eight contexts and the landscape
 * are laid out all the time; in turns, so that what else runs on the machine meets both.
 */
async function hovers(client, uri, map) {
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const hover = async () => {
    await pause(5);
    const from = performance.now();
    await client.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 10 },
    });
    return performance.now() - from;
  };
  for (let count = 0; count < 100; count++) await hover();
  const [rest, busy] = [[], []];
  for (let turn = 0; turn < 6; turn++) {
    await pause(300);
    for (let count = 0; count < 60; count++) rest.push(await hover());
    let running = true;
    const layouts = (async () => {
      for (let count = 0; count < 3; count++) {
        // Others each time, as a layout that was made before comes from a cache.
        const start = (8 * (3 * turn + count)) % 42;
        const open = Array.from({ length: 8 }, (_, index) => `context:Context${start + index}`);
        await map({ open, reset: true });
      }
      running = false;
    })();
    while (running) busy.push(await hover());
    await layouts;
  }
  return { rest, busy };
}

/** The first picture of a landscape, in ms. */
export function landscapeFigure(contexts, relations, shape) {
  const texts = landscape(contexts, relations, shape);
  return inFolder(
    (folder) => {
      for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    },
    async (folder, { client }) => {
      const uri = pathToFileURL(join(folder, 'map.arch')).href;
      await loaded(client, uri, texts['map.arch']);
      const from = performance.now();
      const { picture } = await client.sendRequest(mapRequest, { uri, open: [] });
      const time = performance.now() - from;
      if (picture.edges.length !== relations) throw new Error('The picture is not complete.');
      return time;
    },
  );
}

export async function serverFigures() {
  const { first, edits, opened, folded, hovers } = await thousandServices();
  const landscape = await landscapeFigure(250, 1000);
  const { rest, busy } = hovers;
  const figures = (times) => [ms(median(times)), ms(percentile(times, 0.95))];
  return `${table(
    ['over LSP, 1,000 services in 50 contexts with 385 relations', 'ms', 'p95'],
    [
      ['first picture, one context opened', ms(first), ''],
      ['edit → new picture', ...figures(edits)],
      ['another context opened', ...figures(opened)],
      ['… and folded again', ...figures(folded)],
      ['hover at rest', ...figures(rest)],
      [`hover while layouts run (${busy.length} hovers)`, ...figures(busy)],
      ['… as a multiple (at most 2)', (median(busy) / median(rest)).toFixed(2), ''],
      ['first picture of 250 contexts and 1,000 relations', ms(landscape), ''],
    ],
  )}\n`;
}
