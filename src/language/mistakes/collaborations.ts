/** Who works with whom, as one says it in other words. */
import { statementKeywords } from '../vocabulary/members.js';
import {
  beginsStatement,
  blockAt,
  image,
  isName,
  isPath,
  isText,
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
    const isAnd = image(fault, at) === 'and' && isPath(tokens[at + 1]);
    if (statementKeywords.has(image(fault, at)) || isFiller(image(fault, at - 1))) continue;
    if (isFiller(image(fault, at))) continue;
    let start = at - 1;
    while (start > 0 && (isPath(tokens[start]) || image(fault, start) === ',')) {
      if (lists.has(image(fault, start))) break;
      start--;
    }
    if (!lists.has(image(fault, start)) || start === at - 1) continue;
    if (!sameLine(tokens[start], name)) continue;
    const meant = `${image(fault, at - 1)},`;
    const next = image(fault, isAnd ? at + 1 : at);
    return {
      message: `Names of a list are separated by commas: \`${meant} ${next}\`.`,
      from: at - 1,
      to: isAnd ? at + 1 : at,
      instead: meant,
    };
  }
  return undefined;
};

/** `subscribes "OrderPlaced"`, `calls "Payments.capture"`: names in quotes. */
export const quotedName: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index + 1]) {
    const keyword = image(fault, at - 1);
    const path = /^"([A-Za-z_][\w.]*)"$/.exec(image(fault, at))?.[1];
    if (path === undefined || !isText(tokens[at])) continue;
    if (!lists.has(keyword) && keyword !== 'calls') continue;
    return {
      message: `Names stand without quotes: \`${keyword} ${path}\`.`,
      from: at,
      to: at + 1,
      instead: path,
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

const fillers: ReadonlySet<string> = new Set([
  ...['to', 'from', 'on', 'the', 'into', 'of', 'as', 'via', 'event', 'events', 'command'],
  ...['context', 'service', 'aggregate', 'store'],
]);

function isFiller(word: string): boolean {
  return fillers.has(word);
}

/** `depends on B`, `uses -> B`, `B -> C` in a service. */
export const dependency: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const block = blockAt(fault, index);
  if (block !== 'service' && block !== 'external' && block !== 'actor') return undefined;
  const isArrow = image(fault, index) === '->';
  const isOn = image(fault, index - 1) === 'depends' && image(fault, index) === 'on';
  const isDashed = image(fault, index) === 'depends-on';
  const from = isDashed ? index : index - 1;
  if ((!isArrow && !isOn && !isDashed) || !isPath(tokens[index + 1])) return undefined;
  if (!beginsStatement(fault, from)) return undefined;
  const meant = `calls ${image(fault, index + 1)}`;
  return {
    message: `Who calls whom is said by the caller: \`${meant}\`. Arrows stand in context maps and flows.`,
    from,
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
