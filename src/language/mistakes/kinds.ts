import { image, isName, type Fault, type Recogniser } from './mistake.js';

const kinds: Readonly<Record<string, { readonly what: string; readonly example: string }>> = {
  store: { what: 'A store says what it is', example: 'postgres' },
  broker: { what: 'A broker says what it is', example: 'kafka' },
  api: { what: 'An API says its style', example: 'rest' },
};

/** `store Orders`, `api Orders { … }`, `broker Bus`: what stands behind the colon is missing. */
export const kindBehindColon: Recogniser = (fault) => {
  const { tokens, index } = fault;
  let at = index - 1;
  if (image(fault, at).startsWith('"')) at--;
  const keyword = image(fault, at - 1);
  const kind = kinds[keyword];
  if (!kind || !Object.hasOwn(kinds, keyword) || !isName(tokens[at])) return undefined;
  if (image(fault, index) === ':') return undefined;
  const name = image(fault, at);
  const guess = keyword === 'api' ? styleOf(fault.tokens.slice(index)) : kind.example;
  const choice = keyword === 'api' ? ' (`rest`, `grpc` or `graphql`)' : '';
  return {
    message: `${kind.what}${choice} behind a colon, as in \`${keyword} ${name}: ${guess}\`.`,
    from: at - 1,
    to: index,
    instead: `${keyword} ${name}${index - at > 1 ? ` ${image(fault, at + 1)}` : ''}: ${guess}`,
  };
};

/** The style of an API whose block begins with these tokens. */
function styleOf(tokens: Fault['tokens']): string {
  for (const { image: word } of tokens) {
    if (word === '}') break;
    if (word === 'rpc') return 'grpc';
    if (['query', 'mutation', 'subscription'].includes(word)) return 'graphql';
  }
  return 'rest';
}
