import type { Constraint } from './constraint.js';

/**
 * Moves vertices together until tight constraints hold all of them. What pulls at nothing may be
 * anywhere; so it is as near as it can be.
 *
 * @throws where the graph of constraints does not hang together
 */
export function tightened(start: Float64Array, constraints: readonly Constraint[]): number[] {
  const values = [...start];
  const around: number[][] = values.map(() => []);
  for (const [index, { from, to }] of constraints.entries()) {
    around[from]!.push(index);
    around[to]!.push(index);
  }
  const slack = ({ from, to, length }: Constraint) => values[to]! - values[from]! - length;
  const reached = new Uint8Array(values.length);
  const members: number[] = [];
  const reach = (first: number) => {
    reached[first] = 1;
    const open = [first];
    for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
      members.push(vertex);
      for (const index of around[vertex]!) {
        const constraint = constraints[index]!;
        const other = constraint.from === vertex ? constraint.to : constraint.from;
        if (reached[other] === 1 || slack(constraint) !== 0) continue;
        reached[other] = 1;
        open.push(other);
      }
    }
  };
  reach(0);
  while (members.length < values.length) {
    const crossing = constraints.filter(({ from, to }) => reached[from] !== reached[to]);
    if (crossing.length === 0) throw new Error('The graph of constraints does not hang together.');
    const nearest = crossing.reduce((best, one) =>
      Math.abs(slack(one)) < Math.abs(slack(best)) ? one : best,
    );
    const isForward = reached[nearest.from] === 1;
    const by = isForward ? slack(nearest) : -slack(nearest);
    for (const vertex of members) values[vertex]! += by;
    reach(isForward ? nearest.to : nearest.from);
  }
  return values;
}
