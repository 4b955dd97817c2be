import { nameOfId } from '../../model/lookup.js';
import type { Flow } from '../../model/elements/flows.js';
import type { ElementId } from '../../model/elements/identity.js';
import { reachedChanges, type ReachedChange } from '../../model/reached-owners.js';
import { isSaga, sagaTargets } from '../../model/sagas.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';
import { changesByRequest } from './changes-in-flows.js';

export const crossServiceTransaction = defineRule({
  id: 'cross-service-transaction',
  category: 'data',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'modifies' },
  summary:
    'One request changes what several services own, and no saga says how to undo half of it.',
  sources: [
    'H. Garcia-Molina, K. Salem: Sagas, SIGMOD (1987)',
    'C. Richardson: Microservices Patterns (2018)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
  ],
  messages: {
    spread: {
      what: 'A request to `{operation}` changes {changes}.',
      why: 'They share no transaction: when the second change fails, the first one stays.',
      remedy:
        'Declare a saga with `compensate` for the steps, or change one and let events bring the rest.',
    },
    flow: {
      what: 'One request in the flow `{flow}` changes {changes}.',
      why: 'They share no transaction: when the second change fails, the first one stays.',
      remedy:
        'Make the flow a saga (`kind saga`) with `compensate` for the steps, or change one and let events bring the rest.',
    },
  },
  visit({ model, report }) {
    const saga = sagaTargets(model);
    let changesAnything = false;
    const judgeFlow = (flow: Flow, changes: Changes): void => {
      if (isSaga(flow)) return;
      for (const request of changesByRequest(model, flow, changes)) {
        const own = request.filter(({ step }) => !saga.has(step.to ?? ''));
        if (ownersOf(own).size < 2) continue;
        // An operation that changes all of it is to blame by itself.
        const steps = [...new Set(own.map(({ step }) => step))];
        if (steps.some(({ to = '' }) => ownersOf(changes.get(to) ?? []).size > 1)) continue;
        report({
          message: 'flow',
          data: { flow: flow.name, changes: textOf(own) },
          span: flow.nameSpan,
          element: flow.id,
          elements: [flow.id, ...new Set(own.map(({ aggregate }) => aggregate))],
          related: own.map(({ step: { span }, aggregate }) => ({
            span,
            message: `This changes \`${nameOfId(aggregate)}\`.`,
          })),
        });
      }
    };
    return {
      operation({ modifies }) {
        changesAnything ||= modifies.length > 0;
      },
      end() {
        if (!changesAnything) return;
        const changes = reachedChanges(model, saga);
        for (const flow of model.flows) judgeFlow(flow, changes);
        for (const operation of model.operations) {
          const reached = changes.get(operation.id) ?? [];
          if (reached.length < 2 || saga.has(operation.id)) continue;
          // Where one call alone leads to all of it, the operation that is called is to blame.
          const [first] = reached;
          const spread = reached.some(({ call }) => call !== first?.call);
          if (!spread) continue;
          report({
            message: 'spread',
            data: {
              operation: nameOfId(operation.id),
              changes: textOf(reached),
            },
            span: operation.nameSpan,
            element: operation.id,
            elements: [operation.id, ...reached.map(({ aggregate }) => aggregate)],
            related: reached.flatMap(({ call, operation: by }) =>
              call
                ? [{ span: call.targetSpan, message: `This leads to \`${nameOfId(by)}\`.` }]
                : [],
            ),
          });
        }
      },
    };
  },
});

type Changes = ReturnType<typeof reachedChanges>;

function ownersOf(changes: readonly ReachedChange[]): ReadonlySet<ElementId> {
  return new Set(changes.map(({ owner }) => owner));
}

/** Each aggregate once, with the service that it belongs to. */
function textOf(changes: readonly ReachedChange[]): string {
  const parts = changes.map(
    ({ aggregate, owner }) => `\`${nameOfId(aggregate)}\` of \`${nameOfId(owner)}\``,
  );
  return listed([...new Set(parts)]);
}
