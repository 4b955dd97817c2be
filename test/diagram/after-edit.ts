import fc from 'fast-check';
import { expect } from 'vitest';
import { layout, type Arrangement } from '../../src/diagram/layout/layout.js';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import { outerNodes } from '../../src/diagram/outer-nodes.js';
import type { Picture } from '../../src/diagram/picture.js';
import { select, type SelectOptions } from '../../src/diagram/select.js';
import type { Model } from '../../src/model/model.js';
import { arbitraryDeclarations, type Declarations } from './models.js';
import { overlapsIn } from './overlaps.js';

export type Draw = (
  model: Model,
  arrangement?: Arrangement,
  options?: SelectOptions,
) => Promise<Picture>;

/** Draws what is chosen with `always` and each picture's own options. */
export function drawnWith(always: SelectOptions = {}): Draw {
  return (model, arrangement, options = {}) =>
    layout(model, select(model, { ...always, ...options }), localEngine, arrangement);
}

/** Corners of boxes and frames on the outer level, in the drawing's own coordinates. */
export function corners({ nodes, origin }: Picture): Map<string, string> {
  return new Map(
    outerNodes(nodes).map(({ id, x, y }) => [
      id,
      `${String(x - origin.x)} ${String(y - origin.y)}`,
    ]),
  );
}

/** The same with their sizes. */
export function extents(picture: Picture): Map<string, string> {
  const at = corners(picture);
  return new Map(
    outerNodes(picture.nodes).map(({ id, width, height }) => [
      id,
      `${at.get(id) ?? ''} ${String(width)} ${String(height)}`,
    ]),
  );
}

/** Ids of what is in both and not the same. */
export function changed(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].filter(([id, at]) => before.has(id) && before.get(id) !== at).map(([id]) => id);
}

/** Opens a context and folds it again: everything is to be where it was. */
export async function expectFoldingUndoesOpening(
  draw: Draw,
  model: Model,
  context: string,
  places: (picture: Picture) => ReadonlyMap<string, string>,
): Promise<void> {
  const first = await draw(model);
  const opened = await draw(model, { previous: first, pins: {} }, { open: new Set([context]) });
  expect(opened.nodes.find(({ id }) => id === context)?.open).toBe(true);
  expect(overlapsIn(opened)).toEqual([]);
  const folded = await draw(model, { previous: opened, pins: {} });
  expect(changed(places(first), places(folded))).toEqual([]);
}

/** Draws arbitrary models, closed and opened, over the pictures of arbitrary others. */
export async function expectNothingCovered(
  draw: Draw,
  modelOf: (declarations: Declarations) => Model,
  runs: { readonly numRuns: number; readonly seed?: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      arbitraryDeclarations,
      arbitraryDeclarations,
      fc.boolean(),
      async (one, other, open) => {
        const first = await draw(modelOf(one));
        const model = modelOf(other);
        const options = open
          ? { open: new Set(model.contexts.slice(0, 2).map(({ id }) => id)) }
          : {};
        const second = await draw(model, { previous: first, pins: {} }, options);
        expect(overlapsIn(second)).toEqual([]);
      },
    ),
    runs,
  );
}
