import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { parseArch } from '../language/parse.js';
import type { Session } from './session.js';

/** Blocks and comments of several lines can be folded. */
export function registerFolding({ connection, documents }: Session): void {
  connection.onFoldingRanges(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const { tokens, comments } = parseArch(document.getText());
    const ranges: FoldingRange[] = [];
    const open: number[] = [];
    for (const token of tokens) {
      const line = (token.startLine ?? 1) - 1;
      if (token.image === '{') open.push(line);
      if (token.image !== '}') continue;
      const startLine = open.pop();
      if (startLine !== undefined && line > startLine) {
        ranges.push({ startLine, endLine: line - 1 > startLine ? line - 1 : line });
      }
    }
    for (const comment of comments) {
      const startLine = (comment.startLine ?? 1) - 1;
      const endLine = (comment.endLine ?? 1) - 1;
      if (endLine > startLine) {
        ranges.push({ startLine, endLine, kind: FoldingRangeKind.Comment });
      }
    }
    return ranges;
  });
}
