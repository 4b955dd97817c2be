// LikeC4's preview beside our map, in one run: the first picture, and an edit to the new picture.
//   npm run build && node bench/likec4-map.mjs     (installs likec4 into a temporary folder)
// Its preview computes the views of the whole model and lays out the one that is shown, which is what
// is driven here, inside of a process and so without a wire. Ours is timed over LSP.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, ms, table } from './figures.mjs';
import {
  documentOf,
  installLikeC4,
  openWithLikeC4,
  release,
  serviceText,
  writeLandscape,
  writeServices,
} from './likec4-peer.mjs';
import { landscapeFigure, thousandServices } from './map-server.mjs';

/** A picture that takes longer than this is not waited for, in ms. */
const patience = 180_000;
const services = 1000;
const contexts = 250;
const relations = 1000;

/** What the preview does to show a view: all views of the model are computed, that one is laid out. */
async function preview(likec4, viewId) {
  const from = performance.now();
  likec4.computedModel();
  const view = await likec4.viewsService.layoutView({ viewId });
  if (!view) throw new Error(`There is no view ${viewId}.`);
  return { time: performance.now() - from, view };
}

async function servicesPictures(home, view, count) {
  const [, viewId] = view.split(' ');
  const folder = join(home, viewId);
  writeServices(folder, services, view);
  const likec4 = await openWithLikeC4(home, folder);
  const { type } = documentOf(likec4, join(folder, 'service500.c4'));
  const text = serviceText(500, services);
  const first = await preview(likec4, viewId);
  const edits = [];
  for (let edit = 0; edit < count; edit++) {
    const name = `extra${edit % 2}`;
    const from = performance.now();
    await type(`${text}\nmodel { extend context25 { ${name} = service } }\n`);
    const { view: drawn } = await preview(likec4, viewId);
    edits.push(performance.now() - from);
    if (!JSON.stringify(drawn).includes(name))
      throw new Error('The picture does not show the edit.');
  }
  return { first: first.time, edit: median(edits) };
}

/** Which contexts are related, and how many of the relations lead back and so make cycles. */
const landscapes = {
  near: { name: 'near', reach: 12 },
  far: { name: 'far', reach: contexts },
  nearSomeBack: { name: 'near, a tenth leads back', reach: 12, back: 0.1 },
  farFewBack: { name: 'far, a fiftieth leads back', reach: contexts, back: 0.02 },
  farHalfBack: { name: 'far, half lead back', reach: contexts, back: 0.5 },
};

async function landscapePicture(home, kind) {
  const folder = join(home, kind);
  writeLandscape(folder, contexts, relations, landscapes[kind]);
  const likec4 = await openWithLikeC4(home, folder);
  return { first: (await preview(likec4, 'index')).time };
}

/** Runs as a process of its own, which may be ended. */
const runs = {
  /** Of all contexts with one opened, as ours. */
  opened: (home) => servicesPictures(home, 'view opened { include *, context25.* }', 1),
  /** Of that context alone, with what it depends on. */
  alone: (home) => servicesPictures(home, 'view alone of context25 { include * }', 6),
  ...Object.fromEntries(
    Object.keys(landscapes).map((kind) => [kind, (home) => landscapePicture(home, kind)]),
  ),
};

/** Undefined where it takes too long. */
function peer(home, run) {
  const { stdout, status, error } = spawnSync(
    process.execPath,
    [import.meta.filename, '--peer', run, home],
    { encoding: 'utf8', timeout: patience, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (error?.code === 'ETIMEDOUT') return undefined;
  if (status !== 0) throw new Error(`LikeC4 failed with ${run}.`);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{')));
}

async function compare() {
  const home = installLikeC4();
  try {
    const ours = await thousandServices();
    const [opened, alone] = [peer(home, 'opened'), peer(home, 'alone')];
    const rows = [];
    for (const [kind, shape] of Object.entries(landscapes)) {
      // Of several servers, half of them before and half of them after the peer, which takes long.
      const own = [];
      const measure = async () => own.push(await landscapeFigure(contexts, relations, shape));
      for (let round = 0; round < 3; round++) await measure();
      const other = peer(home, kind)?.first;
      for (let round = 0; round < 3; round++) await measure();
      rows.push([shape.name, median(own), other]);
    }
    const row = (what, own, other) => [
      what,
      ms(own),
      other === undefined ? `> ${patience / 1000} s` : ms(other),
      other === undefined ? `< ${(own / patience).toFixed(3)}` : (own / other).toFixed(3),
    ];
    const edit = median(ours.edits);
    console.log(`Node ${process.version}, likec4 ${release}; wall clock.`);
    console.log(
      table(
        ['picture', 'Archivolt ms', 'LikeC4 ms', 'ratio'],
        [
          row('1,000 services in 50 contexts, one opened: first', ours.first, opened?.first),
          row('… edit → new picture', edit, opened?.edit),
          row('… beside LikeC4’s view of that context alone', edit, alone?.edit),
          ...rows.map(([name, own, other]) =>
            row(`${contexts} contexts, 1,000 relations ${name}: first`, own, other),
          ),
        ],
      ),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const [mark, run, home] = process.argv.slice(2);
if (mark === '--peer') console.log(`\n${JSON.stringify(await runs[run](home))}`);
else await compare();
process.exit();
