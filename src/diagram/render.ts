import type { Model } from '../model/model.js';
import { elkLayout } from './layout/elk.js';
import { layout } from './layout/layout.js';
import type { Picture } from './picture.js';
import { select, type SelectOptions } from './select.js';
import { renderSvg } from './svg/svg.js';
import { themes, type ThemeName } from './svg/theme.js';

/** A model's map, laid out. */
export async function pictureOf(model: Model, options: SelectOptions = {}): Promise<Picture> {
  return layout(model, select(model, options), elkLayout);
}

/** A model's map as a self-contained SVG file. */
export async function mapSvg(
  model: Model,
  options: SelectOptions & { readonly theme?: ThemeName } = {},
): Promise<string> {
  return renderSvg(await pictureOf(model, options), themes[options.theme ?? 'light']);
}
