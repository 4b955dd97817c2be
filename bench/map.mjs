// The map: how good its layout is beside ELK as it comes, and how soon a picture is there.
//   npm run build && node bench/map.mjs            everything
//   node bench/map.mjs quality | grown | grouped | large | cold | layout | server   a part
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ms, table } from './figures.mjs';
import { qualityOf } from './layout-quality.mjs';
import { generatedGroups } from './map-groups.mjs';
import { grownMaps } from './map-grown.mjs';
import { domains, example, landscape, landscapeOf, nested } from './map-models.mjs';
import { serverFigures } from './map-server.mjs';
import { rawElk } from './raw-elk.mjs';
import { sources } from './sources.mjs';

const { modelFromTexts, elkLayers, localEngine, layout, Interior, select } = await sources({
  elkLayers: 'diagram/layout/elk-layers',
  modelFromTexts: 'model/from-text',
  localEngine: 'diagram/layout/local-engine',
  layout: 'diagram/layout/layout',
  Interior: 'diagram/layout/inside',
  select: 'diagram/select',
});
const parts = process.argv.slice(2);
const wanted = (part) => parts.length === 0 || parts.includes(part);

const folded = { level: 'contexts' };
const opened = { level: 'services' };
const drawn = (model, previous, options = opened) =>
  layout(model, select(model, options), localEngine, previous ? { previous, pins: {} } : undefined);

/** Processor time in ms, as other work on the machine is none of ours; the first round warms up. */
async function timed(work, rounds = 7) {
  const times = [];
  let result;
  for (let round = 0; round < rounds; round++) {
    const from = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1000);
  }
  return { time: median(times.slice(1)), result };
}

if (wanted('quality')) {
  const models = [
    ...['bookshop', 'online-boutique', 'lakeside-mutual'].map((name) => [name, example(name)]),
    ...[20, 100, 300].map((boxes) => [`${boxes} boxes`, nested(boxes)]),
    ['the same 300, folded', nested(300), folded],
    ['50 contexts', landscape(50, 100), folded],
  ];
  console.log(await besideElk(models));
}

if (wanted('grown')) {
  const grown = (contexts, relations, previous) =>
    drawn(modelFromTexts(landscapeOf(contexts, relations)), previous, folded);
  console.log(`${await grownMaps(grown)}\n`);
}

if (wanted('grouped')) {
  const byTeam = { groupBy: 'team' };
  const byDomain = { groupBy: 'domain' };
  const named = (name, by) =>
    [
      [`${name} by ${by.groupBy}`, folded],
      ['… opened', opened],
    ].map(([title, level]) => [title, example(name), { ...level, ...by }]);
  const generated = (name, texts) => [name, texts, { ...folded, ...byDomain }];
  const models = [
    ...named('bookshop', byTeam),
    ...named('bookshop', byDomain),
    ...named('lakeside-mutual', byDomain),
    generated('30 contexts in 4 domains', domains(30, 50, 4)),
    generated('… scattered', domains(30, 50, 4, { scattered: true })),
    generated('60 contexts in 6 domains', domains(60, 120, 6)),
    generated('250 contexts in 12 domains', domains(250, 1000, 12)),
  ];
  console.log(await besideElk(models, 5));
  console.log(await generatedGroups({ modelFromTexts, select, layout, localEngine, elkLayers }));
  console.log(await stillness({ ...folded, ...byDomain }));
}

/** How much moves where a context is added to one of six domains. */
async function stillness(options) {
  const texts = domains(60, 120, 6)['map.arch'];
  const before = await drawn(modelFromTexts({ 'map.arch': texts }), undefined, options);
  const raw = await rawElk(before);
  const moves = { ours: [], raw: [] };
  for (let at = 0; at < 60; at += 6) {
    const edited = texts
      .replace('contextmap', `context Added implements D${Math.floor(at / 10)}.S { }\ncontextmap`)
      .replace(/}\s*$/, `  C${at} [OHS] -> [ACL] Added\n}\n`);
    const after = await drawn(modelFromTexts({ 'map.arch': edited }), before, options);
    moves.ours.push(moved(before, after));
    moves.raw.push(moved(raw, await rawElk(after)));
  }
  return `${table(
    ['a context is added to one of six domains (median of 10 places)', 'Archivolt', 'ELK'],
    [['boxes that moved more than 30 px', percent(moves.ours), percent(moves.raw)]],
  )}\n`;
}

