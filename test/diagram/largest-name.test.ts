import { describe, expect, it } from 'vitest';
import { largestName, lineHeight } from '../../src/diagram/largest-name.js';
import { textWidth } from '../../src/diagram/text-metrics.js';

const box = { width: 138, height: 54 };

describe('a name as large as its box allows', () => {
  it('is broken where words begin, where that makes it larger', () => {
    const { lines, size } = largestName('BoutiqueCurrency', box, 40);
    expect(lines).toEqual(['Boutique', 'Currency']);
    expect(size).toBeGreaterThan(20);
  });

  it('stays on one line where that is larger', () => {
    expect(largestName('Stripe', box, 40).lines).toEqual(['Stripe']);
    expect(largestName('OrderIt', { width: 300, height: 30 }, 40).lines).toEqual(['OrderIt']);
  });

  it('is no larger than wanted', () => {
    expect(largestName('A', { width: 900, height: 900 }, 40).size).toBe(40);
  });

  it.each([
    'Ordering',
    'CustomerSelfService',
    'customer_self_service',
    'point-of-sale',
    'a name of many words that goes on',
    'OIDC2Gateway',
    'Größe',
    '__proto__',
    '日本語',
    '_',
  ])('fits, and loses nothing: %s', (name) => {
    const { lines, size } = largestName(name, box, 40);
    expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
    for (const line of lines) expect(textWidth(line, size, 'bold')).toBeLessThanOrEqual(139);
    expect(lines.length * size * lineHeight).toBeLessThanOrEqual(54.001);
  });
});
