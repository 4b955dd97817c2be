import type { GeneratedContract } from '../../contracts/generation.js';
import type { Conflict } from '../../contracts/merge/conflict.js';
import { modelSpan } from '../../contracts/merge/locate.js';
import type { Model } from '../../model/model.js';
import type { Host } from '../host.js';
import type { RootGeneration } from './run.js';

type Colors = Host['colors'];

interface Mode {
  readonly check?: boolean;
  readonly dryRun?: boolean;
}

/** The result for people: what was done to each file, and what is left to decide. */
export function generationText(
  done: readonly RootGeneration[],
  mode: Mode,
  colors: Colors,
): string {
  const lines = done.flatMap(({ root, generation }) => {
    const { contracts } = generation;
    const prefix = root.name === '.' ? '' : `${root.name}/`;
    const listed = contracts.filter((one) =>
      mode.check
        ? one.state !== 'fresh'
        : one.action !== 'keep' || one.conflicts.length > 0 || one.problem,
    );
    return [
      ...listed.flatMap((one) => contractLines(root.project.model, one, prefix, mode, colors)),
      summary(contracts, mode),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function contractLines(
  model: Model,
  one: GeneratedContract,
  prefix: string,
  mode: Mode,
  colors: Colors,
): string[] {
  const word = mode.check
    ? one.state
    : one.problem
      ? 'problem'
      : one.conflicts.length > 0 && one.action === 'keep'
        ? 'conflict'
        : one.action;
  const color =
    word === 'conflict' || word === 'problem' || word === 'orphan'
      ? colors.red
      : word === 'delete'
        ? colors.yellow
        : colors.green;
  const from = one.movedFrom === undefined ? '' : ` (from ${prefix}${one.movedFrom})`;
  const head = `${color(word.padEnd(8))} ${prefix}${one.path}${from}`;
  const drifts = mode.check ? one.handChanges.filter((change) => change.drifts) : [];
  return [
    head,
    ...(one.problem ? [`  line ${String(one.problem.line)}: ${one.problem.message}`] : []),
    ...drifts.map(
      (change) =>
        `  line ${String(change.line)}: ${change.what} by hand: ${change.pointer || 'the whole file'}`,
    ),
    ...one.conflicts.flatMap((conflict) => conflictLines(model, one, conflict, colors)),
  ];
}

const explanations: Readonly<Record<Conflict['kind'], string>> = {
  'both-changed': 'changed by hand and in the model',
  'edited-deleted': 'edited by hand, gone from the model',
  'deleted-changed': 'deleted by hand, changed in the model',
  'both-added': 'here and in the model, differently',
  'comment-deleted': 'gone from the model, but a comment stands on it',
};

function conflictLines(
  model: Model,
  one: GeneratedContract,
  conflict: Conflict,
  colors: Colors,
): string[] {
  const span = modelSpan(model, [one.document?.tree], conflict.pointer, one.element);
  const place = span ? ` (${span.file}:${String(span.start.line)})` : '';
  return [
    `  line ${String(conflict.line)}: ${conflict.pointer || 'the whole file'}: ${explanations[conflict.kind]}${place}`,
    ...(['base', 'mine', 'model'] as const)
      .filter((side) => conflict[side] !== undefined)
      .map((side) =>
        colors.dim(`    ${side.padEnd(5)} ${shortened(JSON.stringify(conflict[side]))}`),
      ),
  ];
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function summary(contracts: readonly GeneratedContract[], mode: Mode): string {
  const count = (test: (one: GeneratedContract) => boolean) => contracts.filter(test).length;
  const conflicts = contracts.reduce((sum, one) => sum + one.conflicts.length, 0);
  const open =
    conflicts === 0
      ? ''
      : `; ${String(conflicts)} conflict${conflicts === 1 ? '' : 's'} to decide: edit the model or the file, or --accept mine or model`;
  if (mode.check) {
    const good = count((one) => one.state === 'fresh' || one.state === 'enriched');
    return `${String(good)} of ${String(contracts.length)} contracts follow the model${open}.`;
  }
  const verb = mode.dryRun ? 'would be written' : 'written';
  const written = count(
    (one) => (one.action === 'create' || one.action === 'update') && !one.problem,
  );
  return `${String(contracts.length)} contract${contracts.length === 1 ? '' : 's'}, ${String(written)} ${verb}${open}.`;
}
