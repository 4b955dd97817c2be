import type { ElementId } from '../model/model.js';

/** Distinct neighbours of each node, both ways. */
export interface Degrees {
  in(id: ElementId): number;
  out(id: ElementId): number;
}

/** Counts neighbours, not edges: five calls to one service are one. Loops don't count. */
export function degreesOf(
  pairs: Iterable<{ readonly from: ElementId; readonly to: ElementId }>,
): Degrees {
  const incoming = new Map<ElementId, Set<ElementId>>();
  const outgoing = new Map<ElementId, Set<ElementId>>();
  for (const { from, to } of pairs) {
    if (from === to) continue;
    put(outgoing, from, to);
    put(incoming, to, from);
  }
  return {
    in: (id) => incoming.get(id)?.size ?? 0,
    out: (id) => outgoing.get(id)?.size ?? 0,
  };
}

function put(map: Map<ElementId, Set<ElementId>>, key: ElementId, value: ElementId): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
