/** One contract file: what was generated last, what is there, what the model gives now. */
import { parse } from 'yaml';
import { lineOfMergeMark } from '../../model/merge-marks.js';
import type { ContractFormat } from '../config.js';
import type { Tree } from '../tree.js';
import { documentText } from '../text/text.js';
import type { Conflict, HandChange, Resolve } from './conflict.js';
import { withMovedPaths } from './moved-paths.js';
import { same } from './place.js';
import { missingTargets } from './references.js';
import type { Renames } from './renames.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import {
  aliasedIn,
  lineAt,
  UnreadableSource,
  type Comment,
  type SourceNode,
  type SourceText,
} from './source.js';
import { spliced, splices, type Splice } from './splice.js';
import { threeWay, type ThreeWayResult } from './three-way.js';

export interface MergeInput {
  readonly format: ContractFormat;
  /** What was generated last; undefined if nothing was, as when a file is adopted. */
  readonly base: string | undefined;
  /** What the file has; undefined where there is none. */
  readonly disk: string | undefined;
  /** What the model gives, and its text. */
  readonly tree: Tree;
  readonly text: string;
  readonly resolve?: Resolve;
  /** Keys that the model has renamed. */
  readonly renames?: Renames;
  /** Whether the text has a form of its own, which is kept where nothing was edited by hand. */
  readonly keepsForm?: boolean;
}

export interface MergeResult {
  /** What the file should have. Equals the disk where nothing is to be done or can be done. */
  readonly text: string;
  /** What to remember as generated. Open conflicts keep their old base, so that they come again. */
  readonly base: string;
  /** How the disk becomes the text, for editors; empty where the file is new or stays. */
  readonly splices: readonly Splice[];
  readonly conflicts: readonly Conflict[];
  readonly handChanges: readonly HandChange[];
  /** Comments in the file; generated text has none. */
  readonly comments: number;
  /** Why nothing is written: the file cannot be read, or the merge did not hold its own check. */
  readonly problem?: { readonly message: string; readonly line: number };
}

/** Merges; never throws for anything that a file may hold. */
export function mergeDocument(input: MergeInput): MergeResult {
  const { base, disk, text, keepsForm = false } = input;
  const fresh = { text, base: text, splices: [], conflicts: [], handChanges: [], comments: 0 };
  if (disk === undefined || (disk === base && !keepsForm) || disk === text) {
    return disk === undefined || disk === text
      ? fresh
      : { ...fresh, splices: [{ start: 0, end: disk.length, text }] };
  }
  try {
    return mergeTrees(input, disk);
  } catch (failure) {
    if (!(failure instanceof UnreadableSource)) throw failure;
    return { ...fresh, text: disk, base: base ?? '', problem: failure };
  }
}

function mergeTrees(
  { format, base, tree, text: wanted, resolve, renames, keepsForm }: MergeInput,
  disk: string,
): MergeResult {
  const source = readSource(disk, format);
  if (!source.root) return intoEmpty(source, tree, format);
  const root: SourceNode = source.root;
  const old = baseValue(base, format);
  const moved = withMovedPaths(renames ?? new Map(), old, tree);
  const merged = whole({ ...source, root }, old, tree, resolve, moved);
  const changes = merged.edits.isEmpty ? [] : splices(source, merged.edits);
  const text = spliced(disk, changes);
  const result = {
    text,
    base:
      merged.base === undefined
        ? ''
        : keepsForm && same(merged.base, tree)
          ? wanted
          : documentText(merged.base, format),
    splices: changes,
    conflicts: merged.conflicts,
    handChanges: merged.handChanges,
    comments: source.comments.length,
  };
  const mismatch =
    changes.length === 0
      ? undefined
      : verify(source, text, merged.value, cut(merged.lost, changes));
  if (mismatch === undefined) return result;
  return {
    ...result,
    text: disk,
    base: base ?? '',
    splices: [],
    problem: aliasProblem(source, root) ?? { message: mismatch, line: 1 },
  };
}

/**
 * The merge, with all that what stays refers to: an operation that a team added needs the schemas
 * that it names, even where the model does not any more.
 */
function whole(
  source: SourceText & { readonly root: SourceNode },
  base: Tree | undefined,
  model: Tree,
  resolve: Resolve | undefined,
  renames: Renames,
): ThreeWayResult {
  const needed = new Set<string>();
  for (;;) {
    const merged = threeWay(source, base, model, resolve, renames, needed);
    const missing = missingTargets(merged.value, source.root.value);
    if (missing.every((pointer) => needed.has(pointer))) return merged;
    for (const pointer of missing) needed.add(pointer);
  }
}

/** Who takes the model's side for a value that an alias repeats says nothing about the alias. */
function aliasProblem(
  { text }: SourceText,
  root: SourceNode,
): { readonly message: string; readonly line: number } | undefined {
  const node = aliasedIn(root);
  if (!node) return undefined;
  const message =
    'An alias repeats a value that the model changes. Write it out in both places, and generate again.';
  return { message, line: lineAt(text, node.start) };
}

/** A base that cannot be read, as after a bad merge of branches, counts as none: nothing is lost. */
function baseValue(base: string | undefined, format: ContractFormat): Tree | undefined {
  try {
    if (base === undefined || base.trim() === '') return undefined;
    return (format === 'json' ? JSON.parse(base) : parse(base)) as Tree;
  } catch {
    return undefined;
  }
}

/** A file without a value: whatever comments it has stay on top. */
function intoEmpty(source: SourceText, tree: Tree, format: ContractFormat): MergeResult {
  const own = documentText(tree, format);
  const head = source.text.trim() === '' ? '' : source.text.replace(/\s*$/, '\n');
  const splices = [{ start: 0, end: source.text.length, text: head + own }];
  const comments = source.comments.length;
  return { text: head + own, base: own, splices, conflicts: [], handChanges: [], comments };
}

/** @throws UnreadableSource where it has not that format, as where git left a conflict */
export function readSource(text: string, format: ContractFormat): SourceText {
  try {
    return format === 'json' ? readJson(text) : readYaml(text);
  } catch (failure) {
    const line = failure instanceof UnreadableSource ? lineOfMergeMark(text) : undefined;
    if (line === undefined) throw failure;
    throw new UnreadableSource('Git left a conflict here. Settle it, and generate again.', line);
  }
}

/** Whether each of `parts` has one of its own in `all`. */
function holds(all: readonly Comment[], parts: readonly Comment[]): boolean {
  const left = new Map<string, number>();
  for (const { text } of all) left.set(text, (left.get(text) ?? 0) + 1);
  return parts.every(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
}

/** Of the comments that a resolution gave up, those that really go. */
function cut(lost: readonly Comment[], changes: readonly Splice[]): Comment[] {
  return lost.filter(({ offset }) =>
    changes.some((change) => offset >= change.start && offset < change.end),
  );
}

/** The last word before anything is written: what the text says, and every comment in it. */
function verify(
  source: SourceText,
  text: string,
  expected: Tree,
  lost: readonly Comment[],
): string | undefined {
  const apology = 'so nothing is written; please report this, with the file.';
  try {
    const result = readSource(text, source.format);
    if (!same(result.root?.value, expected)) {
      return `The merged text would not say what was merged, ${apology}`;
    }
    const gone = new Set(lost);
    const kept = source.comments.filter((comment) => !gone.has(comment));
    if (!holds(result.comments, kept) || !holds(source.comments, result.comments)) {
      return `The merged text would lose or move a comment, ${apology}`;
    }
    return undefined;
  } catch (failure) {
    if (failure instanceof UnreadableSource) return `The merged text could not be read, ${apology}`;
    throw failure;
  }
}
