import { closest } from '../closest.js';
import { statementMeantBy } from '../statement-names.js';
import { statementKeywords } from '../vocabulary/members.js';
import { propertyNames } from '../vocabulary/properties.js';
import {
  beginsStatement,
  image,
  isInType,
  isName,
  isPath,
  isPlainName,
  isText,
  sameLine,
  type Recogniser,
} from './mistake.js';

const declarations: ReadonlySet<string> = new Set([
  ...['system', 'domain', 'subdomain', 'team', 'actor', 'external', 'broker', 'library'],
  ...['context', 'contextmap', 'view', 'flow', 'aggregate', 'entity', 'value', 'event', 'command'],
  ...['error', 'enum', 'scalar', 'union', 'service', 'store', 'api'],
]);

/** `team "Checkout"`, `context Order-Management`, `event 2ndTry`. */
export const nameOfDeclaration: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const keyword = image(fault, at);
    const name = tokens[at + 1];
    if (!declarations.has(keyword) || !name) continue;
    if (isText(name)) {
      const title = name.image.replace(/^"+|"+$/g, '');
      const written = camelCase(title);
      if (written === '') continue;
      const meant = written === title ? written : `${written} ${name.image}`;
      return {
        message:
          `After \`${keyword}\` stands a name without quotes; a title may follow it. ` +
          `Write \`${keyword} ${meant}\`.`,
        from: at,
        to: at + 2,
        instead: `${keyword} ${meant}`,
      };
    }
    if (name.tokenType.name === 'DASH_WORD') {
      const written = camelCase(name.image);
      return {
        message:
          `\`${name.image}\` is no name: names consist of letters, digits and \`_\`. ` +
          `Write \`${keyword} ${written}\`, and the rest as a title.`,
        from: at,
        to: at + 2,
        instead: `${keyword} ${written} "${name.image}"`,
      };
    }
    if (['NUMBER', 'DURATION'].includes(name.tokenType.name)) {
      const rest = isName(tokens[at + 2]) ? image(fault, at + 2) : '';
      return {
        message: `A name begins with a letter or \`_\`, not with a digit.`,
        from: at,
        to: at + (rest ? 3 : 2),
        instead: `${keyword} _${name.image.replace(/\W/g, '_')}${rest}`,
        guess: true,
      };
    }
  }
  return undefined;
};

/** `context Order Management`: a name of several words. */
export const nameOfSeveralWords: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    if (!declarations.has(image(fault, at - 2)) || !isPlainName(tokens[at - 1])) continue;
    let to = at;
    while (
      isPlainName(tokens[to]) &&
      /^[A-Z]/.test(image(fault, to)) &&
      sameLine(tokens[to - 1], tokens[to])
    ) {
      to++;
    }
    if (to === at) continue;
    const words = tokens.slice(at - 1, to).map((token) => token.image);
    const hasTitle = isText(tokens[to]);
    const meant = `${camelCase(words.join(' '))}${hasTitle ? '' : ` "${words.join(' ')}"`}`;
    return {
      message: `A name is one word; a title may follow it: \`${image(fault, at - 2)} ${meant}\`.`,
      from: at - 1,
      to,
      instead: meant,
    };
  }
  return undefined;
};

/** `microservice Orders { … }`: a statement by another notation’s word. */
export const otherNotation: Recogniser = (fault) => {
  const { tokens } = fault;
  // A word with a dash is none that anything begins with, so the parser stops before it.
  const index = tokens[fault.index]?.tokenType.name === 'DASH_WORD' ? fault.index + 1 : fault.index;
  const word = tokens[index - 1];
  const isDefined = word?.image === 'type' && image(fault, index + 1) === '=';
  const by = isDefined ? 'scalar' : statementMeantBy(word?.image ?? '');
  const isWord = isPlainName(word) || word?.tokenType.name === 'DASH_WORD';
  if (!word || !by || !isWord || !beginsStatement(fault, index - 1)) return undefined;
  const isValue = propertyNames.has(by) && /^[\d"]/.test(image(fault, index));
  if (!isPath(tokens[index]) && !isText(tokens[index]) && !isValue) return undefined;
  if (isInType(fault, index) && image(fault, index + 1) !== '{') return undefined;
  return {
    message: `\`${word.image}\` is no statement. Did you mean \`${by}\`?`,
    from: index - 1,
    to: index,
    instead: by,
  };
};

/** `bounded context Ordering`: a word that the language does not have. */
export const wordBeforeDeclaration: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const word = tokens[index - 1];
  const keyword = image(fault, index);
  if (!word || !isPlainName(word) || !beginsStatement(fault, index - 1)) return undefined;
  if (!declarations.has(keyword) || !isName(tokens[index + 1])) return undefined;
  if (!sameLine(word, tokens[index])) return undefined;
  const known = [...statementKeywords, 'core', 'supporting', 'generic', 'root'];
  if (closest(word.image, known, 1).length > 0) return undefined;
  return {
    message: `\`${word.image}\` has no place before \`${keyword}\`. Remove it.`,
    from: index - 1,
    to: index,
    instead: '',
  };
};

/** `import "shop.arch"`: files need none. */
export const importStatement: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const at = index - 1;
  if (!['import', 'include', 'use', '!include'].includes(image(fault, at))) return undefined;
  if (!beginsStatement(fault, at) || !isText(tokens[index])) return undefined;
  return {
    message:
      'Files need no imports: all `.arch` files of a model root are one model. Remove this line.',
    from: at,
    to: index + 1,
    instead: '',
  };
};

function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9_]+/).filter((word) => word !== '');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z_]/.test(joined) ? joined : '';
}
