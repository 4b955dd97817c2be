/** What is gained at least where a node is moved to another layer, in pixels. */
const worth = 30;
/** Layers that it may be moved at most: its edges become as much longer. */
const farthest = 2;

/** An edge from a layer to a later one. */
interface Arc {
  readonly from: number;
  readonly to: number;
  /** Layers between its ends, at least. */
  readonly length: number;
}

/**
 * Moves nodes that edges only leave, or only reach, to a layer with others as long, where a layer is
 * only as long as it is because of them: a single box between long layers costs the whole map room.
 *
 * @param along by node: its extent in the direction of the edges
 */
export function settled(
  ranks: readonly number[],
  along: readonly number[],
  arcs: readonly Arc[],
): number[] {
  const result = [...ranks];
  const layers = Math.max(...ranks);
  for (const [node, extent] of along.entries()) {
    const out = arcs.filter(({ from }) => from === node);
    const into = arcs.filter(({ to }) => to === node);
    if ((out.length === 0) === (into.length === 0)) continue;
    const rank = result[node]!;
    const alone = extent - longest(rank, node);
    if (alone < worth) continue;
    const bound =
      out.length > 0
        ? Math.min(...out.map(({ to, length }) => result[to]! - length))
        : Math.max(...into.map(({ from, length }) => result[from]! + length));
    const step = out.length > 0 ? -1 : 1;
    for (let by = 1; by <= farthest; by++) {
      const other = rank + step * by;
      if (other < 0 || other > layers) break;
      const fits = out.length > 0 ? other <= bound : other >= bound;
      const costs = Math.max(0, extent - longest(other, node));
      if (!fits || alone - costs < worth) continue;
      result[node] = other;
      break;
    }
  }
  return result;

  /** How long a layer is without a node. */
  function longest(rank: number, without: number): number {
    return Math.max(0, ...along.filter((_, node) => node !== without && result[node] === rank));
  }
}
