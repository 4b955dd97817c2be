import { isQuery } from '../../model/idempotency.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Flow, Step } from '../../model/elements/flows.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { isSaga } from '../../model/sagas.js';
import { defineRule, type Fix } from '../rule.js';

export const sagaStepWithoutCompensation = defineRule({
  id: 'saga-step-without-compensation',
  category: 'data',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'a saga' },
  summary: 'A step of a saga changes something and cannot be undone when a later one fails.',
  sources: [
    'H. Garcia-Molina, K. Salem: Sagas, SIGMOD (1987)',
    'C. Richardson: Microservices Patterns (2018)',
  ],
  messages: {
    missing: {
      what: 'The step `{step}` of the saga `{saga}` has no compensation, though `{later}` behind it may fail.',
      why: 'When that happens, what this step has done stays.',
      remedy: 'Add `compensate` with the operation that undoes it, or mark the step as `pivot`.',
    },
  },
  check({ model, report }) {
    for (const flow of model.flows.filter(isSaga)) {
      const calls = flow.steps.filter(({ action }) => action === 'call');
      const pivot = pivotOf(calls);
      const drivers = driversBehind(model, flow);
      for (const [index, step] of calls.entries()) {
        const later = calls[index + 1];
        if (index >= pivot || !later || step.compensate !== undefined) continue;
        if (!changes(model, step) || drivers(step)) continue;
        report({
          message: 'missing',
          data: {
            step: nameOfId(step.to ?? ''),
            saga: flow.name,
            later: nameOfId(later.to ?? ''),
          },
          span: step.span,
          element: step.id,
          elements: [flow.id, step.id, ...(step.to === undefined ? [] : [step.to])],
          related: [{ span: later.span, message: 'This may fail.' }],
          fixes: calls.some((other) => other.pivot) ? [] : [markPivot(step)],
        });
      }
    }
  },
});

function markPivot({ span: { file, end } }: Step): Fix {
  const edits = [{ span: { file, start: end, end }, text: ' pivot' }];
  return { title: 'Mark it as the pivot: from here on the saga only goes forward', edits };
}

/** Behind it a saga only goes forward; by default the last step. */
function pivotOf(calls: readonly Step[]): number {
  const declared = calls.findIndex(({ pivot }) => pivot);
  return declared === -1 ? calls.length - 1 : declared;
}

/** Whether a step calls an operation that is no query; a service as a whole is not known to change. */
function changes(model: Model, { from, to }: Step): boolean {
  const operation = find(model, 'operation', to);
  return operation !== undefined && !isQuery(operation) && find(model, 'actor', from) === undefined;
}

/**
 * Whether a step calls the service that drives later steps: it starts the saga there, and that
 * service sees for itself when they fail.
 */
function driversBehind(model: Model, { steps }: Flow): (step: Step) => boolean {
  const last = new Map<ElementId, number>();
  for (const { action, from, index } of steps) {
    if (action === 'call' && from !== undefined) last.set(from, index);
  }
  return ({ to, index }) => {
    const service = find(model, 'operation', to)?.service;
    return service !== undefined && (last.get(service) ?? 0) > index;
  };
}
