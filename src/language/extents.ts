import type { AstNode } from 'langium';
import { extentOf } from './extent-nodes.js';
import type { ParsedText } from './parsed-text.js';

/** Offset and exclusive end of a piece of text. */
export type Extent = readonly [number, number];

/** Words, statements and blocks around an offset, the whole text first, each inside the last. */
export function extentsAround({ text, documents, tokens }: ParsedText, offset: number): Extent[] {
  const extents: Extent[] = [[0, text.length]];
  for (const { image, startOffset } of tokens) {
    const end = startOffset + image.length;
    if (image !== '' && startOffset <= offset && offset <= end) extents.push([startOffset, end]);
  }
  const visit = (node: AstNode) => {
    const own = extentOf(node);
    if (own.offset > offset || own.end < offset) return;
    extents.push([own.offset, own.end]);
    for (const child of childrenOf(node)) visit(child);
  };
  documents.forEach(visit);
  extents.sort(([a, b], [c, d]) => d - c - (b - a) || a - c);
  const nested: Extent[] = [];
  for (const extent of extents) {
    const around = nested.at(-1);
    const isInside = !around || (extent[0] >= around[0] && extent[1] <= around[1]);
    const isSame = around?.[0] === extent[0] && around[1] === extent[1];
    if (isInside && !isSame) nested.push(extent);
  }
  return nested;
}

function childrenOf(node: AstNode): AstNode[] {
  const values = Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    name.startsWith('$') ? [] : value,
  );
  return values.filter(
    (value): value is AstNode => typeof value === 'object' && value !== null && '$type' in value,
  );
}
