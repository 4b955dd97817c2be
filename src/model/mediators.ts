import { find } from './lookup.js';
import type { ElementId } from './elements/identity.js';
import type { ServiceKind } from './elements/services.js';
import type { Model } from './model.js';

const mediators: ReadonlySet<ServiceKind> = new Set(['gateway', 'bff', 'frontend']);

/** Whether a service only stands between users and others: a gateway, bff or frontend. */
export function isMediator(model: Model, service: ElementId | undefined): boolean {
  const kind = find(model, 'service', service)?.serviceKind;
  return kind !== undefined && mediators.has(kind);
}
