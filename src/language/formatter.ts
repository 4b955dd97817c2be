import type { IToken } from 'chevrotain';
import { commentLines } from './doc-comment.js';
import { parseArch } from './parse.js';

const indentation = '  ';

/**
 * The text with uniform indentation and spacing. Line breaks stay where the author put them, so a
 * block may be written on one line or on many. Comments and texts are kept. A text with syntax
 * errors comes back as it is: moving what is not understood would do harm.
 *
 * Formatting twice is formatting once, and the model does not change.
 */
export function formatArch(text: string): string {
  const parsed = parseArch(text);
  if (parsed.problems.length > 0) return text;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const tokens = [...parsed.tokens.filter(({ image }) => image !== ''), ...parsed.comments].sort(
    (a, b) => a.startOffset - b.startOffset,
  );
  const lines: string[] = [];
  const blocks: { readonly line: number; readonly isEnum: boolean }[] = [];
  let parens = 0;
  let current = '';
  let previous: IToken | undefined;
  for (const [index, token] of tokens.entries()) {
    const startsLine = !previous || startLine(token) > endLine(previous);
    const next = tokens[index + 1];
    if (startsLine) {
      if (previous) lines.push(current);
      const gap = previous ? startLine(token) - endLine(previous) : 0;
      const opened = previous?.image === '{';
      if (gap > 1 && !opened && token.image !== '}') lines.push('');
      const depth = token.image === '}' ? blocks.length - 1 : blocks.length;
      const extra =
        parens > 0 && token.image !== ')'
          ? parens
          : continues(previous, token, next, blocks.at(-1)?.isEnum ?? false)
            ? 1
            : 0;
      const indent = indentation.repeat(Math.max(0, depth) + extra);
      current = indent + reindented(token, indent, newline);
    } else if (previous) {
      const inline = blocks.at(-1)?.line === startLine(token);
      const isMark = isListMark(tokens, index);
      current += gapBetween(previous, token, inline, isMark) + reindented(token, '', newline);
    }
    if (token.image === '{') {
      blocks.push({ line: startLine(token), isEnum: opensEnum(tokens, index) });
    } else if (token.image === '}') {
      blocks.pop();
    } else if (token.image === '(') {
      parens++;
    } else if (token.image === ')') {
      parens = Math.max(0, parens - 1);
    }
    previous = token;
  }
  if (previous) lines.push(current);
  return lines.length > 0 ? lines.map((line) => line.trimEnd()).join(newline) + newline : '';
}

function startLine(token: IToken): number {
  return token.startLine ?? 0;
}

function endLine(token: IToken): number {
  return token.endLine ?? startLine(token);
}

function isComment(token: IToken): boolean {
  return token.image.startsWith('//') || token.image.startsWith('/*');
}

/**
 * Lines of a block comment are moved with its first one, and among each other stay where they are;
 * everything else is taken as it is.
 */
function reindented(token: IToken, indent: string, newline: string): string {
  if (token.image.startsWith('//')) return token.image.trimEnd();
  if (!token.image.startsWith('/*')) return token.image;
  const [first = '', ...rest] = token.image.split(/\r?\n/);
  const last = rest.length - 1;
  // The mark that closes the comment is no star of its margin.
  const closes = /^\s*\*+\/$/.test(rest[last] ?? '');
  const moved = commentLines(closes ? rest.slice(0, -1) : rest).map((line) => {
    if (line.starred) return `${indent} * ${line.indent}${line.text}`.trimEnd();
    return line.text === '' ? '' : `${indent}   ${line.indent}${line.text}`;
  });
  if (closes) moved.push(`${indent} ${(rest[last] ?? '').trim()}`);
  return [first.trimEnd(), ...moved].join(newline);
}

const tightBefore = new Set([',', ')', ']', '?', '>', '.', '.*']);
const tightAfter = new Set(['(', '[', '@', '<', '.']);

function gapBetween(previous: IToken, token: IToken, inline: boolean, isMark: boolean): string {
  const before = previous.image;
  const after = token.image;
  const written = token.startOffset - (previous.endOffset ?? previous.startOffset) - 1;
  if (isComment(token)) return ' '.repeat(Math.max(1, written));
  if (isComment(previous)) return ' ';
  // The name of an operation touches its parenthesis, a type keeps a blank: as written, since
  // only the author's own spelling tells the two apart at this level.
  if (after === '(') return written > 0 ? ' ' : '';
  if (after === '<') return '';
  if (after === ':' && before !== '') return isRelationColon(previous, token) ? ' ' : '';
  if (isMark || tightBefore.has(after)) return '';
  if (tightAfter.has(before)) return '';
  if (before === '{' && after === '}') return '';
  // On a line with several statements, two blanks may set them apart; more are never needed.
  return inline && written > 1 ? '  ' : ' ';
}

/** What stands before the name of a type that may be a list. */
const beforeType: ReadonlySet<string> = new Set([
  ...[':', '=', '<', '(', ',', 'ref', 'paged', 'stream'],
]);

/**
 * Whether `[]` makes a list of the type before it. Elsewhere it is a list without items, which
 * stands apart as any value does.
 */
function isListMark(tokens: readonly IToken[], index: number): boolean {
  const isPair = tokens[index]?.image === '[' && tokens[index + 1]?.image === ']';
  if (!isPair && tokens[index]?.image !== '[]') return false;
  const before = tokens[index - 1]?.image ?? '';
  if (before === '[]' || before === '>') return true;
  let start = index - 1;
  while (tokens[start - 1]?.image === '.') start -= 2;
  const isTyped =
    beforeType.has(tokens[start - 1]?.image ?? '') || /^\d/.test(tokens[start - 1]?.image ?? '');
  return /^[A-Za-z_]/.test(before) && before !== 'example' && isTyped;
}

/** `A <-> B : partnership` keeps the author's blank before the colon; everything else is tight. */
function isRelationColon(previous: IToken, token: IToken): boolean {
  return token.startOffset > (previous.endOffset ?? 0) + 1;
}

function opensEnum(tokens: readonly IToken[], brace: number): boolean {
  for (let i = brace - 1; i >= Math.max(0, brace - 4); i--) {
    const image = tokens[i]?.image;
    if (image === '{' || image === '}') return false;
    if (image === 'enum') return true;
  }
  return false;
}

const openEnds = new Set(['=', '|', '->', '<-', '<->', '><', ':']);
const lateStarts = new Set(['|', 'raises', 'implements', '->', '<-', '<->', '><', '=']);

/** Whether a line goes on with the statement of the line before. */
function continues(
  previous: IToken | undefined,
  token: IToken,
  next: IToken | undefined,
  inEnum: boolean,
): boolean {
  if (!previous || isComment(previous) || isComment(token)) return false;
  // A path that is broken at its dots is one word the next time.
  if (previous.image === '.') return false;
  if (openEnds.has(previous.image)) return true;
  if (lateStarts.has(token.image)) return next?.image !== ':';
  return previous.image === ',' && !inEnum && next?.image !== ':' && token.image !== '@';
}
