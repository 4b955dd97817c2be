import { fonts, spacing } from '../measure.js';
import type { NodeShape, PictureNode } from '../picture.js';
import { escapeXml, tag } from './escape.js';
import { kindIcon } from './icons.js';
import { outline } from './outlines.js';
import { textWidth } from '../text-metrics.js';
import { textLine } from './text.js';
import { changeFrame, goneOpacity } from './change.js';
import type { Theme } from './theme.js';
import { nameSize, rowsHeight, wordsTop } from './words-place.js';

/** One box with its words. */
export function nodeSvg(node: PictureNode, theme: Theme): string {
  const colours = coloursOf(node, theme);
  const { change } = node;
  const drawn = [outline(node, colours), kindIcon(node, colours.line, theme)];
  // A group's name is drawn when the lines are that lead into it.
  if (node.shape !== 'group') {
    const write = node.open ? openWords : words;
    drawn.push(write(node, theme, colours.line));
  }
  return tag(
    'g',
    {
      class: `node ${node.shape}${node.ghost ? ' ghost' : ''}${node.open ? ' open' : ''}${change === undefined ? '' : ` ${change}`}`,
      'data-arch-id': node.element,
      'data-node': node.id === node.element ? undefined : node.id,
    },
    tag('title', {}, escapeXml(node.description)),
    ...(change === undefined ? [] : [changeFrame(change, node, theme)]),
    ...(change === 'removed' ? [tag('g', { opacity: goneOpacity }, ...drawn)] : drawn),
  );
}

/** The name of a group, on a ground of its own: lines that lead into the group pass below it. */
export function groupNameSvg(group: PictureNode, theme: Theme): string {
  const { x, y, mark } = group;
  const { fill } = coloursOf(group, theme);
  const width = textWidth(group.name.join(''), fonts.name, 'bold');
  const top = mark === '' ? 10 : 8;
  return tag(
    'g',
    { class: 'group-name', 'data-arch-id': group.element },
    tag('rect', {
      x: x + 12,
      y: y + top,
      width: width + 12,
      height: groupHeader - top,
      rx: 3,
      fill,
    }),
    openWords(group, theme, theme.muted),
  );
}

/** Where the name of a group ends. */
const groupHeader = 44;

export interface Colours {
  readonly fill: string;
  readonly line: string;
}

/** Fill and outline of a box. */
export function coloursOf(
  node: {
    readonly shape: NodeShape;
    readonly subdomain?: string;
    readonly ghost?: boolean;
    readonly open?: boolean;
  },
  theme: Theme,
): Colours {
  if (node.ghost === true)
    return { fill: theme.ghost, line: node.shape === 'event' ? theme.eventLine : theme.ghostLine };
  switch (node.shape) {
    case 'external':
    case 'actor':
    case 'service':
    case 'event':
    case 'store':
    case 'group':
      return { fill: theme[node.shape], line: theme[`${node.shape}Line`] };
    default: {
      const kind =
        node.subdomain === 'core' || node.subdomain === 'supporting' || node.subdomain === 'generic'
          ? node.subdomain
          : 'plain';
      return {
        fill: node.open === true ? theme[`${kind}Ground`] : theme[kind],
        line: theme[`${kind}Line`],
      };
    }
  }
}

/** The ground that the inside of an opened context is drawn on. */
export function groundOf(node: PictureNode | undefined, theme: Theme): string {
  return node ? coloursOf({ ...node, open: true }, theme).fill : theme.background;
}

function words(node: PictureNode, theme: Theme, stroke: string): string {
  const size = nameSize(node);
  const center = node.x + node.width / 2;
  const middle = { 'text-anchor': 'middle' };
  let y = wordsTop(node, size);
  let result = '';
  if (node.mark !== '') {
    result += textLine(node.mark.toUpperCase(), center, y + fonts.mark, fonts.mark, stroke, {
      ...middle,
      'font-weight': 700,
      'letter-spacing': 0.6,
      class: 'detail',
    });
    y += spacing.mark;
  }
  for (const part of node.name) {
    const style: Record<string, string> = {
      ...(node.ghost ? { 'font-style': 'italic' } : {}),
      ...(node.change === 'removed' ? { 'text-decoration': 'line-through' } : {}),
    };
    result += textLine(part, center, y + size, size, theme.text, {
      ...middle,
      'font-weight': 700,
      ...style,
    });
    y += size + spacing.line;
  }
  y += node.details.length > 0 ? spacing.details : 0;
  for (const part of node.details) {
    result += textLine(part, center, y + fonts.detail, fonts.detail, theme.muted, {
      ...middle,
      class: 'detail',
    });
    y += fonts.detail + spacing.line;
  }
  return result + rows(node, node.y + node.height - rowsHeight(node) - 6, theme, stroke);
}

/** APIs of a service, each a target of its own. */
function rows(node: PictureNode, top: number, theme: Theme, stroke: string): string {
  return node.rows
    .map(({ id, text, tag: kind }, index) => {
      const y = top + spacing.rows + index * spacing.row;
      const label = kind.toUpperCase();
      return tag(
        'g',
        { class: 'row detail', 'data-arch-id': id },
        tag('rect', {
          x: node.x + 7,
          y,
          width: node.width - 14,
          height: spacing.row - 3,
          rx: 3,
          fill: theme.plain,
          stroke,
          'stroke-width': 0.6,
        }),
        textLine(label, node.x + 12, y + 11.5, 8.5, stroke, { 'font-weight': 700 }),
        textLine(text, node.x + node.width - 12, y + 12, fonts.row, theme.text, {
          'text-anchor': 'end',
        }),
      );
    })
    .join('');
}

/** An opened context or group carries its name at the top left, above its inside. */
function openWords(node: PictureNode, theme: Theme, stroke: string): string {
  const left = node.x + 18;
  const mark =
    node.mark === ''
      ? ''
      : textLine(node.mark.toUpperCase(), left, node.y + 20, fonts.mark, stroke, {
          'font-weight': 700,
          'letter-spacing': 0.6,
          class: 'detail',
        });
  const y = node.y + (node.mark === '' ? 26 : 38);
  return (
    mark + textLine(node.name.join(''), left, y, fonts.name, theme.text, { 'font-weight': 700 })
  );
}
