import { layout, type Arrangement, type LayoutEngine } from '../../diagram/layout/layout.js';
import type { Picture } from '../../diagram/picture.js';
import { select, type SelectOptions } from '../../diagram/select.js';
import type { Model } from '../../model/model.js';
import { changedPicture } from './changed-picture.js';
import type { MapSide } from './map-side.js';
import type { Compared } from '../compared.js';
import { overlaidModel } from './overlaid-model.js';

/** A map of two revisions, laid out once for all of its sides. */
export interface MapOfChanges {
  /** Of both revisions; what is gone keeps its id. */
  readonly model: Model;
  /** Everything that either side shows. Later maps keep to its arrangement. */
  readonly base: Picture;
  readonly side: (
    side: MapSide,
    names: { readonly before: string; readonly after: string },
  ) => Picture;
}

/** @param options what to show of the model of both revisions */
export async function mapOfChanges(
  compared: Compared,
  options: (model: Model) => SelectOptions,
  engine: LayoutEngine,
  arrangement: Arrangement = { pins: {} },
): Promise<MapOfChanges> {
  const model = overlaidModel(compared.comparison);
  const selection = select(model, options(model));
  const base = await layout(model, selection, engine, arrangement);
  return {
    model,
    base,
    side: (side, names) => changedPicture(base, selection, model, compared, side, names),
  };
}
