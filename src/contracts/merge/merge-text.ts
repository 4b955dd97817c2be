/** Contracts that are text without a tree here, protobuf and GraphQL: the whole file is one value. */
import type { Conflict, HandChange, Resolve } from './conflict.js';
import type { MergeResult } from './merge.js';

/**
 * Takes whichever side changed; where both did, keeps the file and reports one conflict.
 *
 * @param base undefined if nothing was generated before
 */
export function mergeText(
  base: string | undefined,
  disk: string | undefined,
  text: string,
  resolve: Resolve = () => undefined,
): MergeResult {
  const whole = { start: 0, end: disk?.length ?? 0, text };
  const taken = { text, base: text, splices: [whole], conflicts: [], handChanges: [], comments: 0 };
  if (disk === undefined || disk === text) return { ...taken, splices: [] };
  if (disk === base) return taken;
  const kept = { ...taken, text: disk, splices: [] };
  const byHand: HandChange = {
    what: 'changed',
    pointer: '',
    line: firstDifference(disk, text),
    drifts: true,
  };
  if (base === text) return { ...kept, handChanges: [byHand] };
  const conflict: Conflict = {
    kind: base === undefined ? 'both-added' : 'both-changed',
    pointer: '',
    base,
    mine: disk,
    model: text,
    line: byHand.line,
  };
  switch (resolve(conflict, true)) {
    case 'model':
      return taken;
    case 'mine':
      return kept;
    default:
      return { ...kept, base: base ?? '', conflicts: [conflict] };
  }
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  return index < 0 ? 1 : index + 1;
}
