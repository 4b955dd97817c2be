import type { ContractDifference } from './contract.js';
import type { Difference, Direction } from './difference.js';

/** Prefixes of rule ids; `request` and `response` as oasdiff names them. */
export type PlaceKind =
  'request' | 'request-parameter' | 'response' | 'error' | 'event' | 'command';

/**
 * Differences of a type as differences of a contract that uses it.
 *
 * @param place how a reader finds it: `response`, `query status`
 */
export function typedPlace(
  kind: PlaceKind,
  place: string,
  direction: Direction,
  differences: readonly Difference[],
): ContractDifference[] {
  return differences.map(({ rule, impact, path, what, owner, before, after }) => ({
    rule: ruleId(kind, rule, path),
    impact,
    place: `${place}${path}`,
    what,
    // What a writer must send concerns everybody; a reader may not care for what it does not read.
    reach: direction === 'output' && path !== '' ? 'readers' : 'users',
    names: path.split(/[.[\]{}]+/).filter((name) => name !== ''),
    ...(owner === undefined ? {} : { owner }),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  }));
}

function ruleId(kind: PlaceKind, rule: string, path: string): string {
  const isNew = /^new-(required|optional)-property$/.exec(rule);
  if (isNew) return `new-${isNew[1] ?? ''}-${kind}-property`;
  const gone = /^(required|optional)-property-removed$/.exec(rule);
  if (gone) return `${kind}-${rule}`;
  const isWhole = path === '' && kind === 'request-parameter';
  return `${kind}-${isWhole ? rule.replace(/^property-/, '') : rule}`;
}
