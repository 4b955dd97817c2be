/** Statements with a word or mark too many, or one too few. */
import { argumentsOf } from '../vocabulary/annotation-arguments.js';
import { statementKeywords } from '../vocabulary/members.js';
import { propertyNames } from '../vocabulary/properties.js';
import { lists } from './collaborations.js';
import {
  beginsStatement,
  blockAt,
  endOfLine,
  image,
  isInType,
  isName,
  isPath,
  isPlainName,
  isText,
  sameLine,
  statementStart,
  type Recogniser,
} from './mistake.js';

/** `p95 < 200ms`, `timeout = 3s`: a property with an operator. */
export const propertyWithOperator: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index + 1]) {
    const name = image(fault, at - 1);
    const operator = image(fault, at);
    if (!['<', '=', '>'].includes(operator) || !propertyNames.has(name)) continue;
    if (!beginsStatement(fault, at - 1) && blockAt(fault, at) !== 'slo') continue;
    const to = at + (image(fault, at + 1) === '=' ? 2 : 1);
    if (!tokens[to] || !sameLine(tokens[at], tokens[to])) continue;
    const meant = `${name} ${image(fault, to)}`;
    return {
      message: `A property is followed by its value: \`${meant}\`.`,
      from: at - 1,
      to,
      instead: `${name} `,
    };
  }
  return undefined;
};

/** `include: *`, `publishes: OrderPlaced`, `term Order: "…"`, `external Stripe: "Payments"`. */
export const colonTooMany: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const mark = image(fault, index);
  const start = statementStart(fault, index);
  const keyword = image(fault, start);
  if (mark !== ':' && (mark !== '=' || keyword !== 'term')) return undefined;
  const next = tokens[index + 1];
  const isBehindKeyword = start === index - 1 && (lists.has(keyword) || keyword === 'calls');
  const isBeforeText =
    start < index - 1 && (isText(next) || next?.image === '{') && titled.has(keyword);
  if (!next || (!isBehindKeyword && !isBeforeText)) return undefined;
  return {
    message: `\`${keyword}\` takes no \`${mark}\`. Remove it.`,
    from: index,
    to: index + 1,
    instead: '',
  };
};

const titled: ReadonlySet<string> = new Set([
  ...['system', 'domain', 'team', 'actor', 'external', 'library', 'context', 'contextmap', 'view'],
  ...['flow', 'aggregate', 'entity', 'value', 'enum', 'event', 'command', 'error', 'service'],
  ...['term'],
]);

/** `context A : core { … }`, `service B : base`: what a declaration does not take. */
export const behindDeclaration: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const keyword = image(fault, statementStart(fault, index));
  const isColon = image(fault, index) === ':';
  const isExtends = ['extends', 'inherits'].includes(image(fault, index - 1));
  const from = isColon ? index : index - 1;
  if ((!isColon && !isExtends) || !titled.has(keyword)) return undefined;
  if (!isName(tokens[from + 1]) || !sameLine(tokens[from], tokens[from + 1])) return undefined;
  const hint =
    keyword === 'context'
      ? ' A context `implements` subdomains: `implements Retail.Ordering`.'
      : '';
  return {
    message: `Nothing stands between the name of a declaration and its block but a title. Remove this.${hint}`,
    from,
    to: from + 2,
    instead: '',
  };
};

/** `view V { Ordering, Payments }`. */
export const viewWithoutInclude: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    if (blockAt(fault, at) !== 'view' || !beginsStatement(fault, at)) continue;
    if (!isPath(tokens[at]) || statementKeywords.has(image(fault, at))) continue;
    if (image(fault, at - 1) !== '{') continue;
    return {
      message: `What a view shows stands behind \`include\`: \`include ${image(fault, at)}\`.`,
      from: at,
      to: at + 1,
      instead: `include ${image(fault, at)}`,
    };
  }
  return undefined;
};

/** `300 ms`, `99.9 %`: a unit apart from its number. */
export const unitApart: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const unit = image(fault, at);
    if (!/^(ms|s|m|h|d)$/.test(unit) || tokens[at - 1]?.tokenType.name !== 'NUMBER') continue;
    if (!sameLine(tokens[at - 1], tokens[at]) || isInType(fault, at)) continue;
    const meant = `${image(fault, at - 1)}${unit}`;
    return {
      message: `A duration is written without a blank: \`${meant}\`.`,
      from: at - 1,
      to: at + 1,
      instead: meant,
    };
  }
  return undefined;
};

/** `core Ordering`: a subdomain without its keyword. */
export const subdomainWithoutKeyword: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index, index - 1]) {
    const kind = image(fault, at);
    if (!['core', 'supporting', 'generic'].includes(kind) || !isPlainName(tokens[at + 1])) continue;
    if (blockAt(fault, at) !== 'domain' || !beginsStatement(fault, at)) continue;
    return {
      message: `A subdomain is declared as such: \`${kind} subdomain ${image(fault, at + 1)}\`.`,
      from: at,
      to: at + 1,
      instead: `${kind} subdomain`,
    };
  }
  return undefined;
};

/** `@accept sync-cycle`: arguments of an annotation without parentheses. */
export const bareArgument: Recogniser = (fault) => {
  const { tokens, index } = fault;
  const name = image(fault, index - 1);
  const taken = argumentsOf(name);
  if (image(fault, index - 2) !== '@' || !taken || taken.placed.length === 0) return undefined;
  const token = tokens[index];
  if (!token || statementKeywords.has(token.image) || !sameLine(tokens[index - 1], token)) {
    return undefined;
  }
  if (!isText(token) && !['NUMBER', 'DASH_WORD'].includes(token.tokenType.name)) return undefined;
  return {
    message: `What an annotation takes stands in parentheses: \`${taken.example}\`.`,
    from: index,
    to: endOfLine(fault, index),
    instead: `(${token.image})`,
    guess: true,
  };
};
