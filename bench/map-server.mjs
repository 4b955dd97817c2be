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

export async function serverFigures() {
  const rows = {
    list: [],
    push(row) {
      console.error(row.join(': '));
      this.list.push(row);
    },
  };
  await inFolder(
    (folder) => writeWorkspace(folder, 1000),
    async (folder, { client }) => {
      const uri = pathToFileURL(join(folder, 'context25/service500.arch')).href;
      const text = serviceText(500, 1000);
      const changed = await loaded(client, uri, text);
      const query = { uri, open: ['context:Context25'] };
      let from = performance.now();
      let { revision } = await client.sendRequest(mapRequest, query);
      rows.push([
        'first picture, 1,000 services, one of 50 contexts opened',
        ms(performance.now() - from),
      ]);
      const times = [];
      for (let edit = 0; edit < 8; edit++) {
        const name = `Extra${edit % 2}`;
        const arrived = changed();
        from = performance.now();
        client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: edit + 2 },
          contentChanges: [{ text: `${text}\ncontext Context25 { service ${name} { } }\n` }],
        });
        await arrived;
        const answer = await client.sendRequest(mapRequest, { ...query, revision });
        times.push(performance.now() - from);
        const written = JSON.stringify(answer);
        if (!written.includes(name)) throw new Error('The picture does not show the edit.');
        ({ revision } = answer);
      }
      rows.push(['edit → new picture, the same (median)', ms(median(times.slice(2)))]);
      rows.push(['… 95th percentile', ms(percentile(times.slice(2), 0.95))]);
      const hover = async () => {
        const at = performance.now();
        await client.sendRequest('textDocument/hover', {
          textDocument: { uri },
          position: { line: 0, character: 10 },
        });
        return performance.now() - at;
      };
      const rest = [];
      for (let count = 0; count < 60; count++) rest.push(await hover());
      const open = Array.from({ length: 8 }, (_, index) => `context:Context${index}`);
      let running = true;
      const picture = client
        .sendRequest(mapRequest, { uri, open, reset: true })
        .finally(() => (running = false));
      const during = [];
      while (running) {
        during.push(await hover());
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await picture;
      rows.push(['hover at rest', ms(median(rest.slice(10)))]);
      rows.push([
        `hover while 8 contexts and the landscape are laid out (${during.length} hovers)`,
        ms(median(during)),
      ]);
      rows.push(['… the slowest of them', ms(Math.max(...during))]);
    },
  );
  await inFolder(
    (folder) => {
      for (const [name, text] of Object.entries(landscape(250, 1000))) {
        writeFileSync(join(folder, name), text);
      }
    },
    async (folder, { client }) => {
      const uri = pathToFileURL(join(folder, 'map.arch')).href;
      await loaded(client, uri, landscape(250, 1000)['map.arch']);
      const from = performance.now();
      const { picture } = await client.sendRequest(mapRequest, { uri, open: [] });
      const time = performance.now() - from;
      rows.push([
        `first picture of ${picture.nodes.length} contexts and ${picture.edges.length} relations`,
        ms(time),
      ]);
    },
  );
  return table(['over LSP', 'ms'], rows.list);
}
