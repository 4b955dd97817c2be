import type { IToken } from 'chevrotain';

const named: ReadonlySet<string> = new Set([
  ...[
    'system',
    'domain',
    'subdomain',
    'actor',
    'external',
    'context',
    'contextmap',
    'view',
    'flow',
  ],
  ...['aggregate', 'entity', 'value', 'enum', 'event', 'command', 'error', 'service'],
]);

/**
 * How many tokens of a line are the head of a declaration: keyword, name, title, what a context
 * implements, the style of an API. Undefined where the line begins with none.
 */
export function headEnd(line: readonly IToken[]): number | undefined {
  const images = line.map(({ image }) => image);
  let index = /^(root|core|supporting|generic)$/.test(images[0] ?? '') ? 1 : 0;
  const keyword = images[index] ?? '';
  if (keyword === 'slo') return index + 1;
  const styled = keyword === 'api' || keyword === 'store' || keyword === 'broker';
  if ((!named.has(keyword) && !styled) || !/^[A-Za-z_]/.test(images[index + 1] ?? '')) {
    return undefined;
  }
  // A field may be called like a keyword: `event string`, but never with a colon right behind.
  if (images[index + 1] === ':') return undefined;
  index += 2;
  if (images[index]?.startsWith('"')) index++;
  if (styled) {
    if (images[index] !== ':') return undefined;
    index += 2;
  }
  if (images[index] === 'implements') {
    index += 2;
    while (images[index] === ',') index += 2;
  }
  return Math.min(index, images.length);
}
