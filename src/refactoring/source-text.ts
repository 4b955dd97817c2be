import type { Span } from '../model/span.js';
import { offsetAt, positionAt } from '../model/text-positions.js';

/** The text that a span covers. */
export function textOf(text: string, { start, end }: Span): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/**
 * A declaration with the comments right above it, and with its whole lines where nothing else
 * stands on them, so that cutting it leaves no holes.
 */
export function wholeDeclaration(text: string, span: Span): Span {
  let start = offsetAt(text, span.start);
  let end = offsetAt(text, span.end);
  for (;;) {
    const before = text.slice(0, start).trimEnd();
    const gap = text.slice(before.length, start);
    const comment = /(?:\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*)$/.exec(before)?.[0];
    // A comment behind something else on its line belongs to that.
    const lineStart = before.lastIndexOf('\n', before.length - (comment?.length ?? 0) - 1) + 1;
    const isOwn =
      comment !== undefined &&
      text.slice(lineStart, before.length - comment.length).trim() === '' &&
      gap.split('\n').length <= 2;
    if (!isOwn) break;
    start = before.length - comment.length;
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const behind = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (text.slice(lineStart, start).trim() === '' && behind.trim() === '') {
    start = lineStart;
    end = lineEnd < 0 ? text.length : lineEnd + 1;
  }
  return { file: span.file, start: positionAt(text, start), end: positionAt(text, end) };
}

/** Lines of a text with another indentation: that of its first line is taken off, `indent` put on. */
export function indented(text: string, indent: string): string {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
  const own = /^[ \t]*/.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  return lines
    .map((line) => {
      const rest = line.startsWith(own) ? line.slice(own.length) : line.trimStart();
      return rest === '' ? '' : indent + rest;
    })
    .join('\n');
}
