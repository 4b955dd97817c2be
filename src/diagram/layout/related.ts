import type { ElementId } from '../../model/elements/identity.js';
import type { Selection } from '../select.js';
import { portId, type Port } from './ports.js';

/** An edge between boxes of the outer level. */
export interface Related {
  readonly upstream: ElementId;
  readonly downstream: ElementId;
  /** Px between the boxes that its plates and a line with an arrow take along the flow of the map. */
  readonly room: number;
}

/** What is between boxes at least. */
export const gap = 100;

/** What a line takes between plates: an arrow, and bends on its way. */
const lineRoom = 62;

export function relatedIn(
  { relations, links, direction }: Pick<Selection, 'relations' | 'links' | 'direction'>,
  ports: ReadonlyMap<string, Port>,
): Related[] {
  const plate = (id: string) => {
    const port = ports.get(id);
    return port ? (direction === 'down' ? port.height : port.width) : 0;
  };
  return [
    ...relations.map((relation) => {
      const { upstream = '', downstream = '' } = relation;
      const plates = plate(portId(relation, 'upstream')) + plate(portId(relation, 'downstream'));
      return { upstream, downstream, room: Math.max(gap, plates + lineRoom) };
    }),
    ...links.map(({ from, to }) => ({ upstream: from, downstream: to, room: gap })),
  ];
}
