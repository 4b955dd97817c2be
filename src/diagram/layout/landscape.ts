import type { Relation } from '../../model/elements/context-map.js';
import { relationDescription, relationText } from '../labels.js';
import { fonts } from '../measure.js';
import type { Box, PictureEdge, PictureNode, PicturePort } from '../picture.js';
import type { Selection } from '../select.js';
import { wrapped } from '../text-metrics.js';
import { round } from './geometry.js';

/** What is placed on the outer level: boxes, ports and routes, before insides are put in. */
export interface Landscape {
  readonly nodes: readonly PictureNode[];
  readonly ports: readonly PicturePort[];
  readonly edges: readonly PictureEdge[];
}

/** Lines of the label in the middle of a relation. */
export function relationLines(relation: Relation): string[] {
  const text = relationText(relation);
  return text === '' ? [] : wrapped(text, 150, fonts.label, 3);
}

/** The frame of a group. */
export function groupNode(group: Selection['groups'][number], place: Box): PictureNode {
  const { x, y, width, height } = place;
  return {
    id: group.id,
    element: group.id,
    shape: 'group',
    name: [group.label],
    details: [],
    rows: [],
    mark: group.kind,
    ghost: false,
    open: true,
    expandable: false,
    description: `${group.kind === 'team' ? 'Team' : 'Domain'} ${group.label}`,
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
  };
}

/** A relation's edge with its route. */
export function relationEdge(
  relation: Relation,
  points: PictureEdge['points'],
  label: PictureEdge['label'],
): PictureEdge {
  const { id, relationKind, origin, upstream = '', downstream = '' } = relation;
  return {
    id,
    style: origin === 'derived' ? 'derived' : relationKind,
    from: upstream,
    to: downstream,
    arrow: relationKind === 'upstream-downstream' || relationKind === 'customer-supplier',
    points,
    ...(label ? { label } : {}),
    description: relationDescription(relation),
  };
}

/** What an actor uses, with its route. */
export function linkEdge(
  { id, from, to }: Selection['links'][number],
  points: PictureEdge['points'],
): PictureEdge {
  const name = (text: string) => text.slice(text.indexOf(':') + 1);
  const description = `${name(from)} uses ${name(to)}`;
  return { id, style: 'call', from, to, arrow: true, points, description };
}
