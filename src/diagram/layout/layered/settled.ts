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
 * @param mayBe whether a node may be moved to a layer
 */
export function settled(
  ranks: readonly number[],
  along: readonly number[],
  arcs: readonly Arc[],
  mayBe: (node: number, layer: number) => boolean = () => true,
): number[] {
  const result = [...ranks];
  const out: Arc[][] = along.map(() => []);
  const into: Arc[][] = along.map(() => []);
  for (const arc of arcs) {
    out[arc.from]!.push(arc);
    into[arc.to]!.push(arc);
  }
  const layers = Array.from({ length: Math.max(...ranks) + 1 }, () => new Set<number>());
  for (const [node, rank] of ranks.entries()) layers[rank]!.add(node);
  for (const [node, extent] of along.entries()) {
    const [leaving, arriving] = [out[node]!, into[node]!];
    if ((leaving.length === 0) === (arriving.length === 0)) continue;
    const rank = result[node]!;
    const alone = extent - longest(rank, node);
    if (alone < worth) continue;
    const bound =
      leaving.length > 0
        ? Math.min(...leaving.map(({ to, length }) => result[to]! - length))
        : Math.max(...arriving.map(({ from, length }) => result[from]! + length));
    const step = leaving.length > 0 ? -1 : 1;
    for (let by = 1; by <= farthest; by++) {
      const other = rank + step * by;
      if (other < 0 || other >= layers.length) break;
      const fits = leaving.length > 0 ? other <= bound : other >= bound;
      const costs = Math.max(0, extent - longest(other, node));
      if (!fits || alone - costs < worth || !mayBe(node, other)) continue;
      layers[rank]!.delete(node);
      layers[other]!.add(node);
      result[node] = other;
      break;
    }
  }
  return result;

  /** How long a layer is without a node. */
  function longest(rank: number, without: number): number {
    let most = 0;
    for (const node of layers[rank]!) if (node !== without) most = Math.max(most, along[node]!);
    return most;
  }
}
