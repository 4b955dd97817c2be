import { primitiveMeantBy } from '../primitive-names.js';
import { propertyNames } from '../vocabulary/properties.js';
import { primitives } from '../vocabulary/types.js';
import {
  beginsStatement,
  image,
  isInType,
  isName,
  isPath,
  isPlainName,
  sameLine,
  type Recogniser,
} from './mistake.js';

const literals: ReadonlySet<string> = new Set([
  ...['STRING', 'LONG_STRING', 'NUMBER', 'DURATION', 'PERCENT', 'RATE', 'DATE', 'DASH_WORD'],
]);

/** `p99: 200ms`, `vision: "…"`: a property as it is written in YAML. */
export const propertyWithColon: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = image(fault, index - 2);
  const value = tokens[index];
  if (!value || image(fault, index - 1) !== ':' || !propertyNames.has(name)) return undefined;
  if (!literals.has(value.tokenType.name)) return undefined;
  return {
    message:
      `\`${name}\` is a property, and properties have no colon: \`${name} ${value.image}\`. ` +
      'A colon makes a field of it.',
    from: index - 2,
    to: index,
    instead: name,
  };
};

/** `name string`: a field without its colon. */
export const fieldWithoutColon: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = tokens[index - 1];
  const type = tokens[index];
  if (!name || !isPlainName(name) || !isPath(type) || !sameLine(name, type)) return undefined;
  const behindField = image(fault, index - 3) === ':';
  if (!behindField && !beginsStatement(fault, index - 1)) return undefined;
  const typeName = type?.image ?? '';
  const known =
    (primitives as readonly string[]).includes(typeName) ||
    primitiveMeantBy(typeName) !== undefined ||
    (/^[a-z]/.test(name.image) && /^[A-Z]/.test(typeName));
  // Only what a type holds is a field; elsewhere it would be told that it has no place.
  if (!known || !isInType(fault, index)) return undefined;
  return {
    message: `A field has a colon between its name and its type: \`${name.image}: ${typeName}\`.`,
    from: index - 1,
    to: index,
    instead: `${name.image}:`,
  };
};

/** `attempts = 3`: a field without its type. */
export const fieldWithoutType: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = tokens[index - 1];
  const value = tokens[index + 1];
  if (!name || image(fault, index) !== '=' || !isPlainName(name) || !value) return undefined;
  if (!beginsStatement(fault, index - 1)) return undefined;
  const type = typeOfLiteral(value.tokenType.name, value.image);
  if (type === undefined) return undefined;
  const meant = `${name.image}: ${type} =`;
  return {
    message: `A field has a type before its default: \`${meant} ${value.image}\`.`,
    from: index - 1,
    to: index + 1,
    instead: meant,
  };
};

function typeOfLiteral(tokenType: string, text: string): string | undefined {
  if (tokenType === 'STRING') return 'string';
  if (tokenType === 'NUMBER') return text.includes('.') ? 'decimal' : 'int32';
  if (tokenType === 'DATE') return 'date';
  return text === 'true' || text === 'false' ? 'boolean' : undefined;
}

const collections: Readonly<Record<string, (item: string) => string>> = {
  list: (item) => `${item}[]`,
  array: (item) => `${item}[]`,
  sequence: (item) => `${item}[]`,
  collection: (item) => `${item}[]`,
  iterable: (item) => `${item}[]`,
  set: (item) => `set<${item}>`,
  map: (item) => `map<${item}>`,
  dictionary: (item) => `map<${item}>`,
  optional: (item) => `${item}?`,
  option: (item) => `${item}?`,
  maybe: (item) => `${item}?`,
};

/** `List<string>`, `Optional<Money>`: collections as other languages write them. */
export const genericType: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = image(fault, index - 1).toLowerCase();
  if (image(fault, index) !== '<' || !Object.hasOwn(collections, name)) return undefined;
  let depth = 0;
  let end = index;
  for (; end < tokens.length && sameLine(tokens[index], tokens[end]); end++) {
    if (image(fault, end) === '<') depth++;
    if (image(fault, end) === '>' && --depth === 0) break;
  }
  const inner = tokens.slice(index + 1, end).map((token) => token.image);
  if (image(fault, end) !== '>' || inner.length === 0) return undefined;
  const meant = collections[name]?.(inner.join('').replaceAll(',', ', ')) ?? '';
  return {
    message:
      `There is no type \`${image(fault, index - 1)}\`. Lists are written \`T[]\`, sets ` +
      '`set<T>`, maps `map<string, T>`, and what may be absent `T?`. ' +
      `Write \`${meant}\`.`,
    from: index - 1,
    to: end + 1,
    instead: meant,
  };
};

/** `enum Colour = red | green` and `union Payment { Card Iban }`. */
export const typeBody: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const keyword = image(fault, index - 2);
  const name = image(fault, index - 1);
  if (keyword === 'enum' && ['=', ':'].includes(image(fault, index))) {
    const values: string[] = [];
    let end = index + 1;
    while (sameLine(tokens[end - 1], tokens[end]) && (isName(tokens[end]) || isBar(end))) {
      if (!isBar(end)) values.push(image(fault, end));
      end++;
    }
    if (values.length === 0) return undefined;
    const meant = `{ ${values.join(' ')} }`;
    return {
      message: `The values of an enum stand in braces: \`enum ${name} ${meant}\`.`,
      from: index,
      to: end,
      instead: meant,
    };
  }
  if (keyword === 'union' && image(fault, index) === '{') {
    const end = tokens.findIndex((token, i) => i > index && token.image === '}');
    const members = tokens.slice(index + 1, end).filter((token) => isPath(token));
    if (end < 0 || members.length === 0) return undefined;
    const meant = `= ${members.map((token) => token.image).join(' | ')}`;
    return {
      message: `A union names its members behind \`=\`: \`union ${name} ${meant}\`.`,
      from: index,
      to: end + 1,
      instead: meant,
    };
  }
  return undefined;

  function isBar(at: number): boolean {
    return image(fault, at) === '|' || image(fault, at) === ',';
  }
};

/** `enum Colour { red = 1 }`. */
export const enumValue: Recogniser = (fault) => {
  const { tokens, index } = fault;
  if (!['=', ':'].includes(image(fault, index)) || !tokens[index + 1]) return undefined;
  let open = index - 1;
  while (open > 0 && image(fault, open) !== '{' && image(fault, open) !== '}') open--;
  const declares = [2, 3].some((back) => image(fault, open - back) === 'enum');
  if (image(fault, open) !== '{' || !declares) return undefined;
  return {
    message: 'The values of an enum are names and have no values of their own. Remove this.',
    from: index,
    to: index + 2,
    instead: '',
  };
};
