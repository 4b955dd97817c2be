import type { Tree } from '../tree.js';

/**
 * What happened to one place since the contract was generated last:
 * - `both-changed`: by hand and in the model, differently
 * - `edited-deleted`: edited by hand, gone from the model
 * - `deleted-changed`: deleted by hand, changed in the model
 * - `both-added`: by hand and in the model, differently; also what differs in an adopted file
 * - `comment-deleted`: gone from the model, but a hand-written comment stands on it
 */
export type ConflictKind =
  'both-changed' | 'edited-deleted' | 'deleted-changed' | 'both-added' | 'comment-deleted';

export interface Conflict {
  readonly kind: ConflictKind;
  /** JSON pointer (RFC 6901). Indices are those of the file. */
  readonly pointer: string;
  /** What was generated last, what the file has, what the model gives; undefined where it is not. */
  readonly base: Tree | undefined;
  readonly mine: Tree | undefined;
  readonly model: Tree | undefined;
  /** Line in the file, counting from 1; that of the parent where mine is not there. */
  readonly line: number;
}

export type Resolution = 'mine' | 'model';

/**
 * Decides a conflict; undefined leaves it open.
 *
 * @param drifts whether its place belongs to what the parties agreed on, and not to the words about it
 */
export type Resolve = (conflict: Conflict, drifts: boolean) => Resolution | undefined;

/** Something in the file that differs from what was generated, while the model stayed. */
export interface HandChange {
  readonly what: 'added' | 'changed' | 'deleted';
  readonly pointer: string;
  readonly line: number;
  /** Whether it changes the contract itself, not only what is said about it. */
  readonly drifts: boolean;
}
