/** What an import makes of the lines of a text. */
import type { CoverageEntry, CoverageKind, CoverageReport } from '../coverage.js';

export class LineCoverage {
  private readonly lines = new Map<number, { kind: CoverageKind; reason?: string }>();

  /** The model says what stands here, unless something on the line was not understood. */
  modelled(line: number): void {
    if (!this.lines.has(line)) this.lines.set(line, { kind: 'modelled' });
  }

  unsupported(line: number, reason: string): void {
    if (this.lines.get(line)?.kind !== 'unsupported') {
      this.lines.set(line, { kind: 'unsupported', reason });
    }
  }

  /** Part of a statement that was dealt with elsewhere. */
  covered(line: number): void {
    if (!this.lines.has(line)) this.lines.set(line, { kind: 'unsupported' });
  }

  /** Lines of one kind and reason that follow each other are one entry; a value is a line. */
  report(): CoverageReport {
    const counts = { modelled: 0, carried: 0, unsupported: 0 };
    const entries: (CoverageEntry & { from: number; to: number })[] = [];
    for (const [line, { kind, reason }] of [...this.lines].sort(([a], [b]) => a - b)) {
      counts[kind]++;
      const last = entries.at(-1);
      if (last?.kind === kind && (last.reason === reason || reason === undefined)) {
        entries[entries.length - 1] = {
          ...last,
          to: line,
          values: last.values + 1,
          at: place(last.from, line),
        };
      } else {
        const why = reason === undefined ? {} : { reason };
        entries.push({ kind, at: place(line, line), values: 1, ...why, from: line, to: line });
      }
    }
    const total = counts.modelled + counts.unsupported;
    return {
      counts,
      share: total === 0 ? 1 : counts.modelled / total,
      entries: entries.map(({ from: _, to: __, ...entry }) => entry),
    };
  }
}

function place(from: number, to: number): string {
  return from === to ? `line ${String(from)}` : `lines ${String(from)}-${String(to)}`;
}
