/** What of a document came into the model, what stays in the document alone, and what was not understood. */
import { isList, isMap, type Tree } from '../contracts/tree.js';

/**
 * - `modelled`: the model says it
 * - `carried`: the document keeps it, the model says nothing of it
 * - `unsupported`: the model should say it and cannot, for a reason
 */
export type CoverageKind = 'modelled' | 'carried' | 'unsupported';

/** A place of a document: a JSON pointer, or for texts a line. */
export interface CoverageEntry {
  readonly kind: CoverageKind;
  readonly at: string;
  /** How many values stand there; at least one. */
  readonly values: number;
  readonly reason?: string;
}

export interface CoverageReport {
  readonly counts: Readonly<Record<CoverageKind, number>>;
  /** Share of modelled values, 0 to 1; 1 for an empty document. */
  readonly share: number;
  /** In the order of the document; whole branches of one kind are one entry. */
  readonly entries: readonly CoverageEntry[];
}

/** Notes what an import makes of the values of one document, by JSON pointer. */
export class Coverage {
  private readonly marks = new Map<string, CoverageKind>();
  private readonly reasons = new Map<string, string>();

  /** The value and everything below that has no mark of its own. */
  modelled(pointer: string): void {
    if (!this.marks.has(pointer)) this.marks.set(pointer, 'modelled');
  }

  unsupported(pointer: string, reason: string): void {
    this.marks.set(pointer, 'unsupported');
    this.reasons.set(pointer, reason);
  }

  /** A reason at a place whose values have marks of their own. */
  noted(pointer: string, reason: string): void {
    this.reasons.set(pointer, reason);
  }

  report(tree: Tree): CoverageReport {
    const entries: CoverageEntry[] = [];
    const counts = { modelled: 0, carried: 0, unsupported: 0 };
    this.visit(tree, '', 'carried', entries);
    for (const { kind, values } of entries) counts[kind] += values;
    const total = counts.modelled + counts.carried + counts.unsupported;
    return { counts, share: total === 0 ? 1 : counts.modelled / total, entries };
  }

  private visit(tree: Tree, pointer: string, above: CoverageKind, entries: CoverageEntry[]): void {
    const kind = this.marks.get(pointer) ?? above;
    const reason = this.reasons.get(pointer);
    if (reason !== undefined && kind !== 'unsupported') {
      entries.push({ kind: 'unsupported', at: pointer, values: 0, reason });
    }
    const first = entries.length;
    const children = isMap(tree)
      ? Object.entries(tree).map(([key, value]) => [escaped(key), value] as const)
      : isList(tree)
        ? tree.map((value, index) => [String(index), value] as const)
        : [];
    if (children.length === 0) {
      entries.push({ kind, at: pointer, values: 1, ...because(kind, reason) });
      return;
    }
    for (const [key, value] of children) this.visit(value, `${pointer}/${key}`, kind, entries);
    const own = entries.slice(first);
    const isWhole = own.every((entry) => entry.kind === kind && entry.reason === undefined);
    if (isWhole) {
      const values = own.reduce((sum, entry) => sum + entry.values, 0);
      entries.splice(first, own.length, { kind, at: pointer, values, ...because(kind, reason) });
    } else if (reason !== undefined && kind === 'unsupported') {
      entries.splice(first, 0, { kind, at: pointer, values: 0, reason });
    }
  }
}

function because(kind: CoverageKind, reason: string | undefined): { reason?: string } {
  return kind === 'unsupported' && reason !== undefined ? { reason } : {};
}

/** RFC 6901. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
