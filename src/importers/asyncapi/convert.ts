/** AsyncAPI 2.x as 3.0, by the specification's own converter. */
import { convert } from '@asyncapi/converter';
import type { Tree } from '../../contracts/tree.js';

/**
 * The document as AsyncAPI 3.0.0. Publishing and subscribing are seen from the application that the
 * document describes: what others publish to it, it receives.
 *
 * @throws Error where the document is too broken to be converted
 */
export function asVersion3(tree: Tree): Tree {
  // The converter changes what it gets.
  const copy = structuredClone(tree) as Record<string, unknown>;
  return convert(copy as never, '3.0.0');
}
