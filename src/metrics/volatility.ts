import { boundaryOf } from '../model/lookup.js';
import type { Volatility } from '../model/elements/context.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';

const ordinals: Readonly<Record<Volatility, number>> = { low: 1, medium: 2, high: 3 };

/**
 * How often what is depended on will change: 1 generic, 2 supporting, 3 core, unless the context
 * declares its volatility. Missing where neither is known, as for every external. The levels are
 * V. Khononov's (Balancing Coupling in Software Design, 2024), the numbers are ours.
 */
export function volatilityOf(model: Model, id: ElementId): number | undefined {
  const boundary = boundaryOf(model, id);
  const declared = boundary?.kind === 'context' ? boundary.volatility : undefined;
  return declared && ordinals[declared];
}
