import type { Model } from '../../model/model.js';
import type { FileMove } from './change.js';

/**
 * Files that are gone and whose declarations stand in one new file. The version control system
 * guesses from lines; the model knows what a file declared.
 */
export function fileMoves(before: Model, after: Model): FileMove[] {
  const left = new Set(before.files);
  const right = new Set(after.files);
  const targets = new Map<string, Map<string, number>>();
  for (const { id, span } of before.elements.values()) {
    if (right.has(span.file)) continue;
    const now = after.elements.get(id)?.span.file;
    if (now === undefined || left.has(now)) continue;
    const counts = targets.get(span.file) ?? new Map<string, number>();
    counts.set(now, (counts.get(now) ?? 0) + 1);
    targets.set(span.file, counts);
  }
  return [...targets]
    .flatMap(([from, counts]) => {
      const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return best ? [{ from, to: best[0] }] : [];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
