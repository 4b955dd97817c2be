import { blocksWith, propertyNames, takesText } from '../vocabulary/properties.js';
import { beginsStatement, endOfLine, image, isPath, sourceOf, type Recogniser } from './mistake.js';

/** `vision Take an order`: a text without quotes. */
export const textWithoutQuotes: Recogniser = (fault) => {
  const { tokens, index } = fault;
  let at = index;
  while (at > 0 && !beginsStatement(fault, at)) at--;
  const name = image(fault, at);
  if (at === index || !propertyNames.has(name) || !takesText(name)) return undefined;
  if (!isPath(tokens[at + 1])) return undefined;
  const to = endOfLine(fault, at + 1);
  if (to <= index) return undefined;
  const meant = `${name} "${sourceOf(fault, at + 1, to).replaceAll(/["\\]/g, '\\$&')}"`;
  return {
    message: `\`${name}\` takes a text in quotes: \`${meant}\`.`,
    from: at,
    to,
    instead: meant,
  };
};

/** `99,9%`: a decimal comma. */
export const decimalComma: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const [whole, comma, part] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (whole?.tokenType.name !== 'NUMBER' || comma?.image !== ',' || !part) return undefined;
  if (!['NUMBER', 'PERCENT', 'DURATION'].includes(part.tokenType.name)) return undefined;
  const touching = (whole.endOffset ?? 0) + 2 === part.startOffset;
  if (!touching || !/^\d/.test(part.image)) return undefined;
  const meant = `${whole.image}.${part.image}`;
  return {
    message: `Numbers have a decimal point: \`${meant}\`.`,
    from: index - 2,
    to: index + 1,
    instead: meant,
  };
};

/** `100 per second`: a rate in words. */
export const rateInWords: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const at = ['per', 'a'].includes(image(fault, index)) ? index : index - 1;
  const unit = /^(s|m|h)(?:ec|in|our|econd|inute|r)?s?$/.exec(image(fault, at + 1))?.[1];
  if (!['per', 'a'].includes(image(fault, at)) || unit === undefined) return undefined;
  if (tokens[at - 1]?.tokenType.name !== 'NUMBER') return undefined;
  const meant = `${image(fault, at - 1)}/${unit}`;
  return {
    message: `A rate is written \`${meant}\`.`,
    from: at - 1,
    to: at + 2,
    instead: meant,
  };
};

const collaborations: ReadonlySet<string> = new Set(['calls', 'subscribes', 'handles']);

/** `calls Payments.capture, timeout 3s`: a policy outside of the call’s block. */
export const policyBehindComma: Recogniser = (fault) => {
  const { index } = fault;
  const policy = image(fault, index - 1);
  if (image(fault, index - 2) !== ',' || !blocksWith(policy).includes('call')) return undefined;
  let start = index - 3;
  while (start > 0 && (isPath(fault.tokens[start]) || image(fault, start) === ',')) {
    if (collaborations.has(image(fault, start))) break;
    start--;
  }
  if (!collaborations.has(image(fault, start))) return undefined;
  const to = endOfLine(fault, index - 1);
  const meant = `{ ${sourceOf(fault, index - 1, to).replaceAll(',', '')} }`;
  return {
    message: `Policies stand in the block of the call: \`${meant}\`.`,
    from: index - 2,
    to,
    instead: ` ${meant}`,
  };
};
