import type { Accepted } from '../rules/rule.js';

/** Changes that somebody agreed to, recorded in the repository: `.archivolt/approvals.json`. */
export const approvalsFile = '.archivolt/approvals.json';

export interface Approval {
  /** Of the change; another change of the same part has another one. */
  readonly fingerprint: string;
  readonly who: string;
  readonly why: string;
  /** ISO date. */
  readonly when: string;
}

export interface ReadApprovals {
  readonly approvals: ReadonlyMap<string, Approval>;
  /** What is wrong with the file; nothing is approved then. */
  readonly problem?: string;
}

/** Reads the file of approvals; no file is an empty one. */
export function readApprovals(text: string | undefined): ReadApprovals {
  if (text === undefined) return { approvals: new Map() };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { approvals: new Map(), problem: `The approvals are not JSON: ${reason}.` };
  }
  const { version, approvals } = (data ?? {}) as { version?: unknown; approvals?: unknown };
  const entries: readonly unknown[] = Array.isArray(approvals) ? approvals : [undefined];
  if (version !== 1 || !entries.every(isApproval)) {
    return {
      approvals: new Map(),
      problem:
        'The approvals need `"version": 1` and `"approvals": […]`, each with `fingerprint`, `who`, `why` and `when`.',
    };
  }
  return { approvals: new Map(entries.map((entry) => [entry.fingerprint, entry])) };
}

function isApproval(value: unknown): value is Approval {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Readonly<Record<string, unknown>>;
  return ['fingerprint', 'who', 'why', 'when'].every((key) => {
    const word = entry[key];
    return typeof word === 'string' && word.trim() !== '';
  });
}

/**
 * The file of approvals with one more, or with another reason for a change that was approved before.
 * Sorted, and one property a line, so that two branches which approve different changes merge.
 *
 * @throws Error where the text is no file of approvals: nothing in it may be lost
 */
export function withApproval(text: string | undefined, approval: Approval): string {
  const { approvals, problem } = readApprovals(text);
  if (problem !== undefined) throw new Error(`${approvalsFile}: ${problem}`);
  const all = [...new Map(approvals).set(approval.fingerprint, approval).values()]
    .map(({ fingerprint, who, why, when }) => ({ fingerprint, who, why, when }))
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const rest = text === undefined ? {} : (JSON.parse(text) as object);
  return `${JSON.stringify({ ...rest, version: 1, approvals: all }, undefined, 2)}\n`;
}

/** Approvals as rules know them: by the fingerprint of the change. */
export function agreedOf(approvals: ReadonlyMap<string, Approval>): Map<string, Accepted> {
  return new Map(
    [...approvals].map(([fingerprint, { who, why }]) => [fingerprint, { because: why, by: who }]),
  );
}
