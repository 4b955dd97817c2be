import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { closest } from '../../language/closest.js';
import type { GroupBy } from '../../diagram/groups.js';
import type { MapFormat } from '../../diagram/render.js';
import type { Direction, Level, SelectOptions } from '../../diagram/select.js';
import type { ThemeName } from '../../diagram/svg/theme.js';
import type { Model } from '../../model/model.js';
import { exitCode, UsageError } from '../failure.js';
import { mapFonts } from '../fonts.js';
import type { Host } from '../host.js';
import { loadRoots, type LoadedRoot } from '../load.js';
import { comparedSince } from '../review/reviews.js';
import { mapSides, type MapSide } from '../../review/map/map-side.js';
import { todayIso } from '../../project/project.js';

interface MapOptions {
  readonly view?: string;
  readonly context?: string;
  readonly level?: Level;
  readonly map?: string;
  readonly flow?: string;
  readonly groupBy?: GroupBy;
  readonly direction?: Direction;
  readonly format?: MapFormat;
  readonly since?: string;
  readonly side: MapSide;
  readonly theme: ThemeName;
  readonly output?: string;
}

const formats: readonly MapFormat[] = [
  'svg',
  'png',
  'pdf',
  'mermaid',
  'plantuml',
  'structurizr',
  'drawio',
  'dot',
  'json',
];

/** Formats by the usual endings of their files. */
const endings: Readonly<Record<string, MapFormat>> = {
  '.svg': 'svg',
  '.png': 'png',
  '.pdf': 'pdf',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.puml': 'plantuml',
  '.plantuml': 'plantuml',
  '.dsl': 'structurizr',
  '.drawio': 'drawio',
  '.dot': 'dot',
  '.gv': 'dot',
  '.json': 'json',
};

