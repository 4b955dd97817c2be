import { nameOfId } from '../../model/lookup.js';
import { reachedChanges } from '../../model/reached-owners.js';
import { sagaTargets } from '../../model/sagas.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

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
  },
  visit({ model, report }) {
    const saga = sagaTargets(model);
    let changesAnything = false;
    return {
      operation({ modifies }) {
        changesAnything ||= modifies.length > 0;
      },
      end() {
        if (!changesAnything) return;
        const changes = reachedChanges(model, saga);
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
              changes: listed(
                reached.map(
                  ({ aggregate, owner }) => `\`${nameOfId(aggregate)}\` of \`${nameOfId(owner)}\``,
                ),
              ),
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
