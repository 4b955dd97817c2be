import { AstUtils, type AstNode } from 'langium';
import type { SelectionRange } from 'vscode-languageserver';
import { parseArch } from '../language/parse.js';
import type { Session } from './session.js';

/** Expand selection: word, path, statement, block, and so on outwards. */
export function registerSelectionRanges({ connection, documents }: Session): void {
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const text = document.getText();
    const { documents: trees, tokens } = parseArch(text);
    return positions.map((position) => {
      const offset = document.offsetAt(position);
      const extents = [
        ...tokens
          .filter(({ image }) => image !== '')
          .map(({ startOffset, image }) => [startOffset, startOffset + image.length] as const),
        ...trees.flatMap((tree) => extentsAround(tree, offset)),
        [0, text.length] as const,
      ].filter(([start, end]) => start <= offset && offset <= end);
      // The largest first, each the parent of the next one inside of it.
      extents.sort(([a, b], [c, d]) => d - c - (b - a) || a - c);
      let range: SelectionRange | undefined;
      let last: readonly [number, number] = [-1, text.length + 1];
      for (const extent of extents) {
        const [start, end] = extent;
        const isInside = start >= last[0] && end <= last[1];
        if (!isInside || (start === last[0] && end === last[1])) continue;
        last = extent;
        range = {
          range: { start: document.positionAt(start), end: document.positionAt(end) },
          ...(range ? { parent: range } : {}),
        };
      }
      return range ?? { range: { start: position, end: position } };
    });
  });
}

function extentsAround(tree: AstNode, offset: number): (readonly [number, number])[] {
  const result: (readonly [number, number])[] = [];
  const visit = (node: AstNode) => {
    const cst = node.$cstNode;
    if (cst && (cst.offset > offset || cst.end < offset)) return;
    if (cst) result.push([cst.offset, cst.end]);
    for (const child of AstUtils.streamContents(node)) visit(child);
  };
  visit(tree);
  return result;
}
