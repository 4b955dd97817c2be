import { find } from './lookup.js';
import type { ElementId, Model, ServiceKind } from './model.js';

const mediators: ReadonlySet<ServiceKind> = new Set(['gateway', 'bff', 'frontend']);

/** Whether a service only stands between users and others: a gateway, bff or frontend. */
export function isMediator(model: Model, service: ElementId | undefined): boolean {
  const kind = find(model, 'service', service)?.serviceKind;
  return kind !== undefined && mediators.has(kind);
}
