import type { Size } from './picture.js';
import { textWidth } from './text-metrics.js';

/** A name as large as a room allows. */
export interface LargestName {
  readonly lines: readonly string[];
  /** Size of type in pixels. */
  readonly size: number;
}

/** Distance between the base lines of a name, in sizes of type. */
export const lineHeight = 1.02;

const mostLines = 3;

/**
 * Breaks a name where words begin, so that it may be written as large as can be in a room: for maps
 * that are seen from so far that nothing else of a box could be read.
 *
 * @param most the largest size of type, in pixels
 */
export function largestName(name: string, room: Size, most: number): LargestName {
  const words = wordsOf(name);
  const tries = Array.from({ length: Math.min(mostLines, words.length) }, (_, more) => {
    const lines = balanced(words, more + 1);
    return { lines, size: Math.min(most, sizeOf(lines, room)) };
  });
  return tries.reduce((best, one) => (one.size > best.size + 0.5 ? one : best));
}

/** Parts that stay together; blanks stay with what is before them. */
function wordsOf(name: string): string[] {
  const parts = name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1\n$2')
    .replaceAll(/([\s_-]+)/g, '$1\n')
    .split('\n')
    .filter((part) => part !== '');
  return parts.length === 0 ? [name] : parts;
}

/** Largest size of type at which lines fit into a room. */
function sizeOf(lines: readonly string[], { width, height }: Size): number {
  const widest = Math.max(1, ...lines.map(unitWidth));
  return Math.floor(Math.min(width / widest, height / (lines.length * lineHeight)) * 10) / 10;
}

/** Width of a line, in sizes of type. */
function unitWidth(line: string): number {
  return textWidth(line.trim(), 100, 'bold') / 100;
}

/** Words on so many lines, of which the widest is as narrow as can be. */
function balanced(words: readonly string[], count: number): string[] {
  if (count === 1) return [words.join('').trim()];
  let best: string[] = [];
  let narrowest = Infinity;
  for (let first = 1; first <= words.length - count + 1; first++) {
    const lines = [
      words.slice(0, first).join('').trim(),
      ...balanced(words.slice(first), count - 1),
    ];
    const widest = Math.max(...lines.map(unitWidth));
    if (widest >= narrowest) continue;
    [best, narrowest] = [lines, widest];
  }
  return best;
}
