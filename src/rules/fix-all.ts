import { compare, type Span } from '../model/span.js';
import { counts, type Finding } from './finding.js';
import type { Edit } from './rule.js';

/**
 * The edits of all safe fixes of a file, in the order of the text. Where two touch the same place
 * the first one wins; the next run does the other.
 */
export function fixAllEdits(findings: readonly Finding[], file: string): readonly Edit[] {
  const fixes = findings
    .filter(counts)
    .flatMap((finding) => finding.fixes.filter(({ safe }) => safe).slice(0, 1))
    .filter(({ edits }) => edits.every(({ span }) => span.file === file));
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    if (edits.some((edit) => taken.some((other) => overlaps(edit.span, other.span)))) continue;
    taken.push(...edits);
  }
  return taken.sort((a, b) => compare(a.span.start, b.span.start));
}

function overlaps(a: Span, b: Span): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}
