/** The way back: what our own contracts say about the element that they were made from. */
import type { DocumentNode } from '../node.js';

export interface ArchIdentity {
  readonly kind: string;
  /** The parts of the qualified name; two at least. */
  readonly path: readonly string[];
}

const form = /^([a-z]+):([A-Za-z_]\w{0,99}(?:\.[A-Za-z_]\w{0,99}){0,4})$/;

/**
 * What `x-arch-id` and `x-arch-kind` of a node say; undefined where they are not ours.
 *
 * @param least how many parts the name has at least
 */
export function archIdentity(node: DocumentNode, least = 2): ArchIdentity | undefined {
  const id = node.at('x-arch-id');
  const kind = node.at('x-arch-kind');
  const match = typeof id?.value === 'string' ? form.exec(id.value) : null;
  if (!match || match[1] !== kind?.value) return undefined;
  const path = match[2]!.split('.');
  if (path.length < least) return undefined;
  id?.modelled();
  kind?.modelled();
  return { kind: match[1]!, path };
}
