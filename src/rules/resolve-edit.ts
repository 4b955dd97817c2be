import { lexArch } from '../language/langium.js';
import type { Span } from '../model/span.js';
import { offsetAt, positionAt } from '../model/text-positions.js';
import type { Edit } from './rule.js';

/** A text in place of a range. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/**
 * What an edit does to the text of its file. A statement goes to the beginning of the block of its
 * declaration, which gets one if it has none; what is removed takes its line with it if nothing
 * else stands there.
 */
export function resolveEdit(edit: Edit, text: string): TextChange {
  if (edit.placement === 'statement') return insertion(text, edit.span, edit.text);
  return edit.text === '' ? removal(text, edit.span) : { span: edit.span, text: edit.text };
}

function insertion(text: string, declaration: Span, statement: string): TextChange {
  const start = offsetAt(text, declaration.start);
  const end = offsetAt(text, declaration.end);
  const brace = lexArch(text.slice(start, end)).find(({ image }) => image === '{');
  if (!brace) return at(text, declaration.file, end, ` { ${statement} }`);
  const inside = start + brace.startOffset + 1;
  const first = /^([^\S\n]*)(\r?\n)?([^\S\n]*)/.exec(text.slice(inside, end));
  const lineBreak = first?.[2];
  if (lineBreak === undefined) {
    const space = text.charAt(inside) === '}' || /\s/.test(text.charAt(inside)) ? '' : ' ';
    const closing = text.slice(inside, end).trimStart().startsWith('}') && space === '' ? ' ' : '';
    return at(text, declaration.file, inside, ` ${statement}${space || closing}`);
  }
  const isEmpty = text.charAt(inside + (first?.[0].length ?? 0)) === '}';
  const indent = `${first?.[3] ?? ''}${isEmpty ? '  ' : ''}`;
  return at(text, declaration.file, inside, `${lineBreak}${indent}${statement}`);
}

function removal(text: string, span: Span): TextChange {
  const start = offsetAt(text, span.start);
  const end = offsetAt(text, span.end);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[^\S\n]*(\n|$)/.exec(text.slice(end));
  const alone = text.slice(lineStart, start).trim() === '' && rest !== null && lineStart > 0;
  if (!alone) return { span, text: '' };
  const lineEnd = end + rest[0].length;
  return {
    span: {
      file: span.file,
      start: positionAt(text, lineStart),
      end: positionAt(text, lineEnd),
    },
    text: '',
  };
}

function at(text: string, file: string, offset: number, inserted: string): TextChange {
  const place = positionAt(text, offset);
  return { span: { file, start: place, end: place }, text: inserted };
}
