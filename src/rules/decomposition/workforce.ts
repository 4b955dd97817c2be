import { businessServices } from '../../metrics/business-services.js';
import type { Element } from '../../model/elements/element.js';
import type { Model } from '../../model/model.js';

/** People who build the system, and where the model says so. */
export interface Workforce {
  readonly engineers: number;
  /** `engineers` of the system, or the sum of all team sizes. */
  readonly from: 'engineers' | 'teams';
  readonly anchor: Element;
}

/**
 * The people who build the system: its `engineers`, else the sum of team sizes where every team
 * has one. Undefined where the model does not say.
 */
export function workforceOf(model: Model): Workforce | undefined {
  const declared = model.systems.filter(({ engineers }) => engineers !== undefined);
  const [system] = declared;
  if (system) {
    const engineers = declared.reduce((sum, { engineers: count = 0 }) => sum + count, 0);
    return { engineers, from: 'engineers', anchor: system };
  }
  const [team] = model.teams;
  if (!team || model.teams.some(({ size }) => size === undefined)) return undefined;
  const engineers = model.teams.reduce((sum, { size = 0 }) => sum + size, 0);
  return { engineers, from: 'teams', anchor: model.systems[0] ?? team };
}

/** Business services that are released on their own: several of one deployable count once. */
export function deployableCount(model: Model): number {
  return new Set(businessServices(model).map(({ deployable }) => deployable)).size;
}
