import { edgeKey } from '../changes.js';
import { frame } from '../layout/frame.js';
import { fonts } from '../measure.js';
import type { Picture, PictureNode } from '../picture.js';
import { edgeSvg, labelSvg, portSvg } from './edges.js';
import { escapeXml, tag } from './escape.js';
import { legendSvg } from './legend.js';
import { overlayParts } from './overlay.js';
import type { Part } from './part.js';
import { groundOf, groupNameSvg, nodeSvg } from './shapes.js';
import { lettering, textLine } from './text.js';
import type { Theme } from './theme.js';

/**
 * Draws a picture. The same text is the exported file and the inside of the live map, so what is
 * reviewed is what was seen. Everything from the model is escaped; the result has no scripts, no
 * links and nothing from outside.
 */
export function renderSvg(picture: Picture, theme: Theme): string {
  const { width, height, title } = picture;
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      ...lettering,
      role: 'img',
      'aria-label': title,
    },
    tag('title', {}, escapeXml(title)),
    tag('rect', { width, height, fill: theme.background, class: 'ground' }),
    ...renderParts(picture, theme).map(({ svg }) => svg),
  )}\n`;
}

/** The parts of a drawing in the order in which they are painted. */
export function renderParts(picture: Picture, theme: Theme): Part[] {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const groups = picture.nodes.filter(({ shape }) => shape === 'group');
  const inside = (node: PictureNode) => {
    const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
    return parent !== undefined && parent.shape !== 'group';
  };
  const outer = picture.nodes.filter((node) => node.shape !== 'group' && !inside(node));
  const inner = picture.nodes.filter(inside);
  const relations = picture.edges.filter((edge) => edge.inside === undefined);
  const within = picture.edges.filter((edge) => edge.inside !== undefined);
  const groundAt = (x: number, y: number) => {
    const group = groups.find(
      (box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
    );
    return group ? theme.group : theme.background;
  };
  const node = (item: PictureNode): Part => ({ key: `node ${item.id}`, svg: nodeSvg(item, theme) });
  return [
    { key: 'title', svg: titleSvg(picture, theme) },
    ...groups.map(node),
    ...relations.map((edge) => ({
      key: `edge ${edgeKey(edge)}`,
      svg: edgeSvg(edge, theme, theme.background),
    })),
    ...groups.map((group) => ({ key: `name ${group.id}`, svg: groupNameSvg(group, theme) })),
    ...outer.map(node),
    ...picture.ports.map((port) => ({ key: `port ${port.id}`, svg: portSvg(port, theme) })),
    ...relations.flatMap((edge) => {
      if (!edge.label) return [];
      const { x, y, width, height } = edge.label;
      const ground = groundAt(x + width / 2, y + height / 2);
      return [{ key: `label ${edgeKey(edge)}`, svg: labelSvg(edge, theme, ground) }];
    }),
    ...within.map((edge) => {
      const ground = groundOf(nodes.get(edge.inside ?? ''), theme);
      return {
        key: `edge ${edgeKey(edge)}`,
        svg: edgeSvg(edge, theme, ground),
      };
    }),
    ...inner.map(node),
    ...within.flatMap((edge) => {
      if (!edge.label) return [];
      const ground = groundOf(nodes.get(edge.inside ?? ''), theme);
      return [
        {
          key: `label ${edgeKey(edge)}`,
          svg: labelSvg(edge, theme, ground),
        },
      ];
    }),
    ...overlayParts(picture, theme),
    { key: 'legend', svg: legendSvg(picture, theme) },
  ];
}

function titleSvg({ title }: Picture, theme: Theme): string {
  return textLine(title, frame.margin, frame.margin + fonts.title, fonts.title, theme.text, {
    'font-weight': 700,
    class: 'map-title',
  });
}
