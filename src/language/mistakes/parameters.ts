/** Parameters and results of operations as other languages write them. */
import { blockAt, image, isName, isPath, isText, type Recogniser } from './mistake.js';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
const beginnings = ['rpc', 'query', 'mutation', 'subscription'];

/** `GET "/" list: Order[]`, `query order: Order`: an operation without its parentheses. */
export const operationWithoutParentheses: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (image(fault, index) !== ':' || !isName(tokens[index - 1])) return undefined;
  if (blockAt(fault, index) !== 'api') return undefined;
  const isRest = isText(tokens[index - 2]) && methods.includes(image(fault, index - 3));
  if (!isRest && !beginnings.includes(image(fault, index - 2))) return undefined;
  const meant = `${image(fault, index - 1)}():`;
  return {
    message: `Parentheses stand behind the name of an operation, without parameters too: \`${meant} ${image(fault, index + 1)}\`.`,
    from: index - 1,
    to: index + 1,
    instead: meant,
  };
};

/** `list(optional status: string)`, `note: optional string`. */
export const optionalInFront: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1, index - 2]) {
    if (image(fault, at) !== 'optional') continue;
    const before = image(fault, at - 1);
    const isParameter =
      (before === '(' || before === ',') &&
      isName(tokens[at + 1]) &&
      image(fault, at + 2) === ':' &&
      blockAt(fault, at) === 'api';
    const type = isParameter ? at + 3 : at + 1;
    if (!isPath(tokens[type]) || (!isParameter && before !== ':')) continue;
    const name = isParameter ? `${image(fault, at + 1)}: ` : '';
    const meant = `${name}${image(fault, type)}?`;
    return {
      message: `What may be absent has its mark behind the type: \`${meant}\`.`,
      from: at,
      to: type + 1,
      instead: meant,
    };
  }
  return undefined;
};

/** `get(header If-Match: string)`: the name of a header without quotes. */
export const bareHeader: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index + 1]) {
    if (tokens[at]?.tokenType.name !== 'DASH_WORD' || blockAt(fault, at) !== 'api') continue;
    const place = image(fault, at - 1);
    if (!['header', 'query', 'cookie'].includes(place)) continue;
    return {
      message: `A name with dashes stands in quotes: \`${place} "${image(fault, at)}"\`.`,
      from: at,
      to: at + 1,
      instead: `"${image(fault, at)}"`,
    };
  }
  return undefined;
};

/** `place(): Order 201`, `place(): "201"`, `list(): page Order`. */
export const resultInOtherWords: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const [colon, type, word] = [image(fault, at - 2), image(fault, at - 1), image(fault, at)];
    if (blockAt(fault, at) !== 'api') continue;
    if (colon === ':' && /^[1-5]\d\d$/.test(word) && isPath(tokens[at - 1])) {
      const meant = `${word} ${type}`;
      const message = `The status of a result stands before its type: \`: ${meant}\`.`;
      return { message, from: at - 1, to: at + 1, instead: meant };
    }
    if (type === ':' && colon === ')' && /^"[1-5]\d\d"$/.test(word)) {
      const meant = word.slice(1, -1);
      const message = `The status of a result is a number: \`: ${meant}\`.`;
      // With what stands before it, so that the status is known for one that stands alone.
      return { message, from: at - 2, to: at + 1, instead: `): ${meant}` };
    }
    if (colon === ':' && /^(?:page|pages|paginated|Page)$/.test(type) && isPath(tokens[at])) {
      const message = `A page of items is written \`paged ${word}\`.`;
      return { message, from: at - 1, to: at, instead: 'paged' };
    }
  }
  return undefined;
};
