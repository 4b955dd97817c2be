import type { ServiceKind } from '../../model/model.js';
import type { PictureNode } from '../picture.js';
import { tag } from './escape.js';
import type { Theme } from './theme.js';

/** Small line drawings, 12 by 12, that tell kinds of services apart at a glance. */
const services: Readonly<Partial<Record<ServiceKind, string>>> = {
  frontend: 'M 0.5 1.5 H 11.5 V 10.5 H 0.5 Z M 0.5 4.2 H 11.5 M 2.2 2.9 h 0.1 M 4 2.9 h 0.1',
  gateway: 'M 0.5 11 V 3 L 6 0.7 L 11.5 3 V 11 M 4 11 V 6 H 8 V 11',
  bff: 'M 0.5 1 H 5 V 11 H 0.5 Z M 7 6 H 11.5 M 9.4 3.8 L 11.5 6 L 9.4 8.2',
  worker:
    'M 6 3.6 a 2.4 2.4 0 1 0 0.01 0 M 6 0.6 V 2.6 M 6 9.4 V 11.4 M 0.6 6 H 2.6 M 9.4 6 H 11.4 M 2.2 2.2 L 3.6 3.6 M 8.4 8.4 L 9.8 9.8 M 9.8 2.2 L 8.4 3.6 M 3.6 8.4 L 2.2 9.8',
  job: 'M 6 0.7 a 5.3 5.3 0 1 0 0.01 0 M 6 2.8 V 6 L 8.4 7.4',
  orchestrator:
    'M 6 0.8 h 0.01 M 6 1 V 4.5 M 6 4.5 L 1.8 9 M 6 4.5 V 9 M 6 4.5 L 10.2 9 M 1 10.2 h 1.6 M 5.2 10.2 h 1.6 M 9.4 10.2 h 1.6',
};

/** The icon of a box's kind; empty where shape and words say enough. */
export function kindIcon(node: PictureNode, stroke: string, theme: Theme): string {
  const paint = {
    fill: 'none',
    stroke,
    'stroke-width': 1.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  if (node.shape === 'actor') {
    const center = node.width / 2;
    return (
      tag('circle', { cx: center, cy: 9, r: 8, fill: theme.actor, stroke, 'stroke-width': 1.5 }) +
      tag('path', {
        ...paint,
        d: `M ${String(center - 15)} 34 a 15 13 0 0 1 30 0`,
        'stroke-width': 1.5,
        fill: theme.actor,
      })
    );
  }
  const d = node.serviceKind && !node.ghost ? services[node.serviceKind] : undefined;
  if (d === undefined) return '';
  return tag(
    'g',
    { transform: 'translate(7 7)', class: 'icon detail' },
    tag('path', { ...paint, d }),
  );
}
