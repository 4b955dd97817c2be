import { wordsOf } from '../../language/names.js';
import { commonVerbs } from '../../language/verbs/common.js';
import { isPast, isUnambiguouslyPast, pastParticiple } from '../../language/verbs/tense.js';
import { boundaryOf } from '../../model/lookup.js';
import { defineRule } from '../rule.js';

export const eventPastTense = defineRule({
  id: 'event-past-tense',
  category: 'events',
  severity: 'warning',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'The name of an event is not in the past tense, or that of a command is.',
  sources: [
    'G. Young: What is a Domain Event? (2010)',
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
  ],
  messages: {
    event: {
      what: 'The event `{name}` is not in the past tense.',
      why: 'An event is a fact that has happened; a name that sounds like a wish makes its consumers expect a command.',
      remedy: 'Name what happened{suggestion}, or declare it as a command.',
    },
    command: {
      what: 'The command `{name}` sounds like something that has happened.',
      why: 'A command may be refused; who reads it as a fact builds on what never took place.',
      remedy: 'Begin with the verb in its base form, or declare it as an event.',
    },
  },
  visit({ model, report }) {
    return {
      event(event) {
        const words = wordsOf(event.name);
        if (words.some(isPast)) return;
        if (boundaryOf(model, event.id)?.kind === 'external') return;
        const suggestion = inPastTense(words);
        report({
          message: 'event',
          data: {
            name: event.name,
            suggestion:
              suggestion === undefined ? ' (`OrderPlaced`)' : `, such as \`${suggestion}\``,
          },
          span: event.nameSpan,
          element: event.id,
          facts: suggestion === undefined ? {} : { rename: suggestion },
        });
      },
      command(command) {
        const [first = ''] = wordsOf(command.name);
        if (!isUnambiguouslyPast(first)) return;
        report({
          message: 'command',
          data: { name: command.name },
          span: command.nameSpan,
          element: command.id,
        });
      },
    };
  },
});

/** `ShipOrder` → `OrderShipped`; undefined where it does not begin with a verb we know. */
function inPastTense(words: readonly string[]): string | undefined {
  const rest = words.filter((word) => word !== 'event');
  const [verb, ...object] = rest;
  if (verb === undefined || object.length === 0 || !commonVerbs.has(verb)) return undefined;
  return [...object, pastParticiple(verb)]
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
