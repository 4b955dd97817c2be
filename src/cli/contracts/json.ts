import type { GeneratedContract } from '../../contracts/generation.js';
import { modelSpan } from '../../contracts/merge/locate.js';
import type { LoadedRoot } from '../load.js';
import { contractsSummary } from './summary.js';
import type { RootGeneration } from './run.js';

/** The result for machines. Lines count from 1; values are those of the contract. */
export function generationJson(done: readonly RootGeneration[]): string {
  const models = done.map(({ root, generation }) => ({
    root: root.name,
    summary: contractsSummary(generation.contracts),
    contracts: generation.contracts.map((contract) => contractJson(root, contract)),
  }));
  return `${JSON.stringify({ version: 1, models }, undefined, 2)}\n`;
}

/** One contract of the result: its state, what is done to it, and what is left to decide. */
export function contractJson({ project }: LoadedRoot, contract: GeneratedContract): object {
  const { path, kind, element, state, action, movedFrom, problem, remarks, document } = contract;
  return {
    path,
    kind,
    element,
    state,
    action,
    movedFrom,
    conflicts: contract.conflicts.map(({ kind: what, pointer, line, base, mine, model }) => {
      const span = modelSpan(project.model, [document?.tree], pointer, element);
      return {
        kind: what,
        pointer,
        line,
        model: span && { file: span.file, line: span.start.line, column: span.start.column },
        values: { base, mine, model },
      };
    }),
    handChanges: contract.handChanges,
    remarks,
    problem: problem && { message: problem.message, line: problem.line },
  };
}
