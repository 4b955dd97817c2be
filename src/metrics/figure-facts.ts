import type { Fact } from '../model/describe.js';
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { Model } from '../model/model.js';
import { serviceFigures } from './figures.js';
import { contextCoupling, type ComponentCoupling } from './instability.js';

/** Coupling figures for the hover of a service, external or context; nothing for other elements. */
export function figureFacts(model: Model, { kind, id }: Element | Field): Fact[] {
  if (kind === 'context') return [['coupling', couplingText(contextCoupling(model, id))]];
  if (kind !== 'service' && kind !== 'external') return [];
  const figures = serviceFigures(model, id);
  const { importance, dependence, chainDepth, sharedStores } = figures;
  return [
    ['coupling', couplingText(figures)],
    [
      'synchronous',
      importance + dependence === 0
        ? undefined
        : `called by ${String(importance)} (AIS), calls ${String(dependence)} (ADS), up to ${String(chainDepth)} calls in a row`,
    ],
    ['shared stores', sharedStores === 0 ? undefined : String(sharedStores)],
  ];
}

/** `Ca 2, Ce 1, I 0.33`; nothing where there is no coupling. */
function couplingText({ afferent, efferent, instability }: ComponentCoupling): string | undefined {
  return instability === undefined
    ? undefined
    : `Ca ${String(afferent)}, Ce ${String(efferent)}, I ${instability.toFixed(2)}`;
}
