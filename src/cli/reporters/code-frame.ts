import { codeFrameColumns, type BabelCodeFrameOptions } from '@babel/code-frame';
import type { Range } from '../../model/span.js';

/** Lines above and below the one that is marked. */
const around = 1;

/** The lines of a text, as places in models count them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/);
}

/** The lines around a place, with the place marked; empty for a text without lines there. */
export function codeFrame(lines: readonly string[], { start, end }: Range): string {
  const from = Math.max(1, start.line - around);
  const window = lines.slice(from - 1, start.line + around).map((line) => visible(line));
  if (window.every((line) => line === '')) return '';
  const multiline = end.line > start.line;
  const last = { line: end.line, column: Math.max(2, end.column) };
  // Its types do not know `startLine` yet.
  const options: BabelCodeFrameOptions & { startLine: number } = {
    highlightCode: false,
    linesAbove: around,
    linesBelow: around,
    startLine: from,
  };
  const location = multiline ? { start } : { start, end: last };
  const frame = codeFrameColumns(window.join('\n'), location, options);
  return frame
    .split('\n')
    .map((line) => `  ${line.length > 160 ? `${line.slice(0, 160)}…` : line}`)
    .join('\n');
}

/** Control characters would let a model’s text drive the terminal. */
export function visible(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, '\uFFFD');
}
