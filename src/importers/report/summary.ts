/** The figures of a report, and what the other forms of it have in common. */
import type { CoverageEntry, CoverageKind, CoverageReport } from '../coverage.js';

export const kinds: readonly CoverageKind[] = ['modelled', 'carried', 'unsupported'];

/** What each kind means, in words for readers of a report. */
export const meanings: Readonly<Record<CoverageKind, string>> = {
  modelled: 'in the model',
  carried: 'carried along: the document keeps it, the model does not speak of it',
  unsupported: 'not understood: the model says less than the document',
};

/** `72 %`, rounded down, so that only a whole is a hundred. */
export function percent(share: number): string {
  return `${String(Math.floor(share * 100))} %`;
}

/** Entries with a reason: each is something that the model cannot say. */
export function reasons(report: CoverageReport): (CoverageEntry & { readonly reason: string })[] {
  return report.entries.flatMap((entry) =>
    entry.reason === undefined ? [] : [{ ...entry, reason: entry.reason }],
  );
}

/** A pointer as people see it; the document itself has an empty one. */
export function shownPlace(at: string): string {
  return at === '' ? '(the whole document)' : at;
}
