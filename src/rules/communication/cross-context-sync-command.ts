import { contextOf, nameOfId } from '../../model/lookup.js';
import { isMediator } from '../../model/mediators.js';
import { isFireAndForget } from '../../model/needs-result.js';
import { sagaTargets } from '../../model/sagas.js';
import { defineRule } from '../rule.js';

export const crossContextSyncCommand = defineRule({
  id: 'cross-context-sync-command',
  category: 'communication',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'A service waits for another context to do something whose outcome it does not use.',
  sources: [
    'E. Ntentos, U. Zdun et al.: Assessing Architecture Conformance to Coupling-Related Patterns, ECSA (2020)',
    'V. Khononov: Balancing Coupling in Software Design / coupling.dev (2024)',
  ],
  messages: {
    waits: {
      what: '`{from}` waits for `{to}` of another context, which answers nothing.',
      why: 'Both must be up at the same time, and `{context}` must know what `{other}` does with its news.',
      remedy: 'Publish an event that `{other}` subscribes to, or send a command.',
    },
  },
  visit({ model, report }) {
    const saga = sagaTargets(model);
    return {
      call(call) {
        const own = contextOf(model, call.fromService);
        const other = contextOf(model, call.toService);
        if (!own || !other || own.id === other.id || isMediator(model, call.fromService)) return;
        if (!isFireAndForget(model, call) || saga.has(call.to)) return;
        report({
          message: 'waits',
          data: {
            from: nameOfId(call.from),
            to: nameOfId(call.to),
            context: own.name,
            other: other.name,
          },
          span: call.targetSpan,
          element: call.id,
          elements: [call.from, call.to],
        });
      },
    };
  },
});
