import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import { serviceNumbers, type Numbers } from './service-numbers.js';

/**
 * Which services and externals call each other, as numbers: the ends of each call in the order of
 * the model, −1 for those that it does not have.
 */
export interface CallNumbers extends Numbers {
  readonly fromService: Int32Array;
  readonly toService: Int32Array;
}

/**
 * The same of operations. The first numbers are those of services and externals, then come
 * operations that call or are called.
 */
export interface OperationCallNumbers extends CallNumbers {
  readonly fromOperation: Int32Array;
  readonly toOperation: Int32Array;
}

const ofServices = new WeakMap<Model, CallNumbers>();
const ofOperations = new WeakMap<Model, OperationCallNumbers>();

export function callNumbers(model: Model): CallNumbers {
  let known = ofServices.get(model);
  if (!known) ofServices.set(model, (known = numberServices(model)));
  return known;
}

export function operationCallNumbers(model: Model): OperationCallNumbers {
  let known = ofOperations.get(model);
  if (!known) ofOperations.set(model, (known = numberOperations(model)));
  return known;
}

function numberServices(model: Model): CallNumbers {
  const { calls } = model;
  const { ids, numberOf } = serviceNumbers(model);
  const fromService = new Int32Array(calls.length);
  const toService = new Int32Array(calls.length);
  for (let at = 0; at < calls.length; at++) {
    const { fromService: from, toService: to } = calls[at]!;
    fromService[at] = from === undefined ? -1 : (numberOf(from) ?? -1);
    toService[at] = numberOf(to) ?? -1;
  }
  return { ids, numberOf, fromService, toService };
}

function numberOperations(model: Model): OperationCallNumbers {
  const { calls } = model;
  const services = callNumbers(model);
  const ids = [...services.ids];
  const operations = new Map<ElementId, number>();
  const number = (id: ElementId | undefined) => {
    if (id === undefined) return -1;
    let known = operations.get(id);
    if (known === undefined) operations.set(id, (known = ids.push(id) - 1));
    return known;
  };
  const fromOperation = new Int32Array(calls.length);
  const toOperation = new Int32Array(calls.length);
  for (let at = 0; at < calls.length; at++) {
    fromOperation[at] = number(calls[at]!.fromOperation);
    toOperation[at] = number(calls[at]!.toOperation);
  }
  const numberOf = (id: ElementId) => services.numberOf(id) ?? operations.get(id);
  return { ...services, ids, numberOf, fromOperation, toOperation };
}