export function registerMap(program: Command, host: Host): void {
  program
    .command('map')
    .description('draw the context map, or a view of it')
    .argument('[path]', 'file or folder of one model', '.')
    .option('--view <name>', 'a view of the model')
    .option('--context <name>', 'one context opened, with its neighbours')
    .addOption(
      new Option('--flow <name>', 'a flow, as a sequence diagram').conflicts([
        'view',
        'context',
        'level',
        'map',
        'groupBy',
        'direction',
        'since',
      ]),
    )
    .option('--since <revision>', 'what changed since a git revision, marked on the map')
    .addOption(
      new Option('--side <side>', 'with --since: both revisions in one map, or one of them')
        .choices(mapSides)
        .default('both'),
    )
    .addOption(
      new Option('--level <level>', 'how deep to look').choices(['contexts', 'services', 'apis']),
    )
    .option('--map <name>', 'the context map whose relations are shown (default: the as-is one)')
    .addOption(
      new Option('--group-by <what>', 'frames around contexts').choices(['domain', 'team']),
    )
    .addOption(
      new Option('--direction <direction>', 'where upstream flows to').choices(['right', 'down']),
    )
    .addOption(
      new Option(
        '--format <format>',
        'output (default: by the name of the file, else svg)',
      ).choices([...formats]),
    )
    .addOption(
      new Option('--theme <theme>', 'colours of the drawing')
        .choices(['light', 'dark', 'high-contrast', 'high-contrast-light'])
        .default('light'),
    )
    .option('-o, --output <file>', 'file to write instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  archivolt map -o map.svg
  archivolt map shop --context Ordering -o ordering.svg
  archivolt map --level services --theme dark > map.svg
  archivolt map --group-by team -o teams.pdf
  archivolt map --format mermaid
  archivolt map --since main -o changes.svg
  archivolt map --flow Checkout -o checkout.svg`,
    )
    .action(async (path: string, options: MapOptions) => {
      const [root, second] = loadRoots([path], host.cwd);
      if (!root) throw new UsageError(`${path}: there is no model.`);
      if (second) {
        throw new UsageError(
          `${path} holds several models (${root.name}, ${second.name}, …). Name one of them.`,
        );
      }
      const { model } = root.project;
      const drawing = await (options.since !== undefined
        ? drawChanges(root, options.since, options)
        : options.flow === undefined
          ? draw(model, options)
          : drawFlow(model, options.flow, options));
      if (options.output === undefined) {
        host.out(drawing);
      } else {
        const file = resolve(host.cwd, options.output);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, drawing);
      }
      host.exitCode = exitCode.done;
    });
}

async function draw(model: Model, options: MapOptions): Promise<string | Uint8Array> {
  const format = formatOf(options);
  const selection = selectionOf(model, options);
  // The layout engine is larger than everything else; other commands start without it.
  const { renderMap } = await import('../../diagram/render.js');
  return renderMap(model, { ...selection, format, theme: options.theme, fonts: mapFonts() });
}

/** Both revisions in one map, or one side of it. */
async function drawChanges(
  root: LoadedRoot,
  since: string,
  options: MapOptions,
): Promise<string | Uint8Array> {
  const { theme, side } = options;
  const { isPictureFormat, renderPicture } = await import('../../diagram/render.js');
  const format = formatOf(options);
  if (!isPictureFormat(format)) {
    throw new UsageError(`Changes cannot be drawn as ${format}, which has no places for marks.`);
  }
  const { elkEngine } = await import('../../diagram/layout/elk.js');
  const compared = comparedSince(root, since, todayIso());
  const { mapOfChanges } = await import('../../review/map/map-of-changes.js');
  const map = await mapOfChanges(compared, (model) => selectionOf(model, options), elkEngine);
  const picture = map.side(side, { before: since, after: 'now' });
  return renderPicture(picture, { format, theme, fonts: mapFonts() });
}

function selectionOf(model: Model, options: MapOptions): SelectOptions {
  const view = options.view !== undefined && named('view', options.view, model.views);
  const map = options.map !== undefined && named('context map', options.map, model.maps);
  const context =
    options.context !== undefined && named('context', options.context, model.contexts);
  const { level, groupBy, direction } = options;
  return {
    ...(view ? { view } : {}),
    ...(map ? { map } : {}),
    ...(context ? { context: context.id } : {}),
    ...(level ? { level } : {}),
    ...(groupBy ? { groupBy } : {}),
    ...(direction ? { direction } : {}),
  };
}

/** A flow as a sequence diagram. */
async function drawFlow(
  model: Model,
  name: string,
  { theme, ...options }: MapOptions,
): Promise<string | Uint8Array> {
  const flow = named('flow', name, model.flows);
  const format = formatOf(options);
  const { renderSequence, sequenceFormats } = await import('../../diagram/sequence/render.js');
  const { sequenceOf } = await import('../../diagram/sequence/sequence.js');
  const known = sequenceFormats.find((candidate) => candidate === format);
  if (!known) {
    throw new UsageError(
      `A flow cannot be drawn as ${format}. Its formats are ${sequenceFormats.join(', ')}.`,
    );
  }
  return renderSequence(sequenceOf(model, flow), { format: known, theme, fonts: mapFonts() });
}

function formatOf({ format, output = '' }: Pick<MapOptions, 'format' | 'output'>): MapFormat {
  return format ?? endings[extname(output).toLowerCase()] ?? 'svg';
}

function named<E extends { readonly name: string }>(
  kind: string,
  name: string,
  elements: readonly E[],
): E {
  const found = elements.find((element) => element.name === name);
  if (found) return found;
  const near = closest(
    name,
    elements.map((element) => element.name),
    1,
  )[0];
  const known = elements.map((element) => element.name).join(', ');
  const hint = near
    ? `Did you mean ${near}?`
    : known === ''
      ? 'The model has none.'
      : `There are ${known}.`;
  throw new UsageError(`There is no ${kind} ${name}. ${hint}`);
}
