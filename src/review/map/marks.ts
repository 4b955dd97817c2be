import type { Change } from '../../diagram/picture.js';
import { nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { ModelChange } from '../compare/change.js';
import { edgesOf, endsOf } from '../compare/edges.js';
import type { Compared } from '../compared.js';

/** What is said of something on the map. */
export interface Mark {
  readonly change: Change;
  /** `renamed from Parcels · 2 inside`; empty where the kind of change says it all. */
  readonly text: string;
}

interface Notes {
  own?: ModelChange;
  inside: number;
  hit?: 'breaks' | 'to look at';
}

/**
 * What is said of the boxes and lines of a map that changed but are there on both sides, by their
 * element: their own changes, how many lie inside of them, and whom a contract's change hits.
 *
 * @param model the one that the map is drawn of
 * @param isShown whether an element or edge has a box, row or line of its own
 */
export function marksOf(
  { comparison, contracts }: Compared,
  model: Model,
  isShown: (id: ElementId) => boolean,
): ReadonlyMap<ElementId, Mark> {
  const notes = new Map<ElementId, Notes>();
  const around = surroundings(model);
  const shown = (id: ElementId): ElementId | undefined => {
    let at: ElementId | undefined = id;
    while (at !== undefined && !isShown(at)) at = around(at);
    return at;
  };
  const note = (id: ElementId | undefined): Notes | undefined => {
    if (id === undefined) return undefined;
    const known = notes.get(id) ?? { inside: 0 };
    notes.set(id, known);
    return known;
  };
  for (const change of comparison.changes) {
    const at = shown(change.id);
    const known = note(at);
    if (!known) continue;
    if (at === change.id) known.own = change;
    else known.inside++;
  }
  for (const { severity, approval, hits } of contracts) {
    if (severity === 'info' || approval) continue;
    for (const hit of hits) {
      const known = note(shown(comparison.correspondence.latter.get(hit.consumer) ?? hit.consumer));
      if (known && known.hit !== 'breaks')
        known.hit = hit.severity === 'breaking' ? 'breaks' : 'to look at';
    }
  }
  return new Map([...notes].map(([id, known]) => [id, markOf(known)]));
}

function markOf({ own, inside, hit }: Notes): Mark {
  const words = [
    ...(own ? ownWords(own) : []),
    ...(inside > 0 ? [`${String(inside)} inside`] : []),
    ...(hit ? [hit] : []),
  ];
  // What is only hit did not change itself.
  const change = own || inside > 0 ? 'changed' : 'hit';
  return { change, text: words.join(' · ') };
}

/** Names of more changes than these say less than their number. */
const mostNames = 2;

function ownWords({ change, formerId = '', properties }: ModelChange): string[] {
  const former = nameOfId(formerId);
  const simple = former.slice(former.lastIndexOf('.') + 1);
  const moved =
    change === 'renamed'
      ? [`renamed from ${simple}`]
      : change === 'moved'
        ? [`moved from ${former.slice(0, Math.max(0, former.length - simple.length - 1))}`]
        : [];
  const names = properties.map(({ name }) => name);
  const changed =
    names.length > mostNames
      ? [`${String(names.length)} properties`]
      : names.length > 0
        ? [names.join(', ')]
        : [];
  return [...moved, ...changed];
}

/** What an element lies in, and for an edge who has it. */
export function surroundings(model: Model): (id: ElementId) => ElementId | undefined {
  let edges: Map<ElementId, ElementId | undefined> | undefined;
  return (id) => {
    const element = model.elements.get(id);
    if (element && element.kind !== 'relation') return element.parent;
    edges ??= new Map(edgesOf(model).map((edge) => [edge.id, endsOf(edge)[0]]));
    return edges.get(id);
  };
}
