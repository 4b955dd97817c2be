import type { PictureNode } from '../picture.js';
import { tag } from './escape.js';
import type { Colours } from './shapes.js';

type Outlined = Pick<
  PictureNode,
  'shape' | 'width' | 'height' | 'ghost' | 'open' | 'subdomain' | 'serviceKind'
>;

/** The shape of a box. Kinds differ in shape and stroke, not in colour alone. */
export function outline(node: Outlined, { fill, line }: Colours): string {
  const { width: w, height: h, shape, ghost } = node;
  const corner = (radius: number) => Math.min(radius, h / 4);
  const paint = {
    fill,
    stroke: line,
    'stroke-width': node.subdomain === 'core' ? 2.6 : node.subdomain === 'generic' ? 1 : 1.5,
    'stroke-dasharray': ghost ? '3 3' : undefined,
  };
  switch (shape) {
    case 'big-ball-of-mud':
      return tag('path', { ...paint, d: mud(w, h), 'stroke-linejoin': 'round' });
    case 'external':
      if (ghost) return tag('rect', { ...paint, width: w, height: h, rx: 2, 'stroke-width': 1.2 });
      return (
        tag('rect', { ...paint, width: w, height: h, rx: 2 }) +
        tag('path', {
          d: `M 7 0 V ${num(h)} M ${num(w - 7)} 0 V ${num(h)}`,
          stroke: line,
          'stroke-width': 1,
          fill: 'none',
        })
      );
    case 'actor':
      return tag('rect', { ...paint, y: 18, width: w, height: h - 18, rx: corner(16) });
    case 'store':
      return cylinder(w, h, paint);
    case 'event':
      return sticky(w, h, paint);
    case 'legacy':
      return tag('rect', {
        ...paint,
        width: w,
        height: h,
        rx: corner(10),
        'stroke-dasharray': h < 20 ? '5 3' : '9 4',
      });
    case 'group':
      return tag('rect', {
        ...paint,
        width: w,
        height: h,
        rx: 16,
        'stroke-width': 1.2,
      });
    case 'service':
      return (
        tag('rect', {
          ...paint,
          width: w,
          height: h,
          rx: corner(5),
          'stroke-width': ghost ? 1.2 : 1.3,
        }) +
        (!ghost && (node.serviceKind === 'gateway' || node.serviceKind === 'bff')
          ? tag('rect', {
              x: 3,
              y: 3,
              width: w - 6,
              height: h - 6,
              rx: 3,
              fill: 'none',
              stroke: line,
              'stroke-width': 0.8,
            })
          : '')
      );
    default:
      return tag('rect', { ...paint, width: w, height: h, rx: corner(14) });
  }
}

type Paint = Readonly<Record<string, string | number | undefined>>;

function cylinder(w: number, h: number, paint: Paint): string {
  const r = Math.min(7, h / 5);
  const arc = (sweep: 0 | 1, x: number, y: number) =>
    `A ${num(w / 2)} ${num(r)} 0 0 ${num(sweep)} ${num(x)} ${num(y)}`;
  const body = `M 0 ${num(r)} ${arc(1, w, r)} V ${num(h - r)} ${arc(1, 0, h - r)} Z`;
  const lid = `M 0 ${num(r)} ${arc(0, w, r)}`;
  return tag('path', { ...paint, d: body }) + tag('path', { ...paint, d: lid, fill: 'none' });
}

/** A note with a folded corner, as on the wall of an event storming. */
function sticky(w: number, h: number, paint: Paint): string {
  const fold = Math.min(12, h / 3);
  const d = `M 0 0 H ${num(w)} V ${num(h - fold)} L ${num(w - fold)} ${num(h)} H 0 Z`;
  const corner = `M ${num(w)} ${num(h - fold)} H ${num(w - fold)} V ${num(h)}`;
  return (
    tag('path', { ...paint, d }) +
    tag('path', { d: corner, fill: 'none', stroke: paint['stroke'], 'stroke-width': 1 })
  );
}

/** A wavy outline: a big ball of mud has no clear border. */
function mud(width: number, height: number): string {
  const wave = (length: number) => Math.max(height < 20 ? 2 : 3, Math.round(length / 26));
  const depth = height < 20 ? 2 : 5;
  const side = (count: number, dx: number, dy: number, bend: number) =>
    Array.from({ length: count }, (_, i) => {
      const sign = i % 2 === 0 ? 1 : -1;
      const [cx, cy] = dx === 0 ? [sign * bend, dy / 2] : [dx / 2, sign * bend];
      return `q ${cx.toFixed(1)} ${cy.toFixed(1)} ${dx.toFixed(1)} ${dy.toFixed(1)}`;
    }).join(' ');
  const across = wave(width);
  const down = wave(height);
  return `M 0 0 ${side(across, width / across, 0, -depth)} ${side(down, 0, height / down, depth)} ${side(across, -width / across, 0, depth)} ${side(down, 0, -height / down, -depth)} Z`;
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
