/** Which of the ways to draw a map afresh shows it largest, before any of them is drawn. */
import type { Model } from '../../model/model.js';
import type { Size } from '../picture.js';
import type { Direction, Selection } from '../select.js';
import type { LayoutEngine } from './engine.js';
import { offShape, screenFor } from './fitting.js';
import type { Interior } from './inside.js';
import { landscapeLayers } from './layered-landscape.js';
import { ofAll, participants } from './opened.js';
import type { Port } from './ports.js';

/** Width by height that suits a box among others. */
export const insideAspect = 1.5;
/** … and one that makes up for the map being long in its direction. */
const slenderAspect: Readonly<Record<Direction, number>> = { right: 0.8, down: 2.4 };
/** What another draft must come to, of the best before, to be the better one. */
const clearly = 0.95;

/** A way to draw a map. */
export interface Draft {
  readonly flow: Direction;
  /** Width by height that the insides of opened contexts come near to. */
  readonly aspect: number;
}

/**
 * The draft that will be shown largest on a screen: to the right or downwards, with opened contexts
 * that are as wide as high; or slender across its direction, if no such draft has a pleasant shape, or
 * if there are frames, which are as wide as the widest box in them.
 */
export async function fittingDraft(
  model: Model,
  selection: Selection,
  ports: ReadonlyMap<string, Port>,
  interiors: ReadonlyMap<string, Interior>,
  engine: LayoutEngine,
): Promise<Draft> {
  if (selection.direction) return { flow: selection.direction, aspect: insideAspect };
  const measured = async (aspect: number, flows: readonly Direction[]): Promise<Measured[]> => {
    const insides = await ofAll(interiors, (interior) => interior.shape(aspect));
    const nodes = participants(model, selection, insides);
    const graph = landscapeLayers(nodes, ports, selection, 'right');
    return Promise.all(
      flows.map(async (flow) => ({
        draft: { flow, aspect },
        ...judged(await engine.shape({ ...graph, direction: flow })),
      })),
    );
  };
  const looked = await measured(insideAspect, ['right', 'down']);
  const usual = best(looked);
  const isGrouped = selection.groups.length > 0;
  if (interiors.size === 0 || (usual.isPleasant && !isGrouped)) return usual.draft;
  for (const flow of ['right', 'down'] as const)
    looked.push(...(await measured(slenderAspect[flow], [flow])));
  return best(looked).draft;
}

/** What a draft costs that is so large. */
function judged(size: Size): Omit<Measured, 'draft'> {
  const off = offShape(size);
  return { cost: screenFor(size) * off, isPleasant: off === 1 };
}

interface Measured {
  readonly draft: Draft;
  /** The height of the screen that shows it at full size; more for an unpleasant shape. */
  readonly cost: number;
  readonly isPleasant: boolean;
}

/** The first of those that cost least, or nearly so. */
function best(drafts: readonly Measured[]): Measured {
  return drafts.reduce((known, one) => (one.cost < clearly * known.cost ? one : known));
}
