import { boundaryOf } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';

/** 0 same service, 1 same context and team, 2 another context, 3 another team, 4 another organisation. */
export type Distance = 0 | 1 | 2 | 3 | 4;

/**
 * How far apart two services (or contexts, or externals) are: how dear it is to change both. A team
 * that is not declared counts as the same. The ordinals are ours; that distance grows with ownership
 * is V. Khononov's (Balancing Coupling in Software Design, 2024).
 */
export function distanceBetween(model: Model, a: ElementId, b: ElementId): Distance {
  if (a === b) return 0;
  const from = boundaryOf(model, a);
  const to = boundaryOf(model, b);
  if (from?.kind === 'external' || to?.kind === 'external') return 4;
  const teamA = teamOf(model, a);
  const teamB = teamOf(model, b);
  if (teamA !== undefined && teamB !== undefined && teamA !== teamB) return 3;
  return from?.id === to?.id ? 1 : 2;
}

function teamOf(model: Model, id: ElementId): ElementId | undefined {
  const element = model.elements.get(id);
  return element && 'team' in element ? element.team : undefined;
}
