import { nameOfId } from './lookup.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import { none } from './none.js';

/** Kinds of what may stand on either side of an edge, by the edge's kind; the likeliest first. */
const kindsOfEnds: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  call: [
    ['service', 'operation', 'external', 'actor'],
    ['operation', 'service', 'external', 'api'],
  ],
  subscription: [['service', 'external'], ['event']],
  publication: [['service', 'external'], ['event']],
  sending: [['service', 'external'], ['command']],
  handling: [['service', 'external'], ['command']],
  access: [['service', 'external'], ['store']],
};

/**
 * The ends of an edge or relation that are missing in a list: what points, then what it points to.
 * The edge's id tells them, as an edge with an end that nothing declares is no part of the model;
 * such an end is left out. None for what is no edge.
 */
export function missingEnds(
  model: Pick<Model, 'elements'>,
  edge: ElementId,
  listed: readonly ElementId[],
): readonly ElementId[] {
  const relation = model.elements.get(edge);
  if (relation) {
    if (relation.kind !== 'relation') return none;
    const { upstream, downstream } = relation;
    return [upstream, downstream]
      .filter((end) => end !== undefined)
      .filter((end) => !listed.includes(end));
  }
  const kinds = kindsOfEnds[edge.slice(0, edge.indexOf(':'))];
  if (!kinds) return none;
  const names = nameOfId(edge).replace(/#\d+$/, '').split('->');
  return kinds.flatMap((kindsOfEnd, side) => {
    const ids = kindsOfEnd.map((kind) => `${kind}:${names[side] ?? ''}`);
    if (ids.some((id) => listed.includes(id))) return none;
    return ids.find((id) => model.elements.has(id)) ?? none;
  });
}
