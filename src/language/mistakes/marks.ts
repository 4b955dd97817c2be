/** Marks of types, constraints and lists that are missing, too many, or stand elsewhere. */
import { constraintNames } from '../vocabulary/types.js';
import { flags } from '../vocabulary/properties.js';
import { image, isPath, isText, sameLine, sourceOf, type Recogniser } from './mistake.js';

/** `tags: string?[]`: a list of what may be absent. */
export const optionalItems: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '[]' || image(fault, index - 1) !== '?') return undefined;
  if (!isPath(tokens[index - 2]) && image(fault, index - 2) !== '[]') return undefined;
  return {
    message:
      'What a list holds is never absent; the list may be: `T[]?`. `set<T | null>` and `map<string, T | null>` may hold null.',
    from: index - 1,
    to: index + 1,
    instead: '[]?',
  };
};

/** `note: string | undefined`, `note: null | string`, `payment: Card | Iban`. */
export const typeBehindBar: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const other = tokens[index];
  if (image(fault, index - 1) !== '|' || !isPath(other)) return undefined;
  const type = image(fault, index - 2);
  if (image(fault, index) === 'undefined') {
    const message = `What may be absent has its mark behind the type: \`${type}?\`.`;
    return { message, from: index - 1, to: index + 1, instead: '?' };
  }
  if (type === 'null') {
    const meant = `${image(fault, index)} | null`;
    const message = `What may be null is written \`${meant}\`.`;
    return { message, from: index - 2, to: index + 1, instead: meant };
  }
  return {
    message: `A type that is one of several is declared as a union and named here: \`union Either = ${type} | ${image(fault, index)}\`. A union's members are values, entities or events.`,
    from: index - 1,
    to: index + 1,
    instead: '',
    guess: true,
  };
};

/** `amount: decimal (min: 0)`, `(min = 0)`. */
export const constraintWithColon: Recogniser = (fault) => {
  const { index } = fault;
  const name = image(fault, index - 1);
  if (![':', '='].includes(image(fault, index))) return undefined;
  if (!(constraintNames as readonly string[]).includes(name)) return undefined;
  if (!['(', ','].includes(image(fault, index - 2))) return undefined;
  return {
    message: `A constraint is followed by its value: \`${name} ${image(fault, index + 1)}\`.`,
    from: index,
    to: index + 1,
    instead: '',
  };
};

/** `idempotent true`: a flag with a value. */
export const flagWithValue: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const [flag, value] = [image(fault, at - 1), image(fault, at)];
    if (!flags.has(flag) || !['true', 'false', 'yes', 'no'].includes(value)) continue;
    if (!sameLine(tokens[at - 1], tokens[at]) || image(fault, at + 1) === ':') continue;
    const isOn = value === 'true' || value === 'yes';
    return {
      message: `\`${flag}\` stands alone: where it is not written, it is not so.`,
      from: isOn ? at : at - 1,
      to: at + 1,
      instead: '',
    };
  }
  return undefined;
};

/** `version 1.2.0`: a version of three numbers without quotes. */
export const bareVersion: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '.' || image(fault, index - 2) !== 'version') return undefined;
  if (tokens[index - 1]?.tokenType.name !== 'NUMBER') return undefined;
  if (tokens[index + 1]?.tokenType.name !== 'NUMBER') return undefined;
  const meant = `"${image(fault, index - 1)}.${image(fault, index + 1)}"`;
  return {
    message: `A version of several numbers stands in quotes: \`version ${meant}\`.`,
    from: index - 1,
    to: index + 2,
    instead: meant,
  };
};

/** `responsibilities "a" "b"`, `@deprecated("use x" sunset: 2027-06-30)`: a missing comma. */
export const missingComma: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const [before, here] = [tokens[index - 1], tokens[index]];
  if (!isText(before) || !here || !sameLine(before, here)) return undefined;
  let start = index - 1;
  while (start > 0 && (isText(tokens[start]) || image(fault, start) === ',')) start--;
  const isList =
    isText(here) && ['responsibilities', 'scope', 'avoid'].includes(image(fault, start));
  const isArgument =
    image(fault, start) === '(' &&
    image(fault, start - 2) === '@' &&
    (isText(here) || image(fault, index + 1) === ':');
  if (!isList && !isArgument) return undefined;
  return {
    message: `What is listed is separated by commas: \`${image(fault, index - 1)}, ${image(fault, index)}\`.`,
    from: index - 1,
    to: index,
    instead: `${image(fault, index - 1)},`,
  };
};

/** `store Orders: "postgres"`: a technology or style in quotes. */
export const quotedWord: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const word = /^"([A-Za-z_]\w*(?:-\w+)*)"$/.exec(image(fault, index))?.[1];
  const keyword = image(fault, index - 3);
  if (word === undefined || !isText(tokens[index]) || image(fault, index - 1) !== ':')
    return undefined;
  if (!['store', 'broker', 'api'].includes(keyword)) return undefined;
  return {
    message: `Behind the colon of \`${keyword}\` stands a word without quotes: \`${word}\`.`,
    from: index,
    to: index + 1,
    instead: word,
  };
};

/** `@tag[pci]`, `auth oauth2 ["orders:read"]`: square brackets in place of round ones. */
export const squareBrackets: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const word = tokens[index - 1];
  if (image(fault, index) !== '[' || !sameLine(word, tokens[index])) return undefined;
  const what = image(fault, index - 2);
  if (what !== '@' && what !== 'auth') return undefined;
  const end = tokens.findIndex((token, at) => at > index && token.image === ']');
  if (end < 0 || !sameLine(word, tokens[end])) return undefined;
  const meant = `(${sourceOf(fault, index + 1, end)})`;
  return {
    message: `Round brackets stand here: \`${image(fault, index - 1)}${meant}\`.`,
    from: index,
    to: end + 1,
    instead: meant,
  };
};
