/**
 * Source of a pattern for whatever begins with one of the words (lower case), in the singular or a
 * plural that `singular` makes it of. A pattern tells at one look which names need not be taken
 * apart into words.
 */
export function stemsOf(words: Iterable<string>): string {
  return [...words]
    .map((word) => (word.endsWith('y') ? `${word.slice(0, -1)}(?:y|ie)` : word))
    .join('|');
}
