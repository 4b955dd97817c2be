/** The way back: what our own contracts say about the element that they were made from. */
import type { DocumentNode } from '../node.js';

export interface ArchIdentity {
  readonly kind: string;
  /** The parts of the qualified name; two at least. */
  readonly path: readonly string[];
}

const form = /^([a-z]+):([A-Za-z_]\w{0,99}(?:\.[A-Za-z_]\w{0,99}){1,4})$/;

/** What `x-arch-id` and `x-arch-kind` of a node say; undefined where they are not ours. */
export function archIdentity(node: DocumentNode): ArchIdentity | undefined {
  const id = node.at('x-arch-id');
  const kind = node.at('x-arch-kind');
  const match = typeof id?.value === 'string' ? form.exec(id.value) : null;
  if (!match || match[1] !== kind?.value) return undefined;
  id?.modelled();
  kind?.modelled();
  return { kind: match[1]!, path: match[2]!.split('.') };
}
