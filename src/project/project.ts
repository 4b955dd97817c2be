import type { IsoDate, Model } from '../model/model.js';
import { ModelWorkspace } from '../model/workspace.js';
import { check } from '../rules/engine.js';
import type { Finding } from '../rules/finding.js';
import { allRules, ruleById } from '../rules/generated/index.js';
import { readConfiguration, type Configuration, type ReadConfiguration } from './configuration.js';
import { suggestFrom } from './suggestions.js';

/**
 * One model root with its configuration: what both the server and the command line work on. Files
 * and configuration come as texts; nothing is read or written here.
 */
export class Project {
  readonly workspace = new ModelWorkspace();
  #configuration: ReadConfiguration = readConfiguration(undefined, ruleById);
  #findings: { readonly model: Model; readonly findings: readonly Finding[] } | undefined;

  /** Sets the text of `archivolt.json`, or that there is none. */
  configure(text: string | undefined): void {
    this.#configuration = readConfiguration(text, ruleById);
    this.#findings = undefined;
  }

  get configuration(): Configuration {
    return this.#configuration.configuration;
  }

  get configurationProblems(): ReadConfiguration['problems'] {
    return this.#configuration.problems;
  }

  get model(): Model {
    return this.workspace.model;
  }

  /** Findings of all rules, or of some. The full set is kept until model or configuration change. */
  findings(today: IsoDate, only?: ReadonlySet<string>): readonly Finding[] {
    const { model } = this;
    if (!only && this.#findings?.model === model) return this.#findings.findings;
    const findings = check({
      model,
      rules: allRules,
      configuration: this.configuration.rules,
      today,
      suggest: suggestFrom(this.workspace.names),
      ...(only ? { only } : {}),
    });
    if (!only) this.#findings = { model, findings };
    return findings;
  }
}

/** Today in the local calendar. */
export function todayIso(now = new Date()): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
