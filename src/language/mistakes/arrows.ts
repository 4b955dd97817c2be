/** Arrows of relations and steps that are missing, or stand in the wrong place. */
import {
  blockAt,
  image,
  isArrow,
  isPath,
  isPlainName,
  isText,
  sameLine,
  type Recogniser,
} from './mistake.js';

/** Words for what an arrow says, and the arrow. */
const words: Readonly<Record<string, string>> = {
  to: '->',
  upstream: '->',
  serves: '->',
  downstream: '<-',
  from: '<-',
  uses: '<-',
  calls: '<-',
  and: '<->',
  with: '<->',
};

/** `A B`, `A to B`, `A upstream of B` in a context map; `A calls B` in a flow. */
export const missingArrow: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const block = blockAt(fault, index);
  if (block !== 'contextmap' && block !== 'flow') return undefined;
  const left = tokens[index - 1];
  if (!isPath(left) || isArrow(image(fault, index - 2)) || !sameLine(left, tokens[index])) {
    return undefined;
  }
  const word = image(fault, index).toLowerCase();
  const known = Object.hasOwn(words, word) && isPath(tokens[index + 1]);
  const to = known ? index + (image(fault, index + 1) === 'of' ? 2 : 1) : index;
  const right = tokens[to];
  if (!isPath(right) || isArrow(image(fault, to + 1)) || image(fault, to + 1) === '[') {
    return undefined;
  }
  const arrow = block === 'flow' || !known ? '->' : (words[word] ?? '->');
  const behind = tokens[to + 1];
  const ends = behind === undefined || !sameLine(right, behind) || /^[},{:]$/.test(behind.image);
  if (!known && !ends) return undefined;
  const meant = `${image(fault, index - 1)} ${arrow} ${image(fault, to)}`;
  const message =
    block === 'flow'
      ? `A step has an arrow: \`${meant}\`.`
      : `A relation has an arrow, from upstream to downstream: \`${meant}\`.`;
  return { message, from: index - 1, to: to + 1, instead: meant };
};

/** What a step says besides an arrow, in other words. */
const actions: Readonly<Record<string, string>> = {
  ...{ emits: 'publishes', emit: 'publishes', publish: 'publishes', fires: 'publishes' },
  ...{ subscribes: 'on', consumes: 'on', handles: 'on', receives: 'on', listens: 'on' },
  ...{ compensates: 'compensate', compensated: 'compensate' },
};

/** `Orders emits OrderPlaced`, `Shipping consumes OrderPlaced` in a flow. */
export const actionInOtherWords: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const meant = Object.hasOwn(actions, image(fault, at)) && actions[image(fault, at)];
    if (!meant || blockAt(fault, at) !== 'flow' || !sameLine(tokens[at - 1], tokens[at])) continue;
    if (!isPath(tokens[at - 1]) || !isPath(tokens[at + 1])) continue;
    return {
      message: `A step says \`${meant}\`: \`${meant} ${image(fault, at + 1)}\`.`,
      from: at,
      to: at + 1,
      instead: meant,
    };
  }
  return undefined;
};

/** `relation A -> B`, `step A -> B`: relations and steps have no keyword. */
export const wordBeforeArrow: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const block = blockAt(fault, index);
  if (block !== 'contextmap' && block !== 'flow') return undefined;
  const isKind = ['actor', 'service', 'context', 'external'].includes(image(fault, index - 1));
  if ((!isKind && !isPlainName(tokens[index - 1])) || !isPath(tokens[index])) return undefined;
  if (!sameLine(tokens[index - 1], tokens[index]) || isArrow(image(fault, index - 2))) {
    return undefined;
  }
  const next = image(fault, index + 1);
  if (!isArrow(next) && next !== '[') return undefined;
  const what =
    block === 'flow' ? 'A step begins with who acts' : 'A relation begins with a context';
  return {
    message: `${what}. Remove \`${image(fault, index - 1)}\`.`,
    from: index - 1,
    to: index,
    instead: '',
  };
};

/** `A [OHS] -> B [ACL]`: roles behind the name that they belong to. */
export const rolesBehind: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = image(fault, index - 1);
  if (image(fault, index) !== '[' || !isArrow(image(fault, index - 2))) return undefined;
  const end = tokens.findIndex((token, at) => at > index && token.image === ']');
  if (end < 0 || !sameLine(tokens[index], tokens[end])) return undefined;
  const roles = tokens.slice(index + 1, end).map((token) => token.image);
  const meant = `[${roles.filter((role) => role !== ',').join(', ')}] ${name}`;
  return {
    message: `Roles stand between the arrow and the name: \`${image(fault, index - 2)} ${meant}\`.`,
    from: index - 1,
    to: end + 1,
    instead: meant,
  };
};

const kinds = ['partnership', 'shared-kernel', 'separate-ways', 'customer-supplier'];

/** `A <-> B partnership`: the kind of a relation without its colon. */
export const kindOfRelation: Recogniser = (fault) => {
  const { index } = fault;
  for (const at of [index, index - 1]) {
    const kind = image(fault, at);
    const isBehind = isArrow(image(fault, at - 2)) || image(fault, at - 2) === ']';
    if (!kinds.includes(kind) || !isBehind) continue;
    return {
      message: `The kind of a relation stands behind a colon: \`: ${kind}\`.`,
      from: at,
      to: at + 1,
      instead: `: ${kind}`,
    };
  }
  return undefined;
};

/** `A -> B : "why"`: the text behind a relation or step has no colon. */
export const textBehindColon: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const block = blockAt(fault, index);
  if (block !== 'contextmap' && block !== 'flow') return undefined;
  for (const at of [index, index - 1]) {
    if (image(fault, at) !== ':' || !isText(tokens[at + 1])) continue;
    return {
      message: `The text behind the arrow has no colon: \`${image(fault, at - 1)} ${image(fault, at + 1)}\`.`,
      from: at,
      to: at + 1,
      instead: '',
    };
  }
  return undefined;
};
