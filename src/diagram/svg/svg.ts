import { frame } from '../layout/frame.js';
import type { Picture, PictureNode } from '../picture.js';
import { edgeSvg, labelSvg, markers, portSvg } from './edges.js';
import { escapeXml, tag } from './escape.js';
import { legendSvg } from './legend.js';
import { family, nodeSvg } from './shapes.js';
import type { Theme } from './theme.js';

/**
 * Draws a picture. The same text is the exported file and the inside of the live map, so what is
 * reviewed is what was seen. Everything from the model is escaped; the result has no scripts, no
 * links and nothing from outside.
 */
export function renderSvg(picture: Picture, theme: Theme): string {
  const { width, height } = picture;
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      role: 'img',
      'aria-label': picture.title,
    },
    tag('title', {}, escapeXml(picture.title)),
    markers(theme),
    tag('rect', { width, height, fill: theme.background, class: 'ground' }),
    renderContent(picture, theme),
  )}\n`;
}

/** The drawing without its outer element. */
export function renderContent(picture: Picture, theme: Theme): string {
  const outer = picture.nodes.filter(({ parent }) => parent === undefined);
  const inner = picture.nodes.filter(({ parent }) => parent !== undefined);
  const draw = (node: PictureNode) => nodeSvg(node, theme);
  const relations = picture.edges.filter((edge) => edge.id.startsWith('relation:'));
  const inside = picture.edges.filter((edge) => !edge.id.startsWith('relation:'));
  return [
    tag(
      'text',
      {
        x: frame.margin, y: frame.margin + 22, 'font-size': 20, 'font-weight': 700,
        fill: theme.text, 'font-family': family, 'unicode-bidi': 'isolate', class: 'map-title',
      },
      escapeXml(picture.title),
    ),
    ...relations.map((edge) => edgeSvg(edge, theme)),
    ...outer.map(draw),
    ...picture.ports.map((port) => portSvg(port, theme)),
    ...relations.map((edge) => labelSvg(edge, theme)),
    ...inside.map((edge) => edgeSvg(edge, theme)),
    ...inner.map(draw),
    ...inside.map((edge) => labelSvg(edge, theme)),
    legendSvg(picture, theme),
  ].join('');
}
