import { DependencyCollector } from '../model/dependencies.js';
import type { Model } from '../model/model.js';
import type { Visitor } from './visitors.js';

/** Collects all dependencies on the way, for rules that ask for `dependenciesOf` at the end. */
export function dependencyVisitor(model: Model): Visitor {
  const collector = new DependencyCollector(model);
  let hasFailed = false;
  return {
    visitors: {
      call: collector.call.bind(collector),
      subscription: collector.subscription.bind(collector),
      sending: collector.sending.bind(collector),
      access: collector.access.bind(collector),
      service: collector.service.bind(collector),
      typedField: collector.field.bind(collector),
      scalar: collector.scalar.bind(collector),
      union: collector.union.bind(collector),
      operation: collector.operation.bind(collector),
      end: () => void collector.end(),
    },
    get hasFailed() {
      return hasFailed;
    },
    // Whoever asks then collects them again, and is the one that fails.
    fail() {
      hasFailed = true;
    },
  };
}
