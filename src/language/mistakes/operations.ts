/** Operations as other languages write them. */
import { primitiveMeantBy } from '../primitive-names.js';
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

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];

/** `get "/orders" list()`: a method in small letters. */
export const methodInCapitals: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const word = image(fault, index - 1);
  const meant = word.toUpperCase();
  if (!isText(tokens[index]) || word === meant || !methods.includes(meant)) return undefined;
  return {
    message: `HTTP methods are written in capitals: \`${meant}\`.`,
    from: index - 1,
    to: index,
    instead: meant,
  };
};

/** `list -> json`, `list() -> json`: a result behind an arrow. */
export const resultBehindArrow: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '->' || blockAt(fault, index) !== 'api') return undefined;
  const bare = isName(tokens[index - 1]);
  if (!bare && image(fault, index - 1) !== ')') return undefined;
  const name = bare ? image(fault, index - 1) : '…';
  const type = image(fault, index + 1);
  return {
    message: `The result of an operation stands behind its parameters and a colon: \`${name}(): ${type}\`.`,
    from: index,
    to: index + 1,
    instead: bare ? '():' : ':',
  };
};

/** `list() throws NotFound`. */
export const throwsError: Recogniser = (fault) => {
  const { index } = fault;
  for (const at of [index, index - 1]) {
    if (image(fault, at) !== 'throws' || blockAt(fault, at) !== 'api') continue;
    return {
      message: `Errors stand behind \`raises\`: \`raises ${image(fault, at + 1)}\`.`,
      from: at,
      to: at + 1,
      instead: 'raises',
    };
  }
  return undefined;
};

/** `calls A.B.place()`: an operation is named, not called. */
export const callWithParentheses: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '(' || !isPath(tokens[index - 1])) return undefined;
  const before = image(fault, index - 2);
  const isStep = before === '->' && blockAt(fault, index) === 'flow';
  if (!isStep && !['calls', 'compensate', 'fallback'].includes(before)) return undefined;
  const end = tokens.findIndex((token, at) => at > index && token.image === ')');
  if (end < 0 || !sameLine(tokens[index], tokens[end])) return undefined;
  return {
    message: `An operation is named without parentheses: \`${image(fault, index - 1)}\`.`,
    from: index,
    to: end + 1,
    instead: '',
  };
};

/** `create(Order order)`: a type before the name of its parameter. */
export const typeBeforeParameter: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const [type, name] = [tokens[index - 1], tokens[index]];
  if (!isPath(type) || !isName(name) || !sameLine(type, name)) return undefined;
  if (!['(', ','].includes(image(fault, index - 2)) || blockAt(fault, index) !== 'api') {
    return undefined;
  }
  if (![')', ','].includes(image(fault, index + 1))) return undefined;
  const word = image(fault, index - 1);
  const isType = (text: string) => primitiveMeantBy(text) !== undefined || /^[A-Z]/.test(text);
  if (isType(image(fault, index)) && !isType(word)) {
    const inOrder = `${word}: ${image(fault, index)}`;
    const message = `A parameter has a colon between its name and its type: \`${inOrder}\`.`;
    return { message, from: index - 1, to: index + 1, instead: inOrder };
  }
  const meant = `${image(fault, index)}: ${word}`;
  return {
    message: `A parameter begins with its name, and its type follows behind a colon: \`${meant}\`.`,
    from: index - 1,
    to: index + 1,
    instead: meant,
  };
};

/** `list() json`: a result without its colon. */
export const resultWithoutColon: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const type = image(fault, at);
    if (image(fault, at - 1) !== ')' || !isPath(tokens[at]) || blockAt(fault, at) !== 'api')
      continue;
    if (!sameLine(tokens[at - 1], tokens[at])) continue;
    if (primitiveMeantBy(type) === undefined && !/^[A-Z]/.test(type)) continue;
    return {
      message: `The result of an operation stands behind a colon: \`: ${type}\`.`,
      from: at,
      to: at + 1,
      instead: `: ${type}`,
    };
  }
  return undefined;
};

/** `rpc get(Request) returns (Response)`, as in protobuf. */
export const returnsResult: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    if (image(fault, at) !== 'returns' || blockAt(fault, at) !== 'api') continue;
    const isBracketed = image(fault, at + 1) === '(' && image(fault, at + 3) === ')';
    const type = at + (isBracketed ? 2 : 1);
    if (!isPath(tokens[type])) continue;
    return {
      message: `The result of an operation stands behind a colon: \`: ${image(fault, type)}\`.`,
      from: at,
      to: type + (isBracketed ? 2 : 1),
      instead: `: ${image(fault, type)}`,
    };
  }
  return undefined;
};

/** How operations begin, by the style of their API; only a guess where it depends on what they do. */
const beginnings: Readonly<
  Record<
    string,
    { readonly words: string; readonly guess: boolean; begin: (name: string) => string }
  >
> = {
  grpc: { words: 'a gRPC API', guess: false, begin: (name) => `rpc ${name}` },
  rest: { words: 'a REST API', guess: true, begin: (name) => `GET "/${name}" ${name}` },
  graphql: { words: 'a GraphQL API', guess: true, begin: (name) => `query ${name}` },
};

/** `get(Request): Response`: an operation without the keyword or the method that it begins with. */
export const operationWithoutBeginning: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== '(' || !isName(tokens[index - 1])) return undefined;
  if (!beginsStatement(fault, index - 1) || blockAt(fault, index) !== 'api') return undefined;
  const api = tokens.slice(0, index).findLastIndex((token) => token.image === 'api');
  const style = tokens.slice(api, api + 5).find((token) => token.image in beginnings);
  const beginning = style && beginnings[style.image];
  if (!beginning) return undefined;
  const meant = beginning.begin(image(fault, index - 1));
  const hint = beginning.guess ? ', or what else it does' : '';
  return {
    message: `An operation of ${beginning.words} begins with \`${meant.replace(/ \S+$/, '')}\`${hint}: \`${meant}(…)\`.`,
    from: index - 1,
    to: index,
    instead: meant,
    ...(beginning.guess ? { guess: true } : {}),
  };
};
