import { operationGraph } from '../../model/call-graph.js';
import { nameOfId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { chainOf } from '../text.js';
import { cyclesOf } from './cycles.js';

export const operationCycle = defineRule({
  id: 'operation-cycle',
  category: 'coupling',
  severity: 'error',
  gate: { kind: 'structural' },
  summary: 'Operations call each other in a ring, or one calls itself.',
  sources: [
    'R. C. Martin: Agile Software Development PPP (2002) / Clean Architecture ch.14 (2017)',
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
  ],
  messages: {
    cycle: {
      what: 'These operations call each other in a ring: {chain}.',
      why: 'A request can go round for ever; every hop waits for the next one, and none can be released or restarted alone.',
      remedy:
        'Invert one of the calls (let the one that is called subscribe to an event of its caller), or move what both need into one place.',
    },
    loop: {
      what: 'The operation `{operation}` calls itself.',
      why: 'Each answer waits for another request to the same operation: threads run out long before an answer comes.',
      remedy: 'Do the work within one request, or hand it over as a command.',
    },
  },
  check({ model, report }) {
    for (const { ring, calls, members } of cyclesOf(operationGraph(model), true)) {
      const [first = ''] = ring;
      const [call] = calls;
      if (!call) continue;
      const at = {
        span: call.targetSpan,
        element: first,
        elements: members,
        acceptedAt: members,
        related: calls.slice(1).map(({ targetSpan, from }) => ({
          span: targetSpan,
          message: `\`${nameOfId(from)}\` calls on here.`,
        })),
        facts: { level: 'operation', ring },
      };
      if (ring.length === 1)
        report({ message: 'loop', data: { operation: nameOfId(first) }, ...at });
      else report({ message: 'cycle', data: { chain: chainOf([...ring, first]) }, ...at });
    }
  },
});
