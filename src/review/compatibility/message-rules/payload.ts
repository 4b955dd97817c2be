import type { ContractDifference, MessageRule } from '../contract.js';
import type { Impact } from '../difference.js';
import { typedPlace } from '../typed-place.js';

/**
 * The fields of a message. An event promises a compatibility in the schema-registry sense: `forward`
 * (readers on the old schema read new messages) makes its fields output; `backward` (readers on the
 * new schema read old messages) makes them input; `full` both; `none` promises nothing. A command is
 * what its handler demands: input.
 */
export const payload: MessageRule = ({ before, after }, { input, output }) => {
  if (after.kind === 'command') {
    return typedPlace('command', 'command', 'input', input.fields(before, after));
  }
  // A promise that is given up in the same change was still given.
  const promised = before.compatibility === 'none' ? after.compatibility : before.compatibility;
  const forward = () => typedPlace('event', 'event', 'output', output.fields(before, after));
  const backward = () => typedPlace('event', 'event', 'input', input.fields(before, after));
  switch (promised) {
    case 'forward':
      return forward();
    case 'backward':
      return backward();
    case 'full':
      return worst([...forward(), ...backward()]);
    case 'none':
      return forward().map((difference) => ({ ...difference, impact: 'info' as const }));
  }
};

const order: readonly Impact[] = ['info', 'warning', 'breaking'];

/** One difference for each part of the payload and each side of it: the worse one of two directions. */
function worst(differences: readonly ContractDifference[]): ContractDifference[] {
  const kept = new Map<string, ContractDifference>();
  for (const difference of differences) {
    const { place, before, after, rule } = difference;
    const family = rule.replace(/^(event|new)-/, '').replace(/-?(required|optional)-?/, '');
    const key = [place, family.replace('event-', ''), before?.text ?? '', after?.text ?? ''].join(
      '\u0000',
    );
    const known = kept.get(key);
    if (!known || order.indexOf(difference.impact) > order.indexOf(known.impact)) {
      kept.set(key, difference);
    }
  }
  return [...kept.values()];
}
