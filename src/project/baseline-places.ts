import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { Lines } from '../model/build/lines.js';
import type { Range } from '../model/span.js';
import type { Baseline, BaselineEntry } from '../rules/baseline.js';

/** An entry of a baseline in its file. */
export interface PlacedEntry {
  readonly entry: BaselineEntry;
  readonly range: Range;
  /** What is cut where the entry is taken out: its comma and its line go with it. */
  readonly removal: Range;
}

/**
 * Where entries of a baseline stand, in the order of the file.
 *
 * @param text of the file, which holds them
 */
export function placesOf(text: string, wanted: Baseline): readonly PlacedEntry[] {
  const byFingerprint = new Map(wanted.map((entry) => [entry.fingerprint, entry]));
  const tree = parseTree(text);
  const nodes = (tree && findNodeAtLocation(tree, ['findings'])?.children) ?? [];
  const lines = new Lines(text);
  const range = (from: number, to: number): Range => ({
    start: lines.position(from),
    end: lines.position(to),
  });
  return nodes.flatMap((node, index) => {
    const fingerprint = findNodeAtLocation(node, ['fingerprint'])?.value as unknown;
    const entry = byFingerprint.get(String(fingerprint));
    if (!entry) return [];
    const next = nodes[index + 1];
    const from = next || index === 0 ? node.offset : endOf(nodes[index - 1]!);
    const to = next ? next.offset : endOf(node);
    return [{ entry, range: range(node.offset, endOf(node)), removal: range(from, to) }];
  });
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}
