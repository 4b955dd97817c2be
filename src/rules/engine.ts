import type { Model } from '../model/model.js';
import { compareRanges } from '../model/span.js';
import {
  defaultRuleConfiguration,
  isOff,
  isOverridden,
  type RuleConfiguration,
} from './configuration.js';
import { applyExceptions } from './exceptions.js';
import type { Finding } from './finding.js';
import { fingerprintOf } from '../model/fingerprint.js';
import { exceptionFinding, unusedException } from './naming/unused-exception.js';
import { overrideLookup } from './overrides.js';
import type { AnyRule } from './rule.js';
import { fullSeverity, type FullSeverity } from './full-severity.js';
import { RuleRun, type RuleInput } from './run-rule.js';
import { stillNeither, subsume } from './subsumption.js';
import { collectors } from './collectors.js';
import { walk, walkThrough } from './visitors.js';

export interface CheckInput extends RuleInput {
  readonly rules: readonly AnyRule[];
  readonly configuration?: RuleConfiguration;
  /** Only these rules (and syntax) run. */
  readonly only?: ReadonlySet<string>;
}

export interface Checked {
  /** By file and place. */
  readonly findings: readonly Finding[];
  /** Which rules run at full severity on this model. */
  readonly isFull: FullSeverity;
}

/**
 * Runs the rules on a model. Pure: the same input gives the same findings in the same order (by
 * file and place). A rule that throws becomes a finding that names it; the others still run.
 */
export function check(input: CheckInput): readonly Finding[] {
  const steps = checking(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value.findings;
  }
}

/** The same in small steps, so that a host can answer others in between. */
export function* checking(input: CheckInput): Generator<void, Checked> {
  const { model, rules, today, only } = input;
  const configuration = input.configuration ?? defaultRuleConfiguration;
  const override = overrideLookup(model, configuration.overrides);
  const found: Finding[] = syntaxFindings(model);
  const ran = new Set<string>();
  const isFull = fullSeverity(model, configuration);
  const runs: RuleRun[] = [];
  for (const rule of running(rules, configuration, only)) {
    ran.add(rule.id);
    const run = new RuleRun(rule, input, configuration, override, isFull);
    runs.push(run);
    run.begin();
    yield;
  }
  yield* walk(model, only ? runs : [...collectors(model), ...runs]);
  for (const run of runs) {
    run.end();
    for (const finding of run.findings) found.push(finding);
    yield;
  }
  const known = new Set(rules.map(({ id }) => id));
  // Before what others say as well goes: an exception for that is not unused.
  const { findings: judged, reports } = applyExceptions(model, found, { known, ran }, today);
  const findings = subsume(judged);
  const setting = configuration.rules.get(unusedException.id)?.severity;
  const exceptionsWanted =
    setting !== 'off' &&
    (!only || only.has(unusedException.id)) &&
    (configuration.preset !== 'none' || setting !== undefined);
  const exceptions = exceptionsWanted
    ? reports.map((report) => exceptionFinding(report, setting))
    : [];
  return { findings: inOrder(numbered([...findings, ...exceptions])), isFull };
}

export interface FileCheckInput extends Omit<CheckInput, 'only'> {
  /** As the file sees it: `assembleFile`. */
  readonly model: Model;
  readonly file: string;
  /** What was known of the file: rules that need the whole model keep what they said. */
  readonly earlier: readonly Finding[];
  /** Which rules ran at full severity when the whole model was checked. */
  readonly isFull: FullSeverity;
}

/** Findings of one file after an edit, at the cost of that file: only rules of that scope run. */
export function checkFile(input: FileCheckInput): readonly Finding[] {
  const { model, file, rules, today, isFull } = input;
  const configuration = input.configuration ?? defaultRuleConfiguration;
  const override = overrideLookup(model, configuration.overrides);
  const local = rules.filter(({ scope }) => scope === 'file');
  const runs = running(local, configuration).map(
    (rule) => new RuleRun(rule, input, configuration, override, isFull),
  );
  for (const run of runs) run.begin();
  walkThrough(model, runs);
  for (const run of runs) run.end();
  const fresh = runs.flatMap(({ findings }) => findings);
  const isLocal = new Set(['syntax', ...local.map(({ id }) => id)]);
  const kept = input.earlier.filter(({ rule }) => !isLocal.has(rule));
  const own = [...syntaxFindings(model), ...fresh].filter(({ span }) => span.file === file);
  const known = new Set(rules.map(({ id }) => id));
  const all = [...stillNeither(numbered(own), input.earlier), ...kept];
  const { findings } = applyExceptions(model, all, { known, ran: new Set() }, today);
  return inOrder(subsume(findings));
}

function running(
  rules: readonly AnyRule[],
  configuration: RuleConfiguration,
  only?: ReadonlySet<string>,
): AnyRule[] {
  return rules.filter(({ id }) => {
    if (id === unusedException.id || (only && !only.has(id))) return false;
    return !isOff(id, configuration) || isOverridden(id, configuration);
  });
}

/** By file, place and rule. Files have few findings each, and their names take long to compare. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byFile.get(finding.span.file);
    if (known) known.push(finding);
    else byFile.set(finding.span.file, [finding]);
  }
  const sorted: Finding[] = [];
  for (const file of [...byFile.keys()].sort()) {
    for (const finding of byFile.get(file)?.sort(byPlace) ?? []) sorted.push(finding);
  }
  return sorted;
}

/** Of two findings in one file. */
function byPlace(a: Finding, b: Finding): number {
  return compareRanges(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function syntaxFindings(model: Model): Finding[] {
  return model.problems.map(({ message, span, related, fixes = [] }) => ({
    rule: 'syntax',
    severity: 'error',
    what: message,
    why: '',
    remedy: '',
    span,
    element: `file:${span.file}`,
    elements: [],
    related,
    data: {},
    fingerprint: fingerprintOf('syntax', span.file, message),
    fixes,
  }));
}

/** Tells findings with the same fingerprint apart by their order. */
function numbered(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const nth = (fingerprint: string): string => {
    const before = seen.size;
    if (seen.add(fingerprint).size > before) return fingerprint;
    const count = (counts.get(fingerprint) ?? 1) + 1;
    counts.set(fingerprint, count);
    return fingerprintOf(fingerprint, String(count));
  };
  return findings.map((finding) => {
    const { fingerprint, formerFingerprint } = finding;
    const own = nth(fingerprint);
    const former = formerFingerprint === undefined ? undefined : nth(formerFingerprint);
    // Nearly all are the only ones, and copies are dear.
    if (own === fingerprint && former === formerFingerprint) return finding;
    return {
      ...finding,
      fingerprint: own,
      ...(former === undefined ? {} : { formerFingerprint: former }),
    };
  });
}
