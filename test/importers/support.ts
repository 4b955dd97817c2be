import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyLock, lockPath, parseLock } from '../../src/contracts/merge/lock.js';
import { generation, type GeneratedContract } from '../../src/contracts/generation.js';
import { adoptedFolder } from '../../src/contracts/merge/adopted.js';
import { baseFolder, lockText } from '../../src/contracts/merge/lock.js';
import type { Resolve } from '../../src/contracts/merge/conflict.js';
import type { ImportInput } from '../../src/importers/document.js';
import { planImport, type ImportPlan } from '../../src/importers/plan.js';
import { Project } from '../../src/project/project.js';

export const fixtures = join(import.meta.dirname, 'fixtures');

export function fixture(name: string): ImportInput {
  return input(readFileSync(join(fixtures, name), 'utf8'), name);
}

export function input(
  text: string,
  name = 'document.yaml',
  beside: Readonly<Record<string, string>> = {},
): ImportInput {
  return { name, text, read: (path) => beside[path] };
}

/** The plan of an import into an empty folder. */
export function planned(...inputs: readonly ImportInput[]): ImportPlan {
  return planImport(inputs, {
    models: new Map(),
    configuration: undefined,
    lock: emptyLock,
    folder: '',
  });
}

/** A folder after an import, in memory: its model can be edited, its contracts generated. */
export class ImportedFolder {
  readonly files: Map<string, string>;
  readonly plan: ImportPlan;

  constructor(...inputs: readonly ImportInput[]) {
    this.plan = planned(...inputs);
    this.files = new Map(this.plan.files.map(({ path, text }) => [path, text]));
  }

  get project(): Project {
    const project = new Project();
    project.configure(this.files.get('archivolt.json'));
    for (const path of this.plan.models) project.setFile(path, this.files.get(path));
    return project;
  }

  /** The only contract's path. */
  get contract(): string {
    return this.plan.adopted[0]!.path;
  }

  /** Changes the model's text at its only place. */
  edit(from: string, to: string): void {
    const [path = ''] = this.plan.models;
    const text = this.files.get(path)!;
    if (text.split(from).length !== 2) throw new Error(`"${from}" is not there once:\n${text}`);
    this.files.set(path, text.replace(from, to));
  }

  /** Generates as the command line does, and gives the adopted contracts. */
  generate(resolve?: Resolve): GeneratedContract[] {
    const { model, configuration } = this.project;
    const { contracts, lock } = generation({
      model,
      config: configuration.contracts,
      lock: parseLock(this.files.get(lockPath)!),
      files: { read: (path) => this.files.get(path) },
      generator: 'test',
      resolve,
    });
    for (const { path, text, base, alone, action } of contracts) {
      if (text !== undefined && action !== 'keep') this.files.set(path, text);
      if (base !== undefined) this.files.set(`${baseFolder}/${path}`, base);
      if (alone !== undefined) this.files.set(`${adoptedFolder}/${path}`, alone);
    }
    this.files.set(lockPath, lockText(lock));
    return contracts.filter(({ path }) => this.plan.adopted.some((one) => one.path === path));
  }
}

/** Everything that is wrong with an imported model: none of it may be. */
export function faultsOf(folder: ImportedFolder): string[] {
  const { project } = folder;
  return [
    ...project.configurationProblems.map(({ message }) => message),
    ...project.model.problems.map(({ message, span }) => `${String(span.start.line)} ${message}`),
    ...project
      .findings('2026-01-01')
      .filter(({ severity, accepted }) => severity === 'error' && !accepted)
      .map(({ rule, what, span }) => `${String(span.start.line)} ${rule} ${what}`),
  ];
}

/** Lines that came, with `+`, and went, with `-`; in the order of the texts. */
export function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const lengths = old.map(() => new Array<number>(now.length + 1).fill(0));
  lengths.push(new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === now[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) [i, j] = [i + 1, j + 1];
    else if (j >= now.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push(`- ${old[i++]!.trim()}`);
    } else lines.push(`+ ${now[j++]!.trim()}`);
  }
  return lines;
}