if (wanted('large')) {
  const sizes = [
    [250, 1000],
    [500, 2000],
    [1000, 3000],
  ];
  const models = sizes.map(([contexts, relations]) => [
    `${contexts} contexts`,
    landscape(contexts, relations),
    folded,
  ]);
  console.log(await besideElk(models, 3));
}

/** A table of how good and how quick layouts are, each beside that of ELK. */
async function besideElk(models, rounds) {
  const rows = [];
  for (const [name, texts, options] of models) {
    const model = modelFromTexts(texts);
    const ours = await timed(() => drawn(model, undefined, options), rounds);
    const raw = await timed(() => rawElk(ours.result), rounds);
    for (const [who, { time, result }] of [
      ['Archivolt', ours],
      ['ELK', raw],
    ]) {
      const { boxes, edges, crossings, length, bends, overlaps, aspect } = qualityOf(result);
      rows.push([
        who === 'ELK' ? '' : name,
        who,
        boxes,
        edges,
        crossings,
        length.toFixed(0),
        bends.toFixed(1),
        overlaps,
        aspect.toFixed(2),
        ms(time),
        who === 'ELK' ? '' : `${(ours.time / raw.time).toFixed(2)} ×`,
      ]);
    }
  }
  const head = [
    'map',
    'by',
    'boxes',
    'edges',
    'crossings',
    'px/edge',
    'bends/edge',
    'overlaps',
    'aspect',
    'cpu ms',
  ];
  return `${table([...head, 'ratio'], rows)}\n`;
}

if (wanted('cold')) {
  const texts = nested(300);
  const picture = await drawn(modelFromTexts(texts));
  const file = join(mkdtempSync(join(tmpdir(), 'archivolt-bench-cold-')), 'map.json');
  writeFileSync(file, JSON.stringify({ texts, picture }));
  const times = { archivolt: [], elk: [] };
  for (let round = 0; round < 5; round++) {
    for (const who of ['archivolt', 'elk']) {
      const script = join(import.meta.dirname, 'map-cold.mjs');
      times[who].push(
        Number(execFileSync(process.execPath, [script, who, file], { encoding: 'utf8' })),
      );
    }
  }
  const [ours, raw] = [median(times.archivolt), median(times.elk)];
  console.log(
    `${table(
      ['first layout of a process, CPU ms', 'Archivolt', 'ELK', 'ratio'],
      [['300 boxes, all opened', ms(ours), ms(raw), `${(ours / raw).toFixed(2)} ×`]],
    )}\n`,
  );
}

if (wanted('layout')) {
  const texts = nested(300);
  const model = modelFromTexts(texts);
  const before = await drawn(model);
  const raw = await rawElk(before);
  const moves = { ours: [], raw: [] };
  const times = [];
  for (let at = 1; at < 30; at += 3) {
    const file = `c${at}.arch`;
    const added = `  service Added { calls S${at}x1 { timeout 1s } calls S${at}x8 { timeout 1s } }\n}\n`;
    const edited = modelFromTexts({ ...texts, [file]: texts[file].replace(/}\n$/, added) });
    const after = await drawn(edited, before);
    moves.ours.push(moved(before, after));
    moves.raw.push(moved(raw, await rawElk(after)));
    const context = edited.contexts.find(({ id }) => id === `context:C${at}`);
    const selection = select(edited, { level: 'services' });
    const { flow } = before.nodes.find(({ id }) => id === context.id);
    const { time } = await timed(() =>
      new Interior(edited, context, selection, localEngine, flow).layout(1.5),
    );
    times.push(time);
  }
  console.log(
    `${table(
      ['a service is added to one of 30 opened contexts (median of 10 places)', 'Archivolt', 'ELK'],
      [
        ['layout of that context, ms', ms(median(times)), ''],
        ['boxes that moved more than 30 px', percent(moves.ours), percent(moves.raw)],
      ],
    )}\n`,
  );
}

function percent(shares) {
  return `${(100 * median(shares)).toFixed(0)} %`;
}

/** The share of the boxes of both pictures whose corner is elsewhere; the frame does not count. */
function moved(before, after) {
  const origin = ({ origin: { x, y } = { x: 0, y: 0 } }) => ({ x, y });
  const [from, to] = [origin(before), origin(after)];
  const places = new Map(before.nodes.map((node) => [node.id, node]));
  const kept = after.nodes.filter(({ id }) => places.has(id));
  const far = kept.filter(({ id, x, y }) => {
    const old = places.get(id);
    return Math.hypot(x - to.x - old.x + from.x, y - to.y - old.y + from.y) > 30;
  });
  return far.length / kept.length;
}

if (wanted('server')) console.log(await serverFigures());
process.exit(0);
