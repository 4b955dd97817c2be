/** Types and their fields as other languages write them. */
import { primitiveMeantBy } from '../primitive-names.js';
import { constraintNames } from '../vocabulary/types.js';
import { statementKeywords } from '../vocabulary/members.js';
import { propertyNames } from '../vocabulary/properties.js';
import {
  beginsStatement,
  blockAt,
  image,
  isInType,
  isName,
  isPath,
  isPlainName,
  isText,
  sameLine,
  type Recogniser,
} from './mistake.js';

/** `decimal amount`: a type before the name of its field. */
export const typeBeforeField: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const [type, name] = [tokens[index - 1], tokens[index]];
  if (!isPath(type) || !isPlainName(name) || !sameLine(type, name)) return undefined;
  const behindField = image(fault, index - 3) === ':';
  if (!behindField && !beginsStatement(fault, index - 1)) return undefined;
  if (!isInType(fault, index)) return undefined;
  const word = image(fault, index - 1);
  if (primitiveMeantBy(word) === undefined && !/^[A-Z]/.test(word)) return undefined;
  const meant = `${image(fault, index)}: ${word}`;
  return {
    message: `A field begins with its name, and its type follows behind a colon: \`${meant}\`.`,
    from: index - 1,
    to: index + 1,
    instead: meant,
  };
};

/** `tags: [string]`. */
export const listInBrackets: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '[' || image(fault, index - 1) !== ':') return undefined;
  if (!isPath(tokens[index + 1]) || image(fault, index + 2) !== ']') return undefined;
  const meant = `${image(fault, index + 1)}[]`;
  return {
    message: `A list is written \`${meant}\`.`,
    from: index,
    to: index + 3,
    instead: meant,
  };
};

/** `amount: decimal min 0`: constraints without parentheses. */
export const bareConstraint: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = image(fault, index - 1);
  const value = tokens[index];
  if (!(constraintNames as readonly string[]).includes(name) || !value) return undefined;
  if (value.tokenType.name !== 'NUMBER' && !isText(value)) return undefined;
  if (beginsStatement(fault, index - 1) || !isInType(fault, index)) return undefined;
  const meant = `(${name} ${value.image})`;
  return {
    message: `What narrows a type stands in parentheses behind it: \`${meant}\`.`,
    from: index - 1,
    to: index + 1,
    instead: meant,
  };
};

/** `event OrderPlaced { orderId }`: a field without its type. */
export const fieldAlone: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = image(fault, index - 1);
  if (!isPlainName(tokens[index - 1]) || !isInType(fault, index - 1)) return undefined;
  if (statementKeywords.has(name) || propertyNames.has(name)) return undefined;
  if (!beginsStatement(fault, index - 1)) return undefined;
  if (!['}', ','].includes(image(fault, index)) && !beginsStatement(fault, index)) return undefined;
  return {
    message: `A field has a type behind a colon: \`${name}: string\`.`,
    from: index - 1,
    to: index,
    instead: `${name}: string`,
    guess: true,
  };
};

/** `event OrderPlaced(orderId: uuid)`: fields in parentheses. */
export const fieldsInParentheses: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const keyword = image(fault, index - 2);
  if (image(fault, index) !== '(' || !isName(tokens[index - 1])) return undefined;
  if (!['entity', 'value', 'event', 'command', 'error'].includes(keyword)) return undefined;
  let depth = 0;
  let end = index;
  for (; end < tokens.length; end++) {
    if (image(fault, end) === '(') depth++;
    if (image(fault, end) === ')' && --depth === 0) break;
  }
  if (end >= tokens.length || image(fault, index + 2) !== ':') return undefined;
  const inside = tokens
    .slice(index + 1, end)
    .map((token) => token.image)
    .join(' ')
    .replaceAll(/ ([:,?)]|\[\])/g, '$1');
  const meant = `{ ${inside} }`;
  return {
    message: `Fields stand in braces: \`${keyword} ${image(fault, index - 1)} ${meant}\`.`,
    from: index,
    to: end + 1,
    instead: meant,
  };
};

/** `enum Status { "placed" }`: values in quotes. */
export const quotedValue: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (!isText(tokens[index]) || blockAt(fault, index) !== 'enum') return undefined;
  const meant = image(fault, index)
    .replaceAll('"', '')
    .replaceAll(/[^A-Za-z0-9_]+/g, '_');
  if (!/^[A-Za-z_]/.test(meant)) return undefined;
  return {
    message: `The values of an enum are names without quotes: \`${meant}\`.`,
    from: index,
    to: index + 1,
    instead: meant,
  };
};

/** `scalar Sku: string`, `union Payment: Card`. */
export const definedByColon: Recogniser = (fault) => {
  const { index } = fault;
  const keyword = image(fault, index - 2);
  if (image(fault, index) !== ':' || !['scalar', 'union'].includes(keyword)) return undefined;
  const meant = `${keyword} ${image(fault, index - 1)} = ${image(fault, index + 1)}`;
  return {
    message: `What it stands for follows behind \`=\`: \`${meant}\`.`,
    from: index,
    to: index + 1,
    instead: '=',
  };
};

/** `root Order { … }`, `entity root Order { … }`. */
export const rootEntity: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1, index - 2, index - 3]) {
    const isSwapped = image(fault, at) === 'entity' && image(fault, at + 1) === 'root';
    const to = isSwapped ? at + 2 : at + 1;
    if (!isSwapped && image(fault, at) !== 'root') continue;
    if (!isPlainName(tokens[to]) || !sameLine(tokens[at], tokens[to])) continue;
    if (!beginsStatement(fault, at)) continue;
    return {
      message: `The root of an aggregate is an entity: \`root entity ${image(fault, to)}\`.`,
      from: at,
      to,
      instead: 'root entity',
    };
  }
  return undefined;
};

/** `a?: string`: the mark of what may be absent at the name. */
export const optionalName: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    if (image(fault, at) !== '?' || image(fault, at + 1) !== ':') continue;
    if (!isName(tokens[at - 1]) || !isPath(tokens[at + 2])) continue;
    const meant = `: ${image(fault, at + 2)}?`;
    return {
      message: `What may be absent has its mark behind the type: \`${image(fault, at - 1)}${meant}\`.`,
      from: at,
      to: at + 3,
      instead: meant,
    };
  }
  return undefined;
};

/** `a: "string"`: a type in quotes. */
export const quotedType: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const type = /^"([A-Za-z_][\w.]*)"$/.exec(image(fault, index))?.[1];
  if (type === undefined || !isText(tokens[index]) || image(fault, index - 1) !== ':')
    return undefined;
  if (!isInType(fault, index)) return undefined;
  return {
    message: `Types stand without quotes: \`${type}\`.`,
    from: index,
    to: index + 1,
    instead: type,
  };
};

/** `items: list of OrderLine`. */
export const listOf: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const collection = image(fault, at - 1).toLowerCase();
    if (image(fault, at) !== 'of' || !isPath(tokens[at + 1])) continue;
    if (!['list', 'array', 'set'].includes(collection)) continue;
    const item = image(fault, at + 1);
    const meant = collection === 'set' ? `set<${item}>` : `${item}[]`;
    return {
      message: `A ${collection} is written \`${meant}\`.`,
      from: at - 1,
      to: at + 2,
      instead: meant,
    };
  }
  return undefined;
};
