import { find, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';

/** Data that come to a service or external. */
export interface DataFlow {
  /** The edge or service whose text brings them. */
  readonly edge: ElementId;
  readonly span: Span;
  readonly receiver: ElementId;
  readonly elements: readonly ElementId[];
  /** Declared types by id, or expressions of types. */
  readonly types: readonly (ElementId | Type)[];
  /** Subject of a sentence: `The event \`OrderPlaced\``. */
  readonly what: string;
}

/** By events, requests, answers, replicas and direct access to stores, in the order of the model. */
export function dataFlows(model: Model): DataFlow[] {
  const entitiesOf = (aggregate: ElementId) => find(model, 'aggregate', aggregate)?.entities ?? [];
  const flows: DataFlow[] = [];
  for (const { id, event, service, targetSpan: span } of model.subscriptions) {
    const what = `The event \`${nameOfId(event)}\``;
    flows.push({ edge: id, span, receiver: service, elements: [id, event], types: [event], what });
  }
  for (const call of model.calls) {
    const { id, fromService, toService, targetSpan: span } = call;
    const operation = find(model, 'operation', call.toOperation);
    if (!operation || fromService === toService) continue;
    const { parameters, result, id: to, name } = operation;
    const shared = { edge: id, span, elements: [id, to] };
    const sent = parameters.map(({ type }) => type);
    const request = `A request to \`${name}\``;
    flows.push({ ...shared, receiver: toService, types: sent, what: request });
    if (fromService === undefined || !result.type) continue;
    const answer = `The answer of \`${name}\``;
    flows.push({ ...shared, receiver: fromService, types: [result.type], what: answer });
  }
  for (const { id, replicates } of model.services) {
    for (const { target, span } of replicates) {
      const what = `The replica of \`${nameOfId(target)}\``;
      const types = entitiesOf(target);
      flows.push({ edge: id, span, receiver: id, elements: [id, target], types, what });
    }
  }
  for (const { id, service, store, targetSpan: span } of model.accesses) {
    const owner = find(model, 'service', find(model, 'store', store)?.owner);
    const types = owner?.owns.flatMap(({ target }) => entitiesOf(target)) ?? [];
    const what = `The store \`${nameOfId(store)}\``;
    flows.push({ edge: id, span, receiver: service, elements: [id, store], types, what });
  }
  return flows;
}
