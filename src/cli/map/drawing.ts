/** The map of a model as a file, in the ways that the command line offers. */
import { extname } from 'node:path';
import type { GroupBy } from '../../diagram/groups.js';
import type { MapFormat } from '../../diagram/render.js';
import type { Direction, Level, SelectOptions } from '../../diagram/select.js';
import type { ThemeName } from '../../diagram/svg/theme.js';
import { closest } from '../../language/closest.js';
import type { Model } from '../../model/model.js';
import { todayIso } from '../../project/project.js';
import type { MapSide } from '../../review/map/map-side.js';
import { UsageError } from '../failure.js';
import { mapFonts } from '../fonts.js';
import type { LoadedRoot } from '../load.js';
import { comparedSince } from '../review/reviews.js';
import { overlaid } from './overlaid.js';
import { pinsOf } from './pins.js';

/** What to draw, by names of the model. */
export interface DrawingOptions {
  readonly view?: string | undefined;
  readonly context?: string | undefined;
  readonly level?: Level | undefined;
  readonly map?: string | undefined;
  readonly flow?: string | undefined;
  readonly groupBy?: GroupBy | undefined;
  readonly direction?: Direction | undefined;
  /** By the name of the output file where left out, else SVG. */
  readonly format?: MapFormat | undefined;
  /** `findings`, `teams`, `coupling`, `flow:Name` or `chain:Operation`. */
  readonly overlay?: string | undefined;
  readonly since?: string | undefined;
  readonly side: MapSide;
  readonly theme: ThemeName;
  readonly output?: string | undefined;
}

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

/**
 * Draws the map, a view of it, its changes or a flow.
 *
 * @throws UsageError for a name that the model does not have, and for a format that cannot show it
 * @throws RevisionError where there is no such revision
 */
export async function drawing(
  root: LoadedRoot,
  options: DrawingOptions,
): Promise<string | Uint8Array> {
  const { model } = root.project;
  if (options.since !== undefined) return drawChanges(root, options.since, options);
  if (options.overlay !== undefined) return drawOverlaid(root, options.overlay, options);
  return options.flow === undefined ? draw(root, options) : drawFlow(model, options.flow, options);
}

async function draw(root: LoadedRoot, options: DrawingOptions): Promise<string | Uint8Array> {
  const { theme } = options;
  const { model } = root.project;
  const format = formatOf(options);
  const selection = selectionOf(model, options);
  // The layout engine is larger than everything else; other commands start without it.
  const { isPictureFormat, renderMap } = await import('../../diagram/render.js');
  const pins = isPictureFormat(format) ? pinsOf(root, options) : {};
  return renderMap(model, { ...selection, format, theme, fonts: mapFonts(), pins });
}

/** A map with figures and marks on it. */
async function drawOverlaid(
  root: LoadedRoot,
  overlay: string,
  options: DrawingOptions,
): Promise<string | Uint8Array> {
  const { isPictureFormat, pictureOf, renderPicture } = await import('../../diagram/render.js');
  const format = formatOf(options);
  if (!isPictureFormat(format)) {
    throw new UsageError(`An overlay cannot be drawn as ${format}, which has no places for marks.`);
  }
  const over = await overlaid(root, overlay);
  const { model } = root.project;
  const selection = selectionOf(model, options);
  const picture = over(await pictureOf(model, { ...selection, pins: pinsOf(root, options) }));
  return renderPicture(picture, { format, theme: options.theme, fonts: mapFonts() });
}

/** Both revisions in one map, or one side of it. */
async function drawChanges(
  root: LoadedRoot,
  since: string,
  options: DrawingOptions,
): Promise<string | Uint8Array> {
  const { theme, side } = options;
  const { isPictureFormat, renderPicture } = await import('../../diagram/render.js');
  const format = formatOf(options);
  if (!isPictureFormat(format)) {
    throw new UsageError(`Changes cannot be drawn as ${format}, which has no places for marks.`);
  }
  const { localEngine } = await import('../../diagram/layout/local-engine.js');
  const compared = comparedSince(root, since, todayIso());
  const { mapOfChanges } = await import('../../review/map/map-of-changes.js');
  const shown = (model: Model) => selectionOf(model, options);
  const map = await mapOfChanges(compared, shown, localEngine, { pins: pinsOf(root, options) });
  const picture = map.side(side, { before: since, after: 'now' });
  return renderPicture(picture, { format, theme, fonts: mapFonts() });
}

function selectionOf(model: Model, options: DrawingOptions): SelectOptions {
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
  { theme, ...options }: DrawingOptions,
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

function formatOf({ format, output = '' }: Pick<DrawingOptions, 'format' | 'output'>): MapFormat {
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
