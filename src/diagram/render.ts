import type { Model } from '../model/model.js';
import { toDot } from './formats/dot.js';
import { toDrawio } from './formats/drawio.js';
import type { Fonts } from './formats/fonts.js';
import { toJson } from './formats/json.js';
import { toMermaid } from './formats/mermaid.js';
import { toPdf } from './formats/pdf.js';
import { toPlantUml } from './formats/plantuml.js';
import { toPng } from './formats/raster.js';
import { toStructurizr } from './formats/structurizr.js';
import { visibleGraph } from './graph.js';
import { localEngine } from './layout/local-engine.js';
import { layout, type LayoutEngine } from './layout/layout.js';
import type { Picture } from './picture.js';
import type { Pins } from './pins.js';
import { select, type SelectOptions } from './select.js';
import { renderSvg } from './svg/svg.js';
import { themes, type ThemeName } from './svg/theme.js';

export const mapFormats = [
  'svg',
  'png',
  'pdf',
  'mermaid',
  'plantuml',
  'structurizr',
  'drawio',
  'dot',
  'json',
] as const;
export type MapFormat = (typeof mapFormats)[number];

export interface PictureOptions extends SelectOptions {
  /** Where boxes were put by hand. */
  readonly pins?: Pins;
}

export interface RenderOptions extends PictureOptions {
  readonly format: MapFormat;
  readonly theme?: ThemeName;
  /** For PNG and PDF; without, the fonts of the system or PDF's own. */
  readonly fonts?: Fonts;
  /** Where layout runs; in this thread by default. */
  readonly engine?: LayoutEngine;
}

const systemFonts: Fonts = { family: 'Helvetica', files: [] };

/** A model's map in any format. The same model and options give the same bytes. */
export async function renderMap(
  model: Model,
  options: RenderOptions,
): Promise<string | Uint8Array> {
  const selection = select(model, options);
  switch (options.format) {
    case 'mermaid':
      return toMermaid(visibleGraph(model, selection));
    case 'plantuml':
      return toPlantUml(visibleGraph(model, selection));
    case 'structurizr':
      return toStructurizr(visibleGraph(model, selection));
    case 'dot':
      return toDot(visibleGraph(model, selection));
    default:
      return renderPicture(
        await layout(model, selection, options.engine ?? localEngine, {
          pins: options.pins ?? {},
        }),
        { ...options, format: options.format },
      );
  }
}

/** Formats that are drawn from a picture with places. */
export type PictureFormat = Exclude<MapFormat, 'mermaid' | 'plantuml' | 'structurizr' | 'dot'>;

export function isPictureFormat(format: MapFormat): format is PictureFormat {
  return !['mermaid', 'plantuml', 'structurizr', 'dot'].includes(format);
}

/** A laid-out picture as a file. */
export async function renderPicture(
  picture: Picture,
  {
    format,
    theme = 'light',
    fonts = systemFonts,
  }: Pick<RenderOptions, 'theme' | 'fonts'> & { readonly format: PictureFormat },
): Promise<string | Uint8Array> {
  const svg = () => renderSvg(picture, themes[theme]);
  switch (format) {
    case 'svg':
      return svg();
    case 'png':
      return toPng(svg(), fonts);
    case 'pdf':
      return toPdf(svg(), picture, fonts);
    case 'drawio':
      return toDrawio(picture);
    case 'json':
      return toJson(picture);
  }
}

/** A model's map, laid out. */
export async function pictureOf(model: Model, options: PictureOptions = {}): Promise<Picture> {
  return layout(model, select(model, options), localEngine, { pins: options.pins ?? {} });
}

/** A model's map as a self-contained SVG file. */
export async function mapSvg(
  model: Model,
  options: SelectOptions & { readonly theme?: ThemeName } = {},
): Promise<string> {
  return renderSvg(await pictureOf(model, options), themes[options.theme ?? 'light']);
}
