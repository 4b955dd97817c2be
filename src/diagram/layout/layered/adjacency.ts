/** The ends of the pieces of each vertex: those of vertex `v` stand from `starts[v]` to `starts[v + 1]`. */
export interface Adjacency {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** What pieces lead to, by the vertex that they come from, in their order. */
export function adjacency(
  count: number,
  pieces: readonly { readonly from: number; readonly to: number }[],
): Adjacency {
  const starts = new Int32Array(count + 1);
  for (const { from } of pieces) starts[from + 1]!++;
  for (let vertex = 0; vertex < count; vertex++) starts[vertex + 1]! += starts[vertex]!;
  const ends = new Int32Array(pieces.length);
  const next = starts.slice();
  for (const { from, to } of pieces) ends[next[from]!++] = to;
  return { starts, ends };
}
