import picomatch from 'picomatch';
import type { IsoDate, Model } from '../model/model.js';
import { ModelWorkspace } from '../model/workspace.js';
import {
  applyBaseline,
  readBaseline,
  type Baseline,
  type ReadBaseline,
} from '../rules/baseline.js';
import { check } from '../rules/engine.js';
import type { Finding } from '../rules/finding.js';
import { allRules, ruleById } from '../rules/generated/index.js';
import { readConfiguration, type Configuration, type ReadConfiguration } from './configuration.js';
import { suggestFrom } from './suggestions.js';

/** What the rules and the baseline make of a model. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Entries of the baseline that nothing answers to any more. */
  readonly stale: Baseline;
}

/**
 * One model root with its configuration: what both the server and the command line work on. Files,
 * configuration and baseline come as texts; nothing is read or written here.
 */
export class Project {
  readonly workspace = new ModelWorkspace();
  #configuration: ReadConfiguration = readConfiguration(undefined, ruleById);
  #isExcluded: (file: string) => boolean = () => false;
  /** Texts that the configuration keeps out of the model; another one may let them in. */
  readonly #excluded = new Map<string, string>();
  #baseline: ReadBaseline = { baseline: [] };
  #checked:
    { readonly model: Model; readonly today: IsoDate; readonly result: CheckResult } | undefined;

  /** Sets the text of `archivolt.json`, or that there is none. */
  configure(text: string | undefined): void {
    this.#configuration = readConfiguration(text, ruleById);
    this.#checked = undefined;
    const { exclude } = this.configuration;
    this.#isExcluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
    const waiting = [...this.#excluded];
    this.#excluded.clear();
    for (const file of this.workspace.model.files) {
      if (this.#isExcluded(file)) this.setFile(file, this.workspace.text(file));
    }
    for (const [file, source] of waiting) this.setFile(file, source);
  }

  /** Sets the text of a model file by its path below the root, or that it is gone. */
  setFile(file: string, text: string | undefined): void {
    const isExcluded = this.#isExcluded(file);
    if (isExcluded && text !== undefined) this.#excluded.set(file, text);
    else this.#excluded.delete(file);
    this.workspace.update(file, isExcluded ? undefined : text);
  }

  /** Sets the text of the baseline, or that there is none. */
  setBaseline(text: string | undefined): void {
    this.#baseline = readBaseline(text);
    this.#checked = undefined;
  }

  get baseline(): ReadBaseline {
    return this.#baseline;
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

  /** Findings of all rules, or of some. */
  findings(today: IsoDate, only?: ReadonlySet<string>): readonly Finding[] {
    return this.check(today, only).findings;
  }

  /** Runs all rules, or some. The full result is kept until model, configuration or day change. */
  check(today: IsoDate, only?: ReadonlySet<string>): CheckResult {
    const { model } = this;
    const known = this.#checked;
    if (!only && known?.model === model && known.today === today) return known.result;
    const { rules, neverBaselined } = this.configuration;
    const findings = check({
      model,
      rules: allRules,
      configuration: rules,
      today,
      suggest: suggestFrom(this.workspace.names),
      ...(only ? { only } : {}),
    });
    const { baseline } = this.#baseline;
    const asked = only ? baseline.filter(({ rule }) => only.has(rule)) : baseline;
    const result = applyBaseline(findings, asked, neverBaselined);
    if (!only) this.#checked = { model, today, result };
    return result;
  }
}

/** Today in the local calendar. */
export function todayIso(now = new Date()): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
