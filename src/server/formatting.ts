import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { formatArch } from '../language/formatter.js';
import { lexArch } from '../language/langium.js';
import type { Session } from './session.js';

/** Format document, selection, and while typing. Only lines that change are sent. */
export function registerFormatting({ connection, documents }: Session): void {
  // Configurations and baselines are followed as well, but are written in another language.
  const documentAt = (uri: string) => (uri.endsWith('.json') ? undefined : documents.get(uri));
  connection.onDocumentFormatting(({ textDocument }) => {
    const document = documentAt(textDocument.uri);
    if (!document) return null;
    const before = document.getText();
    const after = formatArch(before);
    if (after === before) return [];
    let start = 0;
    const shorter = Math.min(before.length, after.length);
    while (start < shorter && before[start] === after[start]) start++;
    let end = 0;
    while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
    return [
      {
        range: {
          start: document.positionAt(start),
          end: document.positionAt(before.length - end),
        },
        newText: after.slice(start, after.length - end),
      },
    ];
  });
  connection.onDocumentRangeFormatting(({ textDocument, range }) => {
    const document = documentAt(textDocument.uri);
    if (!document) return null;
    const { start, end } = range;
    // A selection that ends before the first character of a line does not mean that line.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return lineEdits(document).filter((edit) => {
      const { line } = edit.range.start;
      return line >= start.line && line <= last;
    });
  });
  connection.onDocumentOnTypeFormatting(({ textDocument, position }) => {
    const document = documentAt(textDocument.uri);
    const edit = document && indentation(document, position.line);
    return edit ? [edit] : [];
  });
}

/** The lines that formatting changes. It keeps the lines that are not blank, in their order. */
function lineEdits(document: TextDocument): TextEdit[] {
  const lines = document.getText().split(/\r?\n/);
  const formatted = formatArch(document.getText())
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const edits: TextEdit[] = [];
  let index = 0;
  for (const [line, before] of lines.entries()) {
    const after = before.trim() === '' ? '' : (formatted[index++] ?? before);
    if (before === after) continue;
    const range = { start: { line, character: 0 }, end: { line, character: before.length } };
    edits.push({ range, newText: after });
  }
  return edits;
}

/** Indents one line by the blocks around it; the text need not parse. */
function indentation(document: TextDocument, line: number): TextEdit | undefined {
  const text = document.getText();
  const start = document.offsetAt({ line, character: 0 });
  const written = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  let depth = 0;
  for (const { image } of lexArch(text.slice(0, start))) {
    if (image === '{') depth++;
    if (image === '}') depth = Math.max(0, depth - 1);
  }
  if (text[start + written.length] === '}') depth = Math.max(0, depth - 1);
  const wanted = '  '.repeat(depth);
  if (wanted === written) return undefined;
  const range = { start: { line, character: 0 }, end: { line, character: written.length } };
  return { range, newText: wanted };
}
