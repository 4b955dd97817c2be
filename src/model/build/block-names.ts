/** How messages call blocks. */
import type { BlockKind } from '../../language/vocabulary/block-kind.js';

const blockNames: Readonly<Partial<Record<BlockKind, string>>> = {
  file: 'the top level of a file',
  call: 'the block of a `calls`',
  subscription: 'the block of a `subscribes`',
  handling: 'the block of a `handles`',
  slo: 'an `slo`',
  contextmap: 'a context map',
};

/** A kind of block with its article: `a service`, `an slo`. */
export function articled(kind: BlockKind): string {
  return blockNames[kind] ?? (/^[aeio]/.test(kind) ? `an ${kind}` : `a ${kind}`);
}

/** The first four of a list: `a, b, c or d`. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, 4);
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} or ${last}` : last;
}
