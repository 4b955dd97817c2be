/** Units as one says them: `3sec`, `7 days`, `500rps`. */
import { valuesOf } from '../vocabulary/properties.js';
import { image, sameLine, type Recogniser } from './mistake.js';

const durations: readonly (readonly [RegExp, (amount: number) => string])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/, (amount) => `${String(amount)}ms`],
  [/^(?:s|secs?|seconds?)$/, (amount) => `${String(amount)}s`],
  [/^(?:m|mins?|minutes?)$/, (amount) => `${String(amount)}m`],
  [/^(?:h|hrs?|hours?)$/, (amount) => `${String(amount)}h`],
  [/^(?:d|days?)$/, (amount) => `${String(amount)}d`],
  [/^(?:w|weeks?)$/, (amount) => `${String(amount * 7)}d`],
];

const rates: readonly (readonly [RegExp, (amount: number) => string])[] = [
  [/^(?:rps|tps|qps)$/, (amount) => `${String(amount)}/s`],
  [/^(?:rpm|tpm|qpm)$/, (amount) => `${String(amount)}/m`],
  [/^(?:rph|tph|qph)$/, (amount) => `${String(amount)}/h`],
];

/** `timeout 3sec`, `retention 7 days`, `throughput 500rps`. */
export const unitInWords: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const number = tokens[at - 1];
    if (number?.tokenType.name !== 'NUMBER' || !sameLine(number, tokens[at])) continue;
    const property = image(fault, at - 2);
    const unit = image(fault, at).toLowerCase();
    for (const [wanted, what, units] of [
      ['duration', 'duration', durations],
      ['rate', 'rate', rates],
    ] as const) {
      if (!valuesOf(property).has(wanted)) continue;
      const meant = units.find(([words]) => words.test(unit))?.[1](Number(number.image));
      if (meant === undefined) continue;
      return {
        message: `A ${what} is written with the sign of its unit, without a blank: \`${meant}\`.`,
        from: at - 1,
        to: at + 1,
        instead: meant,
      };
    }
  }
  return undefined;
};
