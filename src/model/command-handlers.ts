import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import { typeReferences } from './dependencies.js';

/**
 * Services that handle each command: by `handles`, or by an operation that takes the command as a
 * parameter, which is how a synchronous command arrives.
 */
export function commandHandlers(
  model: Pick<Model, 'handlings' | 'operations'>,
): Map<ElementId, Set<ElementId>> {
  const handlers = new Map<ElementId, Set<ElementId>>();
  const add = (command: ElementId, service: ElementId) => {
    handlers.set(command, (handlers.get(command) ?? new Set()).add(service));
  };
  for (const { command, service } of model.handlings) add(command, service);
  for (const { parameters, service } of model.operations) {
    for (const { target } of parameters.flatMap(({ type }) => typeReferences(type))) {
      const declared = handlers.has(target) && !handlers.get(target)?.has(service);
      if (target.startsWith('command:') && !declared) add(target, service);
    }
  }
  return handlers;
}
