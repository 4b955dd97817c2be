/** What an editor shows in a contract file: drift and conflicts, with the way to the model. */
import type { Model } from '../model/model.js';
import type { Range, Span } from '../model/span.js';
import type { GeneratedContract } from './generation.js';
import type { Conflict, Resolution } from './merge/conflict.js';
import { modelSpan, pointerParts } from './merge/locate.js';
import { mergeDocument, readSource } from './merge/merge.js';
import { mergeText } from './merge/merge-text.js';
import { needsAttention } from './merge/state.js';
import { UnreadableSource, type SourceNode, type SourceText } from './merge/source.js';
import type { Splice } from './merge/splice.js';

export interface ContractDiagnostic {
  readonly code:
    | 'contract-conflict'
    | 'contract-drift'
    | 'contract-stale'
    | 'contract-unreadable'
    | 'contract-orphan';
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** In the contract file. */
  readonly range: Range;
  readonly pointer: string;
  /** Where in the model it comes from. */
  readonly model?: Span;
  /** What can be decided, where it is a conflict. */
  readonly conflict?: Conflict;
}

const wording: Readonly<Record<Conflict['kind'], string>> = {
  'both-changed':
    'This was changed here and in the model. The file keeps what it says until you decide.',
  'edited-deleted':
    'The model no longer has this, but it was edited here. It stays until you decide.',
  'deleted-changed':
    'This was deleted here, and then changed in the model. It stays away until you decide.',
  'both-added':
    'The file and the model both have this, and they differ. The file stays until you decide.',
  'comment-deleted':
    'The model no longer has this, but a comment stands on it. It stays until you decide.',
};

/** All there is to say about one contract file as it is on disk (or in the editor). */
export function contractDiagnostics(
  model: Model,
  contract: GeneratedContract,
): ContractDiagnostic[] {
  const { disk, problem, document, element } = contract;
  if (disk === undefined || !needsAttention(contract.state)) return [];
  const source = sourceOf(contract);
  const range = (pointer: string): Range => rangeOf(source, disk, pointer);
  const span = (pointer: string) => {
    const found = modelSpan(model, [source?.root?.value, document?.tree], pointer, element);
    return found ? { model: found } : {};
  };
  if (problem) {
    const start = { line: problem.line, column: 1 };
    const at = { start, end: { line: problem.line, column: 200 } };
    return [
      {
        code: 'contract-unreadable',
        severity: 'error',
        message: `${problem.message} Nothing is generated into this file until it can be read.`,
        range: at,
        pointer: '',
        ...span(''),
      },
    ];
  }
  if (contract.state === 'orphan') {
    const message =
      'What this contract was generated for is gone from the model. Delete the file, or keep it as your own.';
    return [
      { code: 'contract-orphan', severity: 'warning', message, range: range(''), pointer: '' },
    ];
  }
  const conflicts = contract.conflicts.map((conflict): ContractDiagnostic => ({
    code: 'contract-conflict',
    severity: 'warning',
    message: `${wording[conflict.kind]} Model: ${shown(conflict.model)}.`,
    range: range(conflict.pointer),
    pointer: conflict.pointer,
    conflict,
    ...span(conflict.pointer),
  }));
  const drift = contract.handChanges
    .filter((change) => change.drifts)
    .map(({ what, pointer }): ContractDiagnostic => ({
      code: 'contract-drift',
      severity: 'info',
      message: `This was ${what} by hand, so the contract says something else than the model. Put it into the model, or take it back.`,
      range: range(pointer),
      pointer,
      ...span(pointer),
    }));
  const stale: ContractDiagnostic[] =
    contract.state === 'stale'
      ? [
          {
            code: 'contract-stale',
            severity: 'info',
            message:
              'The model has moved since this contract was generated. Generate again to bring it up to date.',
            range: range(''),
            pointer: '',
            ...span(''),
          },
        ]
      : [];
  return [...conflicts, ...drift, ...stale];
}

export interface Resolved {
  /** Changes to the contract file; none where the file is right already. */
  readonly splices: readonly Splice[];
  /** The new text of the contract file, and of its base below `.archivolt/base/`. */
  readonly text: string;
  readonly base: string;
}

/**
 * Decides one conflict and leaves the others open. Whatever else the model has moved in this file
 * comes with it, as generating would bring it. Hosts write `text` and `base` both.
 *
 * @param base what was generated last, as the base file has it
 * @returns undefined where there is no file, or where it cannot be read
 */
export function resolveConflict(
  contract: GeneratedContract,
  base: string | undefined,
  pointer: string,
  resolution: Resolution,
): Resolved | undefined {
  const { disk, document, path } = contract;
  if (disk === undefined || !document) return undefined;
  const resolve = (conflict: Conflict) => (conflict.pointer === pointer ? resolution : undefined);
  const merged =
    document.tree === undefined
      ? mergeText(base, disk, document.text, resolve)
      : mergeDocument({
          format: path.endsWith('.json') ? 'json' : 'yaml',
          base,
          disk,
          tree: document.tree,
          text: document.text,
          resolve,
          ...(contract.renames ? { renames: contract.renames } : {}),
        });
  return merged.problem
    ? undefined
    : { splices: merged.splices, text: merged.text, base: merged.base };
}

function sourceOf({ disk, path, document }: GeneratedContract): SourceText | undefined {
  if (disk === undefined || document?.tree === undefined) return undefined;
  try {
    return readSource(disk, path.endsWith('.json') ? 'json' : 'yaml');
  } catch (failure) {
    if (failure instanceof UnreadableSource) return undefined;
    throw failure;
  }
}

/** The key or item at a pointer, or the nearest around it; the first line for the root. */
export function rangeOf(source: SourceText | undefined, text: string, pointer: string): Range {
  let [start, end] = [0, Math.max(text.indexOf('\n'), 0)];
  let node: SourceNode | undefined = source?.root;
  for (const part of pointerParts(pointer)) {
    const entry: SourceNode['entries'][number] | undefined =
      node?.kind === 'list'
        ? node.entries[Number(part)]
        : node?.entries.find((one) => one.key === part);
    if (!entry) break;
    const line = text.indexOf('\n', entry.start);
    [start, end] = [
      entry.start,
      Math.min(Math.max(entry.end, entry.valueStart), line < 0 ? text.length : line),
    ];
    node = entry.node;
  }
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

/** Line and column, counting from 1. */
function positionAt(text: string, offset: number): Range['start'] {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

function shown(value: Conflict['model']): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
