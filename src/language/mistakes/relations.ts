import {
  beginsStatement,
  blockAt,
  endOfLine,
  image,
  isName,
  isPath,
  sourceOf,
  type Recogniser,
} from './mistake.js';

/** `A => B`: another arrow. */
export const otherArrow: Recogniser = (fault) => {
  const { index } = fault;
  if (image(fault, index) !== '=' || image(fault, index + 1) !== '>') return undefined;
  return {
    message: 'The arrow is written `->`. It points from upstream to downstream.',
    from: index,
    to: index + 2,
    instead: '->',
  };
};

/** `A (OHS) -> (ACL) B`: roles in round brackets. */
export const roundRoles: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '(' || (!isPath(tokens[index - 1]) && !isArrow(index - 1)))
    return undefined;
  const end = tokens.findIndex((token, i) => i > index && !isName(token) && token.image !== ',');
  const isRelation = isArrow(index - 1) || isArrow(end + 1) || isArrow(index - 2);
  if (end < index + 2 || image(fault, end) !== ')' || !isRelation) return undefined;
  const meant = `[${tokens
    .slice(index + 1, end)
    .filter((token) => token.image !== ',')
    .map((token) => token.image)
    .join(', ')}]`;
  return {
    message: `The roles of a relation stand in square brackets: \`${meant}\`.`,
    from: index,
    to: end + 1,
    instead: meant,
  };

  function isArrow(at: number): boolean {
    return ['->', '<-', '<->'].includes(image(fault, at));
  }
};

/** `[OHS PL]`: roles without a comma between them. */
export const rolesWithoutComma: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (!isName(tokens[index]) || !isName(tokens[index - 1])) return undefined;
  let open = index - 1;
  while (open > 0 && (isName(tokens[open]) || image(fault, open) === ',')) open--;
  if (image(fault, open) !== '[') return undefined;
  const [before, after] = [image(fault, index - 1), image(fault, index)];
  return {
    message: `Roles are separated by commas: \`${before}, ${after}\`.`,
    from: index - 1,
    to: index,
    instead: `${before},`,
  };
};

/** `Ordering -> Shipping` outside of a context map and a flow. */
export const relationOutside: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const arrow = image(fault, index);
  const from = index - 1;
  if (!['->', '<-', '<->', '><'].includes(arrow) || !isPath(tokens[from])) return undefined;
  if (!beginsStatement(fault, from)) return undefined;
  const to = endOfLine(fault, from);
  return {
    message:
      'Relations between contexts stand in a `contextmap`, steps between services in a `flow`: ' +
      `\`contextmap Landscape { ${sourceOf(fault, from, to)} }\`.`,
    from,
    to,
    instead: '',
    guess: true,
  };
};

/** `A -> B -> C` in a flow. */
export const chainedSteps: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '->' || image(fault, index - 2) !== '->') return undefined;
  if (!isPath(tokens[index - 1]) || !isPath(tokens[index + 1])) return undefined;
  const middle = image(fault, index - 1);
  const what = blockAt(fault, index) === 'contextmap' ? 'relation' : 'step';
  return {
    message:
      `A ${what} has one arrow. Write the next one as a ${what} of its own: ` +
      `\`${middle} -> ${image(fault, index + 1)}\`.`,
    from: index - 1,
    to: index,
    instead: `${middle}\n${middle}`,
  };
};

/** `step 1: A -> B` and `1. A -> B` in a flow. */
export const numberedStep: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const word = image(fault, index - 1).toLowerCase() === 'step' ? 1 : 0;
  const number = tokens[index];
  if (number?.tokenType.name !== 'NUMBER' || !beginsStatement(fault, index - word))
    return undefined;
  const punctuated = [':', '.', ')'].includes(image(fault, index + 1)) ? 1 : 0;
  const arrow = image(fault, index + punctuated + 2);
  if (!['->', 'publishes', 'on'].includes(arrow)) return undefined;
  return {
    message: 'Steps have no numbers: their order says it. Remove this.',
    from: index - word,
    to: index + punctuated + 1,
    instead: '',
  };
};

/** `[OHS] A -> B`: roles before the name on the left. */
export const rolesInFront: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '[' || blockAt(fault, index) !== 'contextmap') return undefined;
  const end = tokens.findIndex((token, at) => at > index && token.image === ']');
  const next = image(fault, end + 2);
  if (end < 0 || !isPath(tokens[end + 1]) || !['->', '<-', '<->', '><'].includes(next))
    return undefined;
  const meant = `${image(fault, end + 1)} ${sourceOf(fault, index, end + 1)}`;
  return {
    message: `Roles stand between the name and the arrow: \`${meant} ${next}\`.`,
    from: index,
    to: end + 2,
    instead: meant,
  };
};
