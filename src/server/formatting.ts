import { formatArch } from '../language/formatter.js';
import type { Session } from './session.js';

/** Format document: the lines that change, so that cursors and folds elsewhere stay. */
export function registerFormatting({ connection, documents }: Session): void {
  connection.onDocumentFormatting(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
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
}
