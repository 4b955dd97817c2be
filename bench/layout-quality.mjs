// How good a layout is, in figures, of any drawing with boxes and routes.

/** Crossings, mean length of an edge in px, bends of an edge, overlapping boxes, width by height. */
export function qualityOf({ nodes, edges, width, height }) {
  const lengths = edges.map(({ points }) => lengthOf(points));
  return {
    boxes: nodes.length,
    edges: edges.length,
    crossings: crossingsOf(edges),
    length: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, edges.length),
    bends:
      edges.reduce((sum, { points }) => sum + points.length - 2, 0) / Math.max(1, edges.length),
    overlaps: overlapsOf(nodes),
    aspect: width / Math.max(1, height),
  };
}

function lengthOf(points) {
  let sum = 0;
  for (let at = 1; at < points.length; at++) {
    sum += Math.hypot(points[at].x - points[at - 1].x, points[at].y - points[at - 1].y);
  }
  return sum;
}

/**
 * Points at which horizontal and vertical pieces of two edges cross between their ends. Where edges
 * of one port run on a common line, what crosses it does so once, as one sees it.
 */
function crossingsOf(edges) {
  const flat = [];
  const steep = [];
  for (const [edge, { points }] of edges.entries()) {
    for (let at = 1; at < points.length; at++) {
      const [a, b] = [points[at - 1], points[at]];
      if (Math.abs(a.y - b.y) < 0.5) {
        flat.push({ edge, y: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
      } else {
        steep.push({ edge, x: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
      }
    }
  }
  steep.sort((a, b) => a.x - b.x);
  const points = new Set();
  for (const line of flat) {
    for (const other of steep) {
      if (other.x >= line.to - 0.5) break;
      if (other.edge === line.edge || other.x <= line.from + 0.5) continue;
      if (line.y > other.from + 0.5 && line.y < other.to - 0.5) {
        points.add(`${Math.round(other.x)} ${Math.round(line.y)}`);
      }
    }
  }
  return points.size;
}

function overlapsOf(nodes) {
  let count = 0;
  for (const [index, a] of nodes.entries()) {
    for (const b of nodes.slice(index + 1)) {
      if (a.parent !== b.parent) continue;
      const apart =
        a.x + a.width <= b.x + 0.5 ||
        b.x + b.width <= a.x + 0.5 ||
        a.y + a.height <= b.y + 0.5 ||
        b.y + b.height <= a.y + 0.5;
      if (!apart) count++;
    }
  }
  return count;
}
