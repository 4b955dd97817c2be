import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import { serviceNumbers, type Numbers } from './service-numbers.js';

/**
 * Who calls whom, as numbers: the ends of each call in the order of the model, −1 for those that it
 * does not have. The first numbers are those of `serviceNumbers`, then come operations that call or
 * are called.
 */
export interface CallNumbers extends Numbers {
  readonly fromService: Int32Array;
  readonly toService: Int32Array;
  readonly fromOperation: Int32Array;
  readonly toOperation: Int32Array;
}

const cache = new WeakMap<Model, CallNumbers>();

export function callNumbers(model: Model): CallNumbers {
  let known = cache.get(model);
  if (!known) cache.set(model, (known = numbered(model)));
  return known;
}

function numbered(model: Model): CallNumbers {
  const { calls } = model;
  const services = serviceNumbers(model);
  const ids = [...services.ids];
  const operations = new Map<ElementId, number>();
  const [fromService, toService, fromOperation, toOperation] = [
    new Int32Array(calls.length),
    new Int32Array(calls.length),
    new Int32Array(calls.length),
    new Int32Array(calls.length),
  ];
  const service = (id: ElementId | undefined) =>
    id === undefined ? -1 : (services.numberOf(id) ?? -1);
  const operation = (id: ElementId | undefined) => {
    if (id === undefined) return -1;
    let number = operations.get(id);
    if (number === undefined) operations.set(id, (number = ids.push(id) - 1));
    return number;
  };
  for (let at = 0; at < calls.length; at++) {
    const call = calls[at]!;
    fromService[at] = service(call.fromService);
    toService[at] = service(call.toService);
    fromOperation[at] = operation(call.fromOperation);
    toOperation[at] = operation(call.toOperation);
  }
  const numberOf = (id: ElementId) => services.numberOf(id) ?? operations.get(id);
  return { ids, numberOf, fromService, toService, fromOperation, toOperation };
}
