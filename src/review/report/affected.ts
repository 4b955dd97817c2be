import { boundaryOf } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { View } from '../../model/elements/views.js';
import type { Model } from '../../model/model.js';
import { edgesOf, endsOf } from '../compare/edges.js';
import type { Review } from '../review.js';

/** Maps with more boxes say nothing on a page. */
const most = 40;

/**
 * Contexts and externals that the change touches: who breaks first, then what changed and who else
 * is hit, then what came, went or is not what it was. Ids are those after, or before of what is gone.
 */
export function affected({ before, after, comparison, contracts }: Review): readonly ElementId[] {
  const result = new Set<ElementId>();
  const { latter } = comparison.correspondence;
  const note = (id: ElementId) => {
    const then = boundaryOf(before.model, id)?.id;
    const boundary =
      boundaryOf(after.model, id)?.id ??
      (then === undefined ? undefined : (latter.get(then) ?? then));
    if (boundary !== undefined) result.add(boundary);
  };
  for (const { severity, provider, hits } of contracts) {
    if (severity === 'info') continue;
    for (const hit of hits) if (hit.severity === 'breaking') note(hit.consumer);
    note(provider);
    for (const { consumer } of hits) note(consumer);
  }
  // Of a relation or edge, whom it leads from and to.
  const ends = new Map(
    [...edgesOf(before.model), ...edgesOf(after.model)].map((edge) => [edge.id, endsOf(edge)]),
  );
  for (const { id } of comparison.changes) {
    for (const end of ends.get(id) ?? [id]) if (end !== undefined) note(end);
  }
  return [...result].slice(0, most);
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
