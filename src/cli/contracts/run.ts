import { resolve } from 'node:path';
import type { ContractsConfig } from '../../contracts/config.js';
import type { ContractKind } from '../../contracts/document.js';
import type { GeneratedContract, Generation } from '../../contracts/generation.js';
import type { Resolution } from '../../contracts/merge/conflict.js';
import { needsAttention } from '../../contracts/merge/state.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';
import { loadRoots, type LoadedRoot } from '../load.js';
import { version } from '../../project/version.js';
import { exclusively } from '../../disk/exclusive.js';
import { Folder } from '../../disk/folder.js';
import { generationJson } from './json.js';
import { generationText } from './text.js';
import { generationWithProgress } from './with-progress.js';
import { readLock, writeGeneration } from '../../disk/contracts.js';

export interface GenerateOptions {
  readonly only?: readonly ContractKind[];
  readonly service?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly accept?: Resolution;
  readonly format: 'text' | 'json';
}

export interface RootGeneration {
  readonly root: LoadedRoot;
  readonly generation: Generation;
}

/** Generates for every model root below the paths, prints what happened and sets the exit code. */
export async function generate(
  host: Host,
  paths: readonly string[],
  options: GenerateOptions,
): Promise<void> {
  const done: RootGeneration[] = [];
  const roots = loadRoots(paths, host.cwd);
  const [root, second] = roots;
  if (options.out !== undefined && root && second) {
    // One folder has one lock: each model would remove what the one before has written.
    throw new UsageError(
      `--out is the folder of one model, and there are several (${root.name}, ${second.name}${roots.length > 2 ? ', …' : ''}). Name one of them.`,
    );
  }
  for (const root of roots) done.push(await run(root, options, host));
  host.out(
    options.format === 'json' ? generationJson(done) : generationText(done, options, host.colors),
  );
  const open = done
    .flatMap((one) => one.generation.contracts)
    .some((contract) => fails(contract, options));
  host.exitCode = open ? exitCode.findings : exitCode.done;
}

/** A check fails on every drift; a run that writes only on what it had to leave open. */
function fails(one: GeneratedContract, options: GenerateOptions): boolean {
  if (options.check) return needsAttention(one.state);
  return one.conflicts.length > 0 || one.problem !== undefined;
}

async function run(
  root: LoadedRoot,
  options: GenerateOptions,
  host: Host,
): Promise<RootGeneration> {
  const { model } = root.project;
  refuseSyntaxErrors(model);
  const config: ContractsConfig = root.project.configuration.contracts;
  const folder = new Folder(options.out === undefined ? root.path : resolve(host.cwd, options.out));
  const plan = (): Generation =>
    generationWithProgress(host, {
      model,
      // `--out` is the folder of the contracts itself, with its own base and lock.
      config: options.out === undefined ? config : { ...config, outDir: '' },
      lock: readLock(folder),
      files: folder,
      generator: version,
      only: options.only && new Set(options.only),
      within: options.service === undefined ? undefined : serviceId(model, options.service),
      resolve: options.accept && (() => options.accept),
    });
  if (options.dryRun || options.check) return { root, generation: plan() };
  return exclusively(folder.path, () => {
    const result = plan();
    writeGeneration(folder, result);
    return { root, generation: result };
  });
}

/** @throws UsageError for a model with syntax errors, which gives no contracts */
export function refuseSyntaxErrors(model: Model): void {
  const [problem] = model.problems;
  if (problem) {
    const { file, start } = problem.span;
    throw new UsageError(
      `${file}:${String(start.line)}:${String(start.column)}: ${problem.message} Contracts are generated from models without syntax errors.`,
    );
  }
}

/** A service or external by its name or its full path. */
function serviceId(model: Model, name: string): ElementId {
  const all = [...model.services, ...model.externals];
  const found = all.filter((one) => one.qualifiedName === name || one.name === name);
  if (found.length === 1) return found[0]!.id;
  const list = found.length === 0 ? all : found;
  const names = list.map((one) => one.qualifiedName).join(', ');
  throw new UsageError(
    found.length === 0
      ? `There is no service "${name}". There are: ${names || 'none'}.`
      : `Several services are called "${name}": ${names}. Write the full name.`,
  );
}
