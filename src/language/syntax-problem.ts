import type { IRecognitionException, IToken } from 'chevrotain';
import { blockAt, isInType } from './mistakes/mistake.js';
import { formOf } from './statement-forms.js';
import { membersOf } from './vocabulary/members.js';
import { propertiesOf } from './vocabulary/properties.js';

/** Something that the text gets wrong. Offsets in UTF-16 units; `end` is exclusive. */
export interface SyntaxProblem {
  readonly message: string;
  readonly offset: number;
  readonly end: number;
  /** What mends it: `text` in place of the range. */
  readonly fix?: { readonly title: string; readonly text: string };
}

/** Says what is wrong at a parser's error, in the words of the language. */
export function describeSyntaxError(
  tokens: readonly IToken[],
  error: IRecognitionException,
  replaced?: { readonly token: IToken; readonly by: string },
): SyntaxProblem {
  if (replaced) {
    const { token, by } = replaced;
    return {
      ...at(token, `\`${token.image}\` is no statement. Did you mean \`${by}\`?`),
      fix: { title: `Change to \`${by}\``, text: by },
    };
  }
  const index = tokens.indexOf(error.token);
  const previous = index < 0 ? tokens.at(-1) : tokens[index - 1];
  const expected = /Expecting token of type '(.+?)' but/.exec(error.message)?.[1];
  if (expected === ':' && previous?.tokenType.name === 'ID') {
    const name = previous.image;
    const end = index < 0 ? tokens.length : index;
    return at(previous, `\`${name}\` is no statement. ${statementsAt(tokens, end - 1, name)}`);
  }
  if (index < 0) {
    const offset = previous ? previous.startOffset : 0;
    const end = previous ? offset + Math.max(1, previous.image.length) : 0;
    return { message: 'The text ends in the middle of a statement.', offset, end };
  }
  const token = error.token;
  const place = previous ? ` after \`${shorten(previous.image)}\`` : '';
  if (expected && expected !== 'EOF' && expected !== '}') {
    return at(
      token,
      `Expected ${readable(expected)}${place}, but found \`${shorten(token.image)}\`.`,
    );
  }
  const form = formOf(token.image);
  if (form && error.name === 'NoViableAltException') {
    const message = `This \`${token.image}\` is not complete, or not written as it should be: \`${form}\`.`;
    return at(token, message);
  }
  if (token.tokenType.name === 'ID' && (!previous || /^[{}]$/.test(previous.image))) {
    const hint = statementsAt(tokens, index, token.image);
    return at(token, `\`${token.image}\` is no statement. ${hint}`);
  }
  if (token.image === '}') {
    return at(token, `The statement before this \`}\` is not complete${place}.`);
  }
  return at(token, `\`${shorten(token.image)}\` does not fit here${place}.`);
}

/** So many words are named; there are blocks with thirty. */
const named = 6;

/** How statements begin in the block around a token. */
function statementsAt(tokens: readonly IToken[], index: number, name: string): string {
  const fault = { tokens, index };
  if (isInType(fault, index)) return `A field has a colon and a type: \`${name}: string\`.`;
  const block = blockAt(fault, index);
  if (block === 'contextmap') return 'A relation has an arrow: `Upstream -> Downstream`.';
  if (block === 'flow') return 'A step has an arrow: `Shopper -> Storefront.Web.checkout`.';
  if (block === 'enum') return 'An enum has values, which are names.';
  const members = membersOf(block).map((member) => (member === 'operation' ? 'GET' : member));
  const words = [...members, ...propertiesOf(block).keys()].map((word) => `\`${word}\``);
  if (words.length === 0) return 'Nothing may stand here.';
  const shown = words.slice(0, named).join(', ');
  return `Here, statements begin with ${shown}${words.length > named ? ' and others' : ''}.`;
}

function at(token: IToken, message: string): SyntaxProblem {
  return {
    message,
    offset: token.startOffset,
    end: token.startOffset + Math.max(1, token.image.length),
  };
}

const terminals: Readonly<Record<string, string>> = {
  ID: 'a name',
  QNAME: 'a name',
  STRING: 'a text in quotes',
  LONG_STRING: 'a text in quotes',
  NUMBER: 'a number',
  DURATION: 'a duration such as `300ms`',
  PERCENT: 'a percentage such as `99.9%`',
  RATE: 'a rate such as `100/s`',
  DATE: 'a date such as `2027-03-31`',
  DASH_WORD: 'a word',
};

function readable(tokenName: string): string {
  return terminals[tokenName] ?? `\`${tokenName}\``;
}

function shorten(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
