import type { IToken } from 'chevrotain';
import type { AstNode } from 'langium';

/** Offset and exclusive end of what a node of the tree stands for. */
export interface NodeExtent {
  readonly offset: number;
  readonly end: number;
}

/** A place that grows while its node is parsed. */
class GrowingExtent implements NodeExtent {
  offset = 0;
  end = 0;
  isEmpty = true;

  /** Langium keeps a node only where its rule took some text. */
  get length(): number {
    return this.end - this.offset;
  }

  add(offset: number, end: number): void {
    if (this.isEmpty) this.offset = offset;
    this.isEmpty = false;
    this.end = end;
  }
}

const leaf = {};

/** Stands in for Langium's builder of concrete syntax trees: keeps extents and no tokens. */
export class Extents {
  #open: GrowingExtent[] = [];

  buildRootNode(): void {
    this.#open = [new GrowingExtent()];
  }

  buildCompositeNode(): GrowingExtent {
    const extent = new GrowingExtent();
    this.#open.push(extent);
    return extent;
  }

  buildLeafNode({ startOffset, image }: IToken): object {
    this.#open.at(-1)?.add(startOffset, startOffset + image.length);
    return leaf;
  }

  construct(node: object): void {
    const extent = this.#open.pop();
    (node as { $cstNode?: object | undefined }).$cstNode = extent;
    if (extent && !extent.isEmpty) this.#open.at(-1)?.add(extent.offset, extent.end);
  }

  addHiddenNodes(): void {
    // Comments are read from the tokens.
  }
}

/** Where a node stands in its text; the start of the text for one that took none of it. */
export function extentOf(node: AstNode): NodeExtent {
  return node.$cstNode ?? nowhere;
}

const nowhere: NodeExtent = { offset: 0, end: 0 };
