import type { Span } from '../model/span.js';
import type { TextChange } from './refactoring.js';
import { offsetAt, positionAt } from '../model/text-positions.js';
import { indented, textOf } from './source-text.js';

/** Puts members at the end of a declaration's block; one without a block gets one. */
export function insertInto(text: string, declaration: Span, members: string): TextChange {
  const own = textOf(text, declaration);
  const column = lineIndent(text, declaration);
  const inner = indented(members, `${column}  `);
  if (!own.trimEnd().endsWith('}')) {
    const { file, end } = declaration;
    return { span: { file, start: end, end }, text: ` {\n${inner}\n${column}}` };
  }
  const brace = offsetAt(text, declaration.start) + own.lastIndexOf('}');
  const lineStart = text.lastIndexOf('\n', brace - 1) + 1;
  const isAlone = text.slice(lineStart, brace).trim() === '';
  const at = positionAt(text, isAlone ? lineStart : brace);
  return {
    span: { file: declaration.file, start: at, end: at },
    text: isAlone ? `\n${inner}\n` : `\n${inner}\n${column}`,
  };
}

/** The blanks that begin the line of a declaration. */
export function lineIndent(text: string, { start }: Span): string {
  const lineStart = offsetAt(text, { line: start.line, column: 1 });
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
}
