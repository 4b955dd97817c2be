import type { Box, PictureNode } from '../picture.js';
import { short, tag } from './escape.js';
import type { Colours } from './shapes.js';

type Outlined = Pick<
  PictureNode,
  'shape' | 'x' | 'y' | 'width' | 'height' | 'ghost' | 'open' | 'subdomain' | 'serviceKind'
>;

/** The shape of a box. Kinds differ in shape and stroke, not in colour alone. */
export function outline(node: Outlined, { fill, line }: Colours): string {
  const { x, y, width: w, height: h, shape, ghost } = node;
  const corner = (radius: number) => Math.min(radius, h / 4);
  const paint = {
    fill,
    stroke: line,
    'stroke-width': node.subdomain === 'core' ? 2.6 : node.subdomain === 'generic' ? 1 : 1.5,
    'stroke-dasharray': ghost ? '3 3' : undefined,
  };
  switch (shape) {
    case 'big-ball-of-mud':
      return tag('path', { ...paint, d: mud(node), 'stroke-linejoin': 'round' });
    case 'external':
      if (ghost)
        return tag('rect', { ...paint, x, y, width: w, height: h, rx: 2, 'stroke-width': 1.2 });
      return (
        tag('rect', { ...paint, x, y, width: w, height: h, rx: 2 }) +
        tag('path', {
          d: `M ${short(x + 7)} ${short(y)} v ${short(h)} m ${short(w - 14)} 0 v ${short(-h)}`,
          stroke: line,
          'stroke-width': 1,
          fill: 'none',
        })
      );
    case 'actor':
      return tag('rect', { ...paint, x, y: y + 18, width: w, height: h - 18, rx: corner(16) });
    case 'store':
      return cylinder(node, paint);
    case 'event':
      return sticky(node, paint);
    case 'legacy':
      return tag('rect', {
        ...paint,
        x,
        y,
        width: w,
        height: h,
        rx: corner(10),
        'stroke-dasharray': h < 20 ? '5 3' : '9 4',
      });
    case 'group':
      return tag('rect', {
        ...paint,
        x,
        y,
        width: w,
        height: h,
        rx: 16,
        'stroke-width': 1.2,
      });
    case 'service':
      return (
        tag('rect', {
          ...paint,
          x,
          y,
          width: w,
          height: h,
          rx: corner(5),
          'stroke-width': ghost ? 1.2 : 1.3,
        }) +
        (!ghost && (node.serviceKind === 'gateway' || node.serviceKind === 'bff')
          ? tag('rect', {
              x: x + 3,
              y: y + 3,
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
      return tag('rect', { ...paint, x, y, width: w, height: h, rx: corner(14) });
  }
}

type Paint = Readonly<Record<string, string | number | undefined>>;

function cylinder({ x, y, width: w, height: h }: Box, paint: Paint): string {
  const r = Math.min(7, h / 5);
  const arc = (sweep: 0 | 1, dx: number) =>
    `a ${short(w / 2)} ${short(r)} 0 0 ${short(sweep)} ${short(dx)} 0`;
  const start = `M ${short(x)} ${short(y + r)}`;
  const body = `${start} ${arc(1, w)} v ${short(h - 2 * r)} ${arc(1, -w)} Z`;
  const lid = `${start} ${arc(0, w)}`;
  return tag('path', { ...paint, d: body }) + tag('path', { ...paint, d: lid, fill: 'none' });
}

/** A note with a folded corner, as on the wall of an event storming. */
function sticky({ x, y, width: w, height: h }: Box, paint: Paint): string {
  const fold = Math.min(12, h / 3);
  const d = `M ${short(x)} ${short(y)} h ${short(w)} v ${short(h - fold)} l ${short(-fold)} ${short(fold)} H ${short(x)} Z`;
  const corner = `M ${short(x + w)} ${short(y + h - fold)} h ${short(-fold)} v ${short(fold)}`;
  return (
    tag('path', { ...paint, d }) +
    tag('path', { d: corner, fill: 'none', stroke: paint['stroke'], 'stroke-width': 1 })
  );
}

/** A wavy outline: a big ball of mud has no clear border. */
function mud({ x, y, width, height }: Box): string {
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
  return `M ${short(x)} ${short(y)} ${side(across, width / across, 0, -depth)} ${side(down, 0, height / down, depth)} ${side(across, -width / across, 0, depth)} ${side(down, 0, -height / down, -depth)} Z`;
}
