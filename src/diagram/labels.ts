import { nameOfId } from '../model/lookup.js';
import type { Relation } from '../model/model.js';

const symmetric: Readonly<Record<string, string>> = {
  partnership: 'P',
  'shared-kernel': 'SK',
};

/** Text of the port at one end of a relation: `U OHS, PL`, `D ACL`, `P`; empty for none. */
export function portLabel(relation: Relation, end: 'upstream' | 'downstream'): string {
  const { relationKind } = relation;
  if (relationKind === 'separate-ways') return '';
  const both = symmetric[relationKind];
  if (both !== undefined) return both;
  const letter = end === 'upstream' ? 'U' : 'D';
  const tokens = end === 'upstream' ? relation.upstreamRoles : relation.downstreamRoles;
  const roles = tokens.map(({ role }) => role).filter((role) => role !== letter);
  return roles.length > 0 ? `${letter}  ${roles.join(', ')}` : letter;
}

/** What stands in the middle of a relation. */
export function relationText(relation: Relation): string {
  const { relationKind, technology, comment, shares, title } = relation;
  const shared = shares.map(({ target }) => lastPart(nameOfId(target)));
  const parts = [
    relationKind === 'partnership' ? 'Partnership' : undefined,
    relationKind === 'shared-kernel'
      ? `Shared kernel${shared.length > 0 ? `: ${shared.join(', ')}` : ''}`
      : undefined,
    relationKind === 'separate-ways' ? 'Separate ways' : undefined,
    title,
    comment,
    technology,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

const patternNames: Readonly<Record<string, string>> = {
  OHS: 'open-host service',
  PL: 'published language',
  ACL: 'anticorruption layer',
  CF: 'conformist',
  S: 'supplier',
  C: 'customer',
};

/** A relation in a sentence, for screen readers and tooltips. */
export function relationDescription(relation: Relation): string {
  const up = nameOfId(relation.upstream ?? '');
  const down = nameOfId(relation.downstream ?? '');
  const roles = (tokens: Relation['upstreamRoles']) => {
    const names = tokens.map(({ role }) => patternNames[role]).filter((name) => name !== undefined);
    return names.length > 0 ? ` (${names.join(', ')})` : '';
  };
  const derived = relation.origin === 'derived' ? ', derived from the model' : '';
  switch (relation.relationKind) {
    case 'partnership':
      return `${up} and ${down}: partnership${derived}`;
    case 'shared-kernel':
      return `${up} and ${down}: shared kernel${derived}`;
    case 'separate-ways':
      return `${up} and ${down} go separate ways${derived}`;
    default:
      return `${up}${roles(relation.upstreamRoles)} is upstream of ${down}${roles(relation.downstreamRoles)}${derived}`;
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
