import { nameOfId } from '../model/lookup.js';
import type { Relation } from '../model/elements/context-map.js';

const symmetric: Readonly<Record<string, string>> = {
  partnership: 'P',
  'shared-kernel': 'SK',
};

export type RelationEnd = 'upstream' | 'downstream';

/** What stands at one end of a relation. */
export interface PortLabel {
  /** `U` or `D`; empty for symmetric relations. */
  readonly letter: string;
  /** Patterns: `OHS, PL`, `ACL`, `P`; empty for none. */
  readonly roles: string;
}

/** The label of a relation's end; undefined for separate ways, which have no direction. */
export function portLabel(relation: Relation, end: RelationEnd): PortLabel | undefined {
  const { relationKind } = relation;
  if (relationKind === 'separate-ways') return undefined;
  const both = symmetric[relationKind];
  if (both !== undefined) return { letter: '', roles: both };
  const letter = end === 'upstream' ? 'U' : 'D';
  const tokens = end === 'upstream' ? relation.upstreamRoles : relation.downstreamRoles;
  const roles = new Set(tokens.map(({ role }) => role).filter((role) => role !== letter));
  return { letter, roles: [...roles].join(', ') };
}

/** Consumers of one open-host service share its port, and so do derived consumers. */
export function sharesPort(relation: Relation, end: RelationEnd): boolean {
  if (end !== 'upstream') return false;
  return relation.upstreamRoles.some(({ role }) => role === 'OHS') || relation.origin === 'derived';
}

/** What stands in the middle of a relation. */
export function relationText(relation: Relation): string {
  const { relationKind, technology, comment, shares, title } = relation;
  const shared = shares.map(({ target }) => simpleName(target));
  const parts = [
    relationKind === 'partnership' ? 'Partnership' : undefined,
    relationKind === 'shared-kernel'
      ? `Shared kernel${shared.length > 0 ? `: ${shared.join(', ')}` : ''}`
      : undefined,
    relationKind === 'separate-ways' ? 'Separate ways' : undefined,
    title,
    comment === title ? undefined : comment,
    technology,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Names of the patterns, by their abbreviations. */
export const patternNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    OHS: 'open-host service',
    PL: 'published language',
    S: 'supplier',
    ACL: 'anticorruption layer',
    CF: 'conformist',
    C: 'customer',
    P: 'partnership',
    SK: 'shared kernel',
  }),
);

/** A relation in a sentence, for screen readers and tooltips. */
export function relationDescription(relation: Relation): string {
  const up = nameOfId(relation.upstream ?? '');
  const down = nameOfId(relation.downstream ?? '');
  const roles = (tokens: Relation['upstreamRoles']) => {
    const names = tokens
      .map(({ role }) => patternNames.get(role))
      .filter((name) => name !== undefined);
    return names.length > 0 ? ` (${names.join(', ')})` : '';
  };
  const derived = relation.origin === 'derived' ? ', derived from calls, events and types' : '';
  const text = relationText(relation);
  switch (relation.relationKind) {
    case 'partnership':
    case 'shared-kernel':
    case 'separate-ways':
      return `${up} and ${down}: ${text}${derived}`;
    default:
      return `${up}${roles(relation.upstreamRoles)} is upstream of ${down}${roles(relation.downstreamRoles)}${text === '' ? '' : `: ${text}`}${derived}`;
  }
}

/** The last part of an id's name. */
export function simpleName(id: string): string {
  const path = nameOfId(id);
  return path.slice(path.lastIndexOf('.') + 1);
}
