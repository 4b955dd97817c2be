import type { Model } from './model.js';

/** Whether a service mesh is declared, which mutual TLS and circuit breakers may come from. */
export function hasMesh(model: Model): boolean {
  return model.systems.some(({ mesh }) => mesh !== undefined);
}
