import type { SelectionRange } from 'vscode-languageserver';
import { extentsAround } from '../language/extents.js';
import { parseArch } from '../language/parse.js';
import type { Session } from './session.js';

/** Expand selection: word, path, statement, block, and so on outwards. */
export function registerSelectionRanges({ connection, documents }: Session): void {
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const parsed = parseArch(document.getText());
    return positions.map((position) => {
      let range: SelectionRange = { range: { start: position, end: position } };
      let isFirst = true;
      for (const [start, end] of extentsAround(parsed, document.offsetAt(position))) {
        const own = { start: document.positionAt(start), end: document.positionAt(end) };
        range = isFirst ? { range: own } : { range: own, parent: range };
        isFirst = false;
      }
      return range;
    });
  });
}
