import type { ServiceKind } from '../../model/elements/services.js';
import type { PictureNode, Point } from '../picture.js';
import { short, tag } from './escape.js';
import type { Theme } from './theme.js';

/** Where a drawing begins, in its square of 12 by 12, and how it goes on from there. */
interface Icon extends Point {
  readonly d: string;
}

/** Small line drawings that tell kinds of services apart at a glance. */
const services: Readonly<Partial<Record<ServiceKind, Icon>>> = {
  frontend: { x: 0.5, y: 1.5, d: 'h 11 v 9 h -11 z m 0 2.7 h 11 m -9.3 -1.3 h 0.1 m 1.7 0 h 0.1' },
  gateway: { x: 0.5, y: 11, d: 'v -8 l 5.5 -2.3 l 5.5 2.3 v 8 m -7.5 0 v -5 h 4 v 5' },
  bff: { x: 0.5, y: 1, d: 'h 4.5 v 10 h -4.5 z m 6.5 5 h 4.5 m -2.1 -2.2 l 2.1 2.2 l -2.1 2.2' },
  worker: {
    x: 6,
    y: 3.6,
    d: 'a 2.4 2.4 0 1 0 0.01 0 m -0.01 -3 v 2 m 0 6.8 v 2 m -5.4 -5.4 h 2 m 6.8 0 h 2 m -9.2 -3.8 l 1.4 1.4 m 4.8 4.8 l 1.4 1.4 m 0 -7.6 l -1.4 1.4 m -4.8 4.8 l -1.4 1.4',
  },
  job: { x: 6, y: 0.7, d: 'a 5.3 5.3 0 1 0 0.01 0 m -0.01 2.1 v 3.2 l 2.4 1.4' },
  orchestrator: {
    x: 6,
    y: 0.8,
    d: 'h 0.01 m -0.01 0.2 v 3.5 l -4.2 4.5 m 4.2 -4.5 v 4.5 m 0 -4.5 l 4.2 4.5 m -9.2 1.2 h 1.6 m 2.6 0 h 1.6 m 2.6 0 h 1.6',
  },
};

/** From the corner of a box to its icon. */
const indent = 7;

/** The icon of a box's kind; empty where shape and words say enough. */
export function kindIcon(node: PictureNode, stroke: string, theme: Theme): string {
  const { x, y } = node;
  const paint = {
    fill: 'none',
    stroke,
    'stroke-width': 1.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  if (node.shape === 'actor') {
    const cx = x + node.width / 2;
    return (
      tag('circle', { cx, cy: y + 9, r: 8, fill: theme.actor, stroke, 'stroke-width': 1.5 }) +
      tag('path', {
        ...paint,
        d: `M ${short(cx - 15)} ${short(y + 34)} a 15 13 0 0 1 30 0`,
        'stroke-width': 1.5,
        fill: theme.actor,
      })
    );
  }
  const icon = node.serviceKind && !node.ghost ? services[node.serviceKind] : undefined;
  if (icon === undefined) return '';
  const d = `M ${short(x + indent + icon.x)} ${short(y + indent + icon.y)} ${icon.d}`;
  return tag('path', { class: 'icon detail', ...paint, d });
}
