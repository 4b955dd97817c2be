import { endOfText, keywords, patterns, terminals, type TokenRows } from './generated/parser.js';
import { hashed, KeywordTable } from './keyword-table.js';
import { doubtfulWords, isPlainName } from './plain-names.js';
import { beginsType } from './result-status.js';
import { GrowingRows } from './token-rows.js';

/** A documentation comment, and the offset of the token that it stands before. */
export interface DocComment {
  readonly source: string;
  readonly before: number;
}

const sticky = ({ source }: RegExp) => new RegExp(source, 'y');
const inOrder = (...names: (keyof typeof terminals)[]) =>
  names.map((name) => ({ type: terminals[name], pattern: sticky(patterns[name]) }));
// The first that matches wins, as in the grammar.
const texts = inOrder('LONG_STRING', 'STRING');
const numbers = inOrder('DATE', 'RATE', 'PERCENT', 'DURATION', 'NUMBER');
const longWords = inOrder('QNAME', 'DASH_WORD');
const white = sticky(patterns.WS);
const lineComment = sticky(patterns.SL_COMMENT);

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13);

interface Mark {
  readonly word: string;
  readonly type: number;
}

/** Keywords that are no words, by their first character, longest first. */
const marks: (readonly Mark[])[] = Array.from({ length: 128 }, (_, code) =>
  [...keywords]
    .map(([word, type]) => ({ word, type }))
    .filter(({ word }) => word.charCodeAt(0) === code && !isLetter(code))
    .sort((a, b) => b.word.length - a.word.length),
);
const words = new KeywordTable([...keywords].filter(([word]) => isLetter(word.charCodeAt(0))));
const colon = keywords.get(':');
const closing = keywords.get(')');

const rows = new GrowingRows();
let docs: { source: string; before: number }[] = [];
let documented = 0;
/** Places among the tokens of numbers that are statuses. */
let statuses: number[] = [];
/** Places among the tokens of keywords that may be names. */
let doubtful: number[] = [];
const isDoubtful = new Uint8Array(endOfText + 1);
for (const word of doubtfulWords) isDoubtful[keywords.get(word) ?? endOfText] = 1;

/** Tokens of a text, good until the next text is scanned. */
export interface Scan {
  readonly rows: TokenRows;
  /** In the order of the text; without those that stand before nothing. */
  readonly docs: readonly DocComment[];
}

/**
 * The tokens of a text; undefined where some of it is none. Langium's lexer reads the same ones (a
 * test holds the two together), but as objects with lines and columns, which takes much longer.
 */
export function scan(text: string): Scan | undefined {
  rows.clear(text);
  docs = [];
  documented = 0;
  statuses = [];
  doubtful = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const end = isBlank(code) ? at + 1 : endOf(code, at);
    if (end <= at) return undefined;
    at = end;
  }
  docs.length = documented;
  rows.push(endOfText, text.length, text.length);
  for (const index of doubtful) {
    if (isPlainName(rows.image(index), (distance) => imageAt(index + distance))) {
      rows.types[index] = terminals.ID;
    }
  }
  for (const index of statuses.reverse()) {
    if (!hasType(index)) rows.insertBehind(index, terminals.END_OF_STATUS);
  }
  return { rows, docs };
}

/** Reads one token or comment; answers where it ends, which is where it began for neither. */
function endOf(code: number, at: number): number {
  if (isLetter(code)) return word(code, at);
  if (isDigit(code)) return number(at);
  if (code === 34) return quoted(at);
  if (code === 45 && isDigit(rows.text.charCodeAt(at + 1))) return first(numbers, at);
  if (code === 47) return comment(at);
  return code < 128 ? mark(code, at) : matched(white, at);
}

function add(type: number, offset: number, end: number, hash = 0): number {
  while (documented < docs.length) docs[documented++]!.before = offset;
  rows.push(type, offset, end, hash);
  return end;
}

function word(initial: number, at: number): number {
  const { text } = rows;
  let hash = hashed(0, initial);
  let end = at + 1;
  let code = text.charCodeAt(end);
  while (isLetter(code) || isDigit(code)) {
    hash = hashed(hash, code);
    code = text.charCodeAt(++end);
  }
  if (code === 46 || code === 45) {
    const long = first(longWords, at);
    if (long > at) return long;
  }
  const type = words.typeAt(text, at, end, hash);
  if (type < 0) return add(terminals.ID, at, end, hash);
  if (isDoubtful[type] === 1) doubtful.push(rows.count);
  return add(type, at, end);
}

/** Most numbers are digits and no more; the patterns decide on the others. */
function number(at: number): number {
  const { text } = rows;
  let end = at + 1;
  let code = text.charCodeAt(end);
  while (isDigit(code)) code = text.charCodeAt(++end);
  const goesOn = isLetter(code) || code === 45 || code === 46 || code === 47 || code === 37;
  return goesOn ? first(numbers, at) : addNumber(at, end);
}

/** Most texts stand on one line without escapes; the patterns decide on the others. */
function quoted(at: number): number {
  const { text } = rows;
  let end = at + 1;
  let code = text.charCodeAt(end);
  while (code !== 34 && code !== 92 && code !== 10 && code !== 13 && end < text.length) {
    code = text.charCodeAt(++end);
  }
  const isClosed = code === 34 && end < text.length;
  const isLong = end === at + 1 && text.charCodeAt(end + 1) === 34;
  return isClosed && !isLong ? add(terminals.STRING, at, end + 1) : first(texts, at);
}

function first(kinds: readonly { type: number; pattern: RegExp }[], at: number): number {
  for (const { type, pattern } of kinds) {
    const end = matched(pattern, at);
    if (end === at) continue;
    if (type === terminals.NUMBER) return addNumber(at, end);
    const isDashed = type === terminals.DASH_WORD;
    const dashed = isDashed ? keywords.get(rows.text.slice(at, end)) : undefined;
    return add(dashed ?? type, at, end);
  }
  return at;
}

function addNumber(at: number, end: number): number {
  if (isStatus(rows.count)) statuses.push(rows.count);
  return add(terminals.NUMBER, at, end);
}

function mark(code: number, at: number): number {
  for (const { word, type } of marks[code] ?? []) {
    if (word.length === 1 || rows.text.startsWith(word, at)) return add(type, at, at + word.length);
  }
  return at;
}

function comment(at: number): number {
  const { text } = rows;
  if (text.charCodeAt(at + 1) !== 42) return matched(lineComment, at);
  const close = text.indexOf('*/', at + 2);
  if (close < 0) return at;
  const end = close + 2;
  if (end - at >= 5 && text.startsWith('/**', at)) {
    docs.push({ source: text.slice(at, end), before: 0 });
  }
  return end;
}

function matched(pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(rows.text) ? pattern.lastIndex : at;
}

function isStatus(index: number): boolean {
  return index >= 2 && rows.types[index - 1] === colon && rows.types[index - 2] === closing;
}

function hasType(status: number): boolean {
  const type = rows.types[status + 1];
  if (type === endOfText) return false;
  const isName = type === terminals.ID || type === terminals.QNAME;
  return beginsType(isName, (distance) => imageAt(status + 1 + distance));
}

function imageAt(index: number): string | undefined {
  if (index < 0 || index >= rows.count || rows.types[index] === endOfText) return undefined;
  return rows.image(index);
}
