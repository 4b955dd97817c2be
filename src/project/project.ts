import picomatch from 'picomatch';
import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import { ModelWorkspace } from '../model/workspace.js';
import { applyBaseline, type Baseline } from '../rules/baseline.js';
import { check, checkFile, checking, type Checked } from '../rules/engine.js';
import type { Finding } from '../rules/finding.js';
import type { FullSeverity } from '../rules/full-severity.js';
import type { Accepted } from '../rules/rule.js';
import { allRules, ruleById } from '../rules/generated/index.js';
import { readBaseline, type ReadBaseline } from './baseline-file.js';
import { placesOf, type PlacedEntry } from './baseline-places.js';
import { readConfiguration, type Configuration, type ReadConfiguration } from './configuration.js';
import { LatestFindings } from './latest-findings.js';
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
  #texts: { readonly configuration?: string | undefined; readonly baseline?: string | undefined } =
    {};
  #isExcluded: (file: string) => boolean = () => false;
  /** Texts that the configuration keeps out of the model; another one may let them in. */
  readonly #excluded = new Map<string, string>();
  #baseline: ReadBaseline = { baseline: [], problems: [] };
  #stale: { readonly result: CheckResult; readonly entries: readonly PlacedEntry[] } | undefined;
  #previous: Model | undefined;
  #agreed: ReadonlyMap<string, Accepted> = new Map();
  #checked:
    { readonly model: Model; readonly today: IsoDate; readonly result: CheckResult } | undefined;

  /** As known now; a check of the whole model, or of one file, brings them up to date. */
  readonly latest = new LatestFindings();
  #isFull: FullSeverity = () => false;

  /** Sets the text of `archivolt.json`, or that there is none. */
  configure(text: string | undefined): void {
    if (text === this.#texts.configuration) return;
    this.#texts = { ...this.#texts, configuration: text };
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
    const before = this.workspace.text(file);
    const after = isExcluded ? undefined : text;
    this.workspace.update(file, after);
    if (before !== undefined && before !== after) this.latest.move(file, before, after);
  }

  /** Sets the text of the baseline, or that there is none. */
  setBaseline(text: string | undefined): void {
    if (text === this.#texts.baseline) return;
    this.#texts = { ...this.#texts, baseline: text };
    this.#baseline = readBaseline(text);
    this.#checked = undefined;
  }

  /** Hides nothing, as the baseline is not to be read; says why. */
  refuseBaseline(message: string): void {
    this.setBaseline(undefined);
    this.#baseline = { baseline: [], problems: [{ message, position: { line: 1, column: 1 } }] };
  }

  /** Sets the model at a revision before, for rules that compare; none by default. */
  setPrevious(previous: Model | undefined): void {
    this.#previous = previous;
    this.#checked = undefined;
  }

  /** Sets who agreed to which change of a contract, by its fingerprint; for rules that compare. */
  setAgreed(agreed: ReadonlyMap<string, Accepted>): void {
    this.#agreed = agreed;
    this.#checked = undefined;
  }

  /**
   * Entries of the baseline that no finding answered to in the last check of the whole model, where
   * they stand. None where a text has syntax errors: those hide findings that come back.
   */
  get staleBaseline(): readonly PlacedEntry[] {
    const { model, result } = this.#checked ?? {};
    if (!result || result.stale.length === 0 || (model?.problems.length ?? 0) > 0) return [];
    if (this.#stale?.result !== result) {
      this.#stale = { result, entries: placesOf(this.#texts.baseline ?? '', result.stale) };
    }
    return this.#stale.entries;
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

  /** Runs all rules, or some, on another model with this project's configuration and baseline. */
  checkModel(model: Model, today: IsoDate, only?: ReadonlySet<string>): readonly Finding[] {
    const input = { ...this.#input(today), model, ...(only ? { only } : {}) };
    return this.#withBaseline(check(input), this.#baseline.baseline).findings;
  }

  /** Runs all rules, or some. The full result is kept until model, configuration or day change. */
  check(today: IsoDate, only?: ReadonlySet<string>): CheckResult {
    if (!only) {
      const steps = this.checking(today);
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
      }
    }
    return this.#withBaseline(
      check({ ...this.#input(today), only }),
      this.#baseline.baseline.filter(({ rule }) => only.has(rule)),
    );
  }

  /**
   * Runs all rules, in steps of one rule each. What it finds counts for the model as it was at the
   * start; a host that sees a change in between starts anew.
   */
  *checking(today: IsoDate): Generator<void, CheckResult> {
    const { model } = this;
    const known = this.#checked;
    if (known?.model === model && known.today === today) return known.result;
    const { findings, isFull }: Checked = yield* checking(this.#input(today));
    const result = this.#withBaseline(findings, this.#baseline.baseline);
    this.#checked = { model, today, result };
    this.#isFull = isFull;
    this.latest.setAll(result.findings);
    return result;
  }

  /**
   * Findings of one file after an edit, at the cost of that file: rules that need the whole model
   * keep what they said, until the next check.
   */
  checkFile(file: string, today: IsoDate): readonly Finding[] {
    const model = this.workspace.modelOf(file);
    if (!model) return [];
    const { configuration } = this;
    const earlier = this.latest.of(file);
    const checked = checkFile({
      ...this.#input(today),
      model,
      file,
      earlier,
      isFull: this.#isFull,
    });
    const { findings } = applyBaseline(
      checked,
      this.#baseline.baseline,
      configuration.neverBaselined,
    );
    this.latest.set(file, findings);
    return findings;
  }

  #input(today: IsoDate) {
    return {
      model: this.model,
      ...(this.#previous ? { previous: this.#previous } : {}),
      agreed: this.#agreed,
      rules: allRules,
      configuration: this.configuration.rules,
      today,
      suggest: suggestFrom(this.workspace.names),
    };
  }

  #withBaseline(findings: readonly Finding[], baseline: Baseline): CheckResult {
    return applyBaseline(findings, baseline, this.configuration.neverBaselined);
  }
}

/** Today in the local calendar. */
export function todayIso(now = new Date()): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
