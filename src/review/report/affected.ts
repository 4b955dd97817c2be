import { boundaryOf } from '../../model/lookup.js';
import type { ElementId, Model, View } from '../../model/model.js';
import type { Overlay } from '../../diagram/picture.js';
import type { Review } from '../review.js';

/** How a context or external is affected, worst first. */
export type Effect = 'breaks' | 'added' | 'changed' | 'hit';

/** Maps with more boxes say nothing on a page. */
const most = 40;

/** Contexts and externals of the model after that the change touches, and how. */
export function affected({ after, comparison, contracts }: Review): ReadonlyMap<ElementId, Effect> {
  const result = new Map<ElementId, Effect>();
  const note = (id: ElementId, effect: Effect) => {
    const boundary = boundaryOf(after.model, id)?.id;
    if (boundary !== undefined && !result.has(boundary)) result.set(boundary, effect);
  };
  for (const { severity, provider, hits } of contracts) {
    if (severity === 'info') continue;
    for (const hit of hits) if (hit.severity === 'breaking') note(hit.consumer, 'breaks');
    note(provider, 'changed');
    for (const { consumer } of hits) note(consumer, 'hit');
  }
  for (const { change, id, kind } of comparison.changes) {
    if (change === 'removed') continue;
    note(id, change === 'added' && kind === 'context' ? 'added' : 'changed');
  }
  return new Map([...result].slice(0, most));
}

/** A view that shows these contexts and externals alone; undefined where there are none. */
export function viewOf(model: Model, ids: Iterable<ElementId>, title: string): View | undefined {
  const include = [...ids]
    .filter((id) => model.elements.has(id))
    .map((target) => ({ select: 'element' as const, target }));
  if (include.length === 0) return undefined;
  const start = { line: 1, column: 1 };
  const span = { file: model.files[0] ?? '', start, end: start };
  return {
    kind: 'view',
    id: 'view:review',
    name: 'review',
    qualifiedName: 'review',
    title,
    span,
    nameSpan: span,
    annotations: [],
    tags: [],
    links: [],
    accepts: [],
    include,
    exclude: [],
    show: [],
  };
}

const tones: Readonly<Record<Effect, number>> = { breaks: 5, added: 2, changed: 0, hit: 1 };

/** Words on the boxes of the map after that say how each is affected. */
export function effectOverlay(effects: ReadonlyMap<ElementId, Effect>): Overlay {
  return {
    title: 'What changed',
    marks: [...effects].map(([node, text]) => ({ node, text, tone: tones[text] })),
    steps: [],
  };
}
