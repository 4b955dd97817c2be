import { distance } from 'fastest-levenshtein';

/**
 * Candidates that an author may have meant by `word`, best first: same letters in another case
 * first, then by edit distance, at most a third of the word’s length, rounded (at least 1).
 */
export function closest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const lower = word.toLowerCase();
  const allowed = Math.max(1, Math.round(word.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const score = distance(lower, candidate.toLowerCase());
    if (score <= allowed) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
  return [...new Set(scored.map(({ candidate }) => candidate))].slice(0, limit);
}
