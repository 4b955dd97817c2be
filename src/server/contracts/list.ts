/** Contracts with their state, and what generating would change, for the editor's lists. */
import { generation, type GeneratedContract } from '../../contracts/generation.js';
import { contractPlaces } from '../../contracts/plan.js';
import { version } from '../../project/version.js';
import type {
  ContractChange,
  ContractChanges,
  ContractChangesParams,
  ContractItem,
} from '../../protocol/contracts.js';
import { uriOf, type Root } from '../roots.js';
import type { Session } from '../session.js';
import type { ContractStanding, ContractSurvey } from './survey.js';
import type { ContractTexts } from './texts.js';

/** All contracts of all roots as they were found last, by path. */
export function contractItems({ standings }: ContractSurvey): ContractItem[] {
  return [...standings].flatMap(([root, found]) =>
    [...found.values()].map((standing) => itemOf(root, standing)),
  );
}

/** What generating would do now, contracts that stay as they are left out. */
export async function contractChanges(
  { roots }: Session,
  texts: ContractTexts,
  { uri, path }: ContractChangesParams,
): Promise<ContractChanges> {
  const asked = uri === undefined ? roots.all : [roots.locate(uri).root];
  const changes: ContractChange[] = [];
  const problems: string[] = [];
  for (const root of asked) {
    const { model, configuration } = root.project;
    const [problem] = model.problems;
    if (problem) {
      const { file, start } = problem.span;
      problems.push(`${file}:${String(start.line)}: ${problem.message}`);
      continue;
    }
    try {
      const config = configuration.contracts;
      const paths = contractPlaces(model, config).map((place) => place.path);
      const snapshot = await texts.snapshot(root, path === undefined ? paths : [path]);
      if (!snapshot) continue;
      const { files, lock } = snapshot;
      const wanted = path === undefined ? undefined : new Set([path]);
      const input = { model, config, lock, files, generator: version, paths: wanted };
      const { contracts } = generation(input);
      changes.push(...contracts.filter(isChange).map((contract) => changeOf(root, contract)));
    } catch (failure) {
      if (!(failure instanceof SyntaxError || failure instanceof RangeError)) throw failure;
      problems.push(failure.message);
    }
  }
  return { changes, problems };
}

/** Files that stay may still have something to decide. */
function isChange({ action, conflicts, problem }: GeneratedContract): boolean {
  return action !== 'keep' || conflicts.length > 0 || problem !== undefined;
}

function itemOf(
  root: Root,
  { path, kind, element, state, contract }: ContractStanding,
): ContractItem {
  const [first = ''] = root.project.model.files;
  return {
    root: root.uri,
    path,
    uri: uriOf(root, path),
    modelUri: uriOf(root, root.project.model.elements.get(element)?.span.file ?? first),
    kind,
    element,
    state,
    conflicts: contract?.conflicts.length ?? 0,
    drifts: contract?.handChanges.filter(({ drifts }) => drifts).length ?? 0,
  };
}

function changeOf(root: Root, contract: GeneratedContract): ContractChange {
  const { action, disk, text, movedFrom, problem } = contract;
  return {
    ...itemOf(root, { ...contract, contract }),
    action,
    ...(disk === undefined ? {} : { before: disk }),
    ...(text === undefined || problem ? {} : { after: text }),
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(problem ? { problem: problem.message } : {}),
  };
}
