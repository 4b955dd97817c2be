import { SizeCollector } from '../metrics/service-sizes.js';
import { DependencyCollector } from '../model/dependencies.js';
import type { Model } from '../model/model.js';
import type { Visitor, Visitors } from './visitors.js';

/**
 * Collect on the way what several rules ask for at the end: `dependenciesOf` and `serviceSizes`
 * find it done.
 */
export function collectors(model: Model): Visitor[] {
  const dependencies = new DependencyCollector(model);
  const sizes = new SizeCollector(model);
  return [
    collecting({
      call: dependencies.call.bind(dependencies),
      subscription: dependencies.subscription.bind(dependencies),
      sending: dependencies.sending.bind(dependencies),
      access: dependencies.access.bind(dependencies),
      service: dependencies.service.bind(dependencies),
      typedField: dependencies.field.bind(dependencies),
      scalar: dependencies.scalar.bind(dependencies),
      union: dependencies.union.bind(dependencies),
      operation: dependencies.operation.bind(dependencies),
      end: () => void dependencies.end(),
    }),
    collecting({
      service: sizes.service.bind(sizes),
      operation: sizes.operation.bind(sizes),
      subscription: sizes.subscription.bind(sizes),
      handling: sizes.handling.bind(sizes),
      end: () => void sizes.end(),
    }),
  ];
}

function collecting(visitors: Visitors): Visitor {
  let hasFailed = false;
  return {
    visitors,
    get hasFailed() {
      return hasFailed;
    },
    // Whoever asks then collects it again, and is the one that fails.
    fail() {
      hasFailed = true;
    },
  };
}
