import { leadingMap } from '../../model/derived-relations.js';
import { boundaryOf } from '../../model/lookup.js';
import type { Relation } from '../../model/elements/context-map.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { Impact } from './difference.js';

export type Pattern =
  | 'same-context'
  | 'conformist'
  | 'anticorruption-layer'
  | 'shared-kernel'
  | 'partnership'
  | 'customer-supplier'
  | 'upstream-downstream'
  | 'none';

/** How the relation between two contexts carries a change over to the consumer. */
export interface Loudness {
  readonly pattern: Pattern;
  readonly impact: Impact;
}

/** Says how loud a breaking change is for a consumer, by the relation of the contexts. */
export type LoudnessOf = (provider: ElementId, consumer: ElementId, impact: Impact) => Loudness;

/**
 * A conformist and a shared kernel take the other model over as it is, so nothing dampens the change.
 * An anticorruption layer translates: there is work in one place, a warning.
 */
export function loudnessIn(model: Model): LoudnessOf {
  const map = leadingMap(model.maps);
  const between = new Map<string, Relation>();
  for (const relation of model.relations) {
    if (map && relation.map !== map.id) continue;
    const { upstream, downstream } = relation;
    if (upstream === undefined || downstream === undefined) continue;
    between.set(`${upstream} ${downstream}`, relation);
    if (isSymmetric(relation)) between.set(`${downstream} ${upstream}`, relation);
  }
  return (provider, consumer, impact) => {
    const [from, to] = [boundaryOf(model, provider)?.id, boundaryOf(model, consumer)?.id];
    if (from !== undefined && from === to) return { pattern: 'same-context', impact };
    const pattern = patternOf(between.get(`${from ?? ''} ${to ?? ''}`));
    const isDampened = pattern === 'anticorruption-layer' && impact === 'breaking';
    return { pattern, impact: isDampened ? 'warning' : impact };
  };
}

function isSymmetric({ relationKind }: Relation): boolean {
  return relationKind === 'partnership' || relationKind === 'shared-kernel';
}

function patternOf(relation: Relation | undefined): Pattern {
  if (!relation || relation.relationKind === 'separate-ways') return 'none';
  const roles = relation.downstreamRoles.map(({ role }) => role);
  if (roles.includes('CF')) return 'conformist';
  if (roles.includes('ACL')) return 'anticorruption-layer';
  return relation.relationKind;
}
