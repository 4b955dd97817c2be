/** Who works with whom, as one says it in other words. */
import { statementKeywords } from '../vocabulary/members.js';
import {
  beginsStatement,
  blockAt,
  image,
  isName,
  isPath,
  sameLine,
  type Recogniser,
} from './mistake.js';

/** Statements that take a list of names. */
export const lists: ReadonlySet<string> = new Set([
  ...['publishes', 'subscribes', 'sends', 'handles', 'emits', 'modifies', 'owns', 'replicates'],
  ...['reads', 'writes', 'libraries', 'exposes', 'shares', 'include', 'exclude', 'raises'],
]);

/** `publishes OrderPlaced OrderShipped`: names of a list without a comma between them. */
export const listWithoutComma: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const [before, name] = [tokens[at - 1], tokens[at]];
    if (!isPath(before) || !isPath(name) || !sameLine(before, name)) continue;
    if (statementKeywords.has(image(fault, at)) || isFiller(image(fault, at - 1))) continue;
    let start = at - 1;
    while (start > 0 && (isPath(tokens[start]) || image(fault, start) === ',')) {
      if (lists.has(image(fault, start))) break;
      start--;
    }
    if (!lists.has(image(fault, start)) || start === at - 1) continue;
    if (!sameLine(tokens[start], name)) continue;
    const meant = `${image(fault, at - 1)},`;
    return {
      message: `Names of a list are separated by commas: \`${meant} ${image(fault, at)}\`.`,
      from: at - 1,
      to: at,
      instead: meant,
    };
  }
  return undefined;
};

/** `subscribes to Payments.PaymentCaptured`. */
export const fillerWord: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const keyword = image(fault, at - 2);
    const word = image(fault, at - 1);
    if (!isFiller(word) || !isPath(tokens[at])) continue;
    if (!lists.has(keyword) && keyword !== 'calls') continue;
    return {
      message: `\`${keyword}\` is followed by the name. Remove \`${word}\`.`,
      from: at - 1,
      to: at,
      instead: '',
    };
  }
  return undefined;
};

function isFiller(word: string): boolean {
  return ['to', 'from', 'on', 'the', 'event', 'events', 'into', 'of'].includes(word);
}

/** `depends on B`, `uses -> B`, `B -> C` in a service. */
export const dependency: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const block = blockAt(fault, index);
  if (block !== 'service' && block !== 'external' && block !== 'actor') return undefined;
  const isArrow = image(fault, index) === '->';
  const isOn = image(fault, index - 1) === 'depends' && image(fault, index) === 'on';
  if ((!isArrow && !isOn) || !isPath(tokens[index + 1])) return undefined;
  if (!beginsStatement(fault, index - 1)) return undefined;
  const meant = `calls ${image(fault, index + 1)}`;
  return {
    message: `Who calls whom is said by the caller: \`${meant}\`. Arrows stand in context maps and flows.`,
    from: index - 1,
    to: index + 2,
    instead: meant,
  };
};

/** `actor Shopper calls Storefront.Web`: a collaboration outside of its block. */
export const blockAround: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    if (image(fault, at - 2) !== 'actor' || !isName(tokens[at - 1])) continue;
    if (!['calls', 'uses'].includes(image(fault, at)) || !isPath(tokens[at + 1])) continue;
    const meant = `{ calls ${image(fault, at + 1)} }`;
    return {
      message: `What an actor calls stands in its block: \`actor ${image(fault, at - 1)} ${meant}\`.`,
      from: at,
      to: at + 2,
      instead: meant,
    };
  }
  return undefined;
};
