import { legendHeight } from '../legend.js';
import type { Picture } from '../picture.js';
import { textWidth } from '../text-metrics.js';
import { fonts } from '../measure.js';
import { enclosing, movedEdge, shifted } from './geometry.js';

/** Room around a picture, and above it for the title; in pixels. */
export const frame = { margin: 28, title: 50, legendGap: 26, narrowest: 560 } as const;

/** Moves a drawing into a frame with room for title and legend. */
export function framed(content: Omit<Picture, 'width' | 'height' | 'origin'>): Picture {
  const { title, flow, nodes, ports, edges } = content;
  const boxes = [...nodes, ...ports, ...edges.flatMap(({ label }) => label ?? [])];
  const lines = edges.map((edge) => edge.points);
  const around = boxes.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : enclosing(boxes, lines);
  const dx = frame.margin - around.x;
  const dy = frame.margin + frame.title - around.y;
  const titleWidth = textWidth(title, fonts.title, 'bold');
  const width = Math.ceil(Math.max(around.width, titleWidth, frame.narrowest) + 2 * frame.margin);
  const legend = legendHeight(content, width - 2 * frame.margin);
  const legendRoom = legend === 0 ? 0 : frame.legendGap + legend;
  return {
    title,
    flow,
    width,
    height: Math.ceil(around.height + 2 * frame.margin + frame.title + legendRoom),
    origin: { x: dx, y: dy },
    nodes: nodes.map((node) => shifted(node, dx, dy)),
    ports: ports.map((port) => shifted(port, dx, dy)),
    edges: edges.map((edge) => movedEdge(edge, dx, dy)),
  };
}
