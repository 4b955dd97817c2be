import { expect } from 'vitest';
import { overlap } from '../../../src/diagram/layout/geometry.js';
import type { LayeredGraph, LayeredResult } from '../../../src/diagram/layout/layered/graph.js';
import { crosses } from '../../../src/diagram/layout/place-label.js';
import type { Box, Point } from '../../../src/diagram/picture.js';

function onBorder({ x, y }: Point, box: Box): boolean {
  const withinX = x >= box.x - 0.01 && x <= box.x + box.width + 0.01;
  const withinY = y >= box.y - 0.01 && y <= box.y + box.height + 0.01;
  const atX = Math.abs(x - box.x) < 0.01 || Math.abs(x - box.x - box.width) < 0.01;
  const atY = Math.abs(y - box.y) < 0.01 || Math.abs(y - box.y - box.height) < 0.01;
  return (withinX && atY) || (withinY && atX);
}

const shrunk = ({ x, y, width, height }: Box): Box => ({
  x: x + 1,
  y: y + 1,
  width: width - 2,
  height: height - 2,
});

/** Boxes, plates and labels have their sizes and are apart; edges lead around them, from border to border. */
export function expectTidy(graph: LayeredGraph, placed: LayeredResult): void {
  const boxes = placed.nodes;
  const plates = placed.ports.map((port) => port!);
  for (const [index, { width, height }] of graph.nodes.entries()) {
    expect(boxes[index]!.width).toBeGreaterThanOrEqual(width);
    expect(boxes[index]!.height).toBeGreaterThanOrEqual(height);
  }
  for (const [index, plate] of plates.entries()) {
    const { node, width, height } = graph.ports![index]!;
    expect(plate).toMatchObject({ width, height });
    expect(overlap(plate, boxes[node]!)).toBe(false);
    expect(overlap(plate, boxes[node]!, 0.01)).toBe(true);
  }
  const labels = placed.edges.flatMap(({ label }, index) =>
    label ? [{ ...label, ...graph.edges[index]!.label! }] : [],
  );
  const taken = [...boxes, ...labels, ...plates];
  for (const [index, one] of taken.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(-0.01);
    expect(one.y).toBeGreaterThanOrEqual(-0.01);
    expect(one.x + one.width).toBeLessThanOrEqual(placed.width + 0.01);
    expect(one.y + one.height).toBeLessThanOrEqual(placed.height + 0.01);
    expect(taken.slice(index + 1).filter((other) => overlap(one, other))).toEqual([]);
  }
  for (const [index, { points }] of placed.edges.entries()) {
    const { from, to, fromPort, toPort } = graph.edges[index]!;
    const ends = [
      fromPort === undefined ? boxes[from]! : plates[fromPort]!,
      toPort === undefined ? boxes[to]! : plates[toPort]!,
    ];
    expect(onBorder(points[0]!, ends[0]!)).toBe(true);
    expect(onBorder(points.at(-1)!, ends[1]!)).toBe(true);
    const obstacles = [...boxes, ...plates];
    expect(obstacles.filter((other) => crosses(points, shrunk(other)))).toEqual([]);
    for (const [at, { x, y }] of points.slice(1).entries()) {
      expect(x === points[at]!.x || y === points[at]!.y).toBe(true);
    }
  }
}
