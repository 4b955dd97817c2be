import type { Relation } from '../../model/elements/context-map.js';
import { portLabel, sharesPort, type PortLabel, type RelationEnd } from '../labels.js';
import { fonts } from '../measure.js';
import { textWidth } from '../text-metrics.js';

/** The end of one or several relations at a box, before it has a place. */
export interface Port {
  readonly id: string;
  readonly node: string;
  /** Missing for separate ways. */
  readonly label?: PortLabel;
  readonly width: number;
  readonly height: number;
  readonly edges: string[];
}

/** Width of the cell with `U` or `D`. */
export const letterWidth = 17;
export const portHeight = 19;

/** One port for each end of a relation; consumers of an open-host service share its port. */
export function portsOf(relations: readonly Relation[]): Map<string, Port> {
  const ports = new Map<string, Port>();
  /** Many plates have the same words. */
  const sizes = new Map<string, Pick<Port, 'width' | 'height'>>();
  for (const relation of relations) {
    for (const end of ['upstream', 'downstream'] as const) {
      const node = relation[end];
      if (node === undefined) continue;
      const id = portId(relation, end);
      const known = ports.get(id);
      if (known) {
        known.edges.push(relation.id);
        continue;
      }
      const label = portLabel(relation, end);
      const words = label ? `${label.letter}|${label.roles}` : '';
      const { width, height } = sizes.get(words) ?? sizeOf(label);
      sizes.set(words, { width, height });
      const edges = [relation.id];
      ports.set(id, { id, node, ...(label ? { label } : {}), width, height, edges });
    }
  }
  return ports;
}

/** The id of the port at which a relation ends. */
export function portId(relation: Relation, end: RelationEnd): string {
  if (!sharesPort(relation, end)) return `${relation.id}|${end}`;
  return `${relation.upstream ?? ''}|${portLabel(relation, end)?.roles ?? ''}|${relation.origin}`;
}

/** Width of a plate with these words. */
export function portWidth({ letter, roles }: PortLabel): number {
  const words = roles === '' ? 0 : textWidth(roles, fonts.port, 'bold') + 12;
  return (letter === '' ? 0 : letterWidth) + words;
}

function sizeOf(label: PortLabel | undefined): { width: number; height: number } {
  return label ? { width: portWidth(label), height: portHeight } : { width: 1, height: 1 };
}
