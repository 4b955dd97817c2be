import { describe, expect, it } from 'vitest';
import { changeSigns, haloOpacity } from '../../src/diagram/svg/change.js';
import { markColours } from '../../src/diagram/svg/marks.js';
import { themes } from '../../src/diagram/svg/theme.js';
import type { Change, MarkSeverity } from '../../src/diagram/picture.js';

type Colour = readonly [number, number, number];

function parsed(hex: string): Colour {
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Contrast of two colours (WCAG 2.2, relative luminance). */
function contrast(a: Colour, b: Colour): number {
  const luminance = (colour: Colour) => {
    const [r, g, b] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function over(top: Colour, ground: Colour, opacity: number): Colour {
  const mixed = (at: 0 | 1 | 2) => top[at] * opacity + ground[at] * (1 - opacity);
  return [mixed(0), mixed(1), mixed(2)];
}

const changes = Object.keys(changeSigns) as Change[];
const severities: readonly MarkSeverity[] = ['error', 'warning', 'info', 'accepted'];
const marks = [
  {},
  ...changes.map((change) => ({ change })),
  ...severities.map((severity) => ({ severity })),
  ...Array.from({ length: 8 }, (_, tone) => ({ tone })),
];

describe.each(Object.entries(themes))('what lies over a map in the theme %s', (_, theme) => {
  const ground = parsed(theme.background);

  it('has words that can be read on every mark, and marks with an edge', () => {
    for (const mark of marks) {
      const { fill, ink } = markColours(mark, theme);
      expect(contrast(parsed(ink), parsed(fill)), JSON.stringify(mark)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(parsed(theme.port), ground)).toBeGreaterThanOrEqual(3);
  });

  it('has steps that can be seen, with numbers that can be read', () => {
    expect(contrast(parsed(theme.command), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(changes)('shows what is %s on boxes and along lines', (change) => {
    const colour = parsed(theme[change]);
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(over(colour, ground, haloOpacity), ground)).toBeGreaterThanOrEqual(3);
  });
});
