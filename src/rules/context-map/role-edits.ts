/** Edits of the lists of roles in a relation. */
import type { Relation, RoleToken } from '../../model/elements/context-map.js';
import { compare, type Span } from '../../model/span.js';
import type { Edit, Fix } from '../rule.js';

export type Side = 'upstream' | 'downstream';

export const listOf = (relation: Relation, side: Side) =>
  side === 'upstream'
    ? { roles: relation.upstreamRoles, span: relation.upstreamRolesSpan }
    : { roles: relation.downstreamRoles, span: relation.downstreamRolesSpan };

/** The list of roles written anew, or removed where none is left. */
export function rewritten(roles: readonly string[], span: Span): Edit {
  return { span, text: roles.length > 0 ? `[${roles.join(', ')}]` : '' };
}

/** Takes one role away, with the brackets where it was the only one. */
export function removal(relation: Relation, side: Side, token: RoleToken): Fix {
  const { roles, span = token.span } = listOf(relation, side);
  const left = roles.filter((other) => other !== token).map(({ role }) => role);
  return { title: `Remove ${token.role}`, edits: [rewritten(left, span)] };
}

/** Adds a role: to its side's list, or behind the name on the left, before the name on the right. */
export function addition(relation: Relation, side: Side, role: string): Edit {
  const { roles, span } = listOf(relation, side);
  if (span) return rewritten([...roles.map(({ role: name }) => name), role], span);
  const { upstreamSpan, downstreamSpan } = relation;
  const left = isUpstreamLeft(relation);
  const name = side === 'upstream' ? upstreamSpan : downstreamSpan;
  const isLeft = (side === 'upstream') === left;
  const at = isLeft ? name.end : name.start;
  const place = { file: name.file, start: at, end: at };
  return { span: place, text: isLeft ? ` [${role}]` : `[${role}] ` };
}

/** Another arrow, with what stands on its two sides left alone. */
export function drawnWith(relation: Relation, arrow: string): Edit {
  const sides: [Side, Side] = ['upstream', 'downstream'];
  const [left, right] = isUpstreamLeft(relation) ? sides : (sides.reverse() as [Side, Side]);
  const name = (side: Side) =>
    side === 'upstream' ? relation.upstreamSpan : relation.downstreamSpan;
  const { end } = listOf(relation, left).span ?? name(left);
  const { start } = listOf(relation, right).span ?? name(right);
  return { span: { file: relation.span.file, start: end, end: start }, text: ` ${arrow} ` };
}

function isUpstreamLeft({ upstreamSpan, downstreamSpan }: Relation): boolean {
  return compare(upstreamSpan.start, downstreamSpan.start) < 0;
}
