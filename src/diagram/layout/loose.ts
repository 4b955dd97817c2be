import type { ElementId } from '../../model/elements/identity.js';
import type { PictureNode } from '../picture.js';
import type { Selection } from '../select.js';
import type { Landscape } from './landscape.js';
import type { Related } from './related.js';

/**
 * Notes of which boxes the place says nothing: nothing is related to them, and nothing has been. One
 * whose relation is gone keeps its place; it may be back with the next letter.
 */
export function withLoose(
  landscape: Landscape,
  { relations, links }: Pick<Selection, 'relations' | 'links'>,
  former: Landscape | undefined,
): Landscape {
  const related = new Set([
    ...relations.flatMap(({ upstream = '', downstream = '' }) => [upstream, downstream]),
    ...links.flatMap(({ from, to }) => [from, to]),
  ]);
  const settled = new Set(
    former?.nodes.filter(({ shape, loose }) => shape !== 'group' && !loose).map(({ id }) => id),
  );
  const isLoose = ({ id, shape }: PictureNode) =>
    shape !== 'group' && !related.has(id) && !settled.has(id);
  return {
    ...landscape,
    nodes: landscape.nodes.map((node) => {
      const { loose, ...rest } = node;
      if (isLoose(node)) return loose ? node : { ...rest, loose: true };
      return loose ? rest : node;
    }),
  };
}

/**
 * Boxes that have their first relation now and go to where it leads. Of two such ones the upstream
 * stays where it is.
 *
 * @param known boxes of the picture before
 */
export function settling(
  related: readonly Related[],
  known: ReadonlyMap<string, { readonly loose?: true }>,
): ReadonlySet<ElementId> {
  const isLoose = (id: ElementId) => known.get(id)?.loose === true;
  return new Set(
    related.flatMap(({ upstream, downstream }) => {
      if (upstream === downstream || !known.has(upstream) || !known.has(downstream)) return [];
      if (isLoose(downstream)) return [downstream];
      return isLoose(upstream) ? [upstream] : [];
    }),
  );
}
