import { formerIdsOf, type FormerId } from '../model/former-ids.js';
import type { ElementId, IsoDate, Model } from '../model/model.js';
import { compareSpans, type Span } from '../model/span.js';
import { defaultRuleConfiguration, type RuleConfiguration } from './configuration.js';
import { applyExceptions } from './exceptions.js';
import type { Finding } from './finding.js';
import { fingerprintOf } from '../model/fingerprint.js';
import { exceptionFinding, unusedException } from './naming/unused-exception.js';
import { overrideLookup } from './overrides.js';
import type { AnyRule, MessageTemplate, Report, RuleContext, Severity, Suggest } from './rule.js';
import { subsume } from './subsumption.js';
import { fill, labelOf } from './text.js';

export interface CheckInput {
  readonly model: Model;
  readonly rules: readonly AnyRule[];
  readonly configuration?: RuleConfiguration;
  /** Today, for what expires. */
  readonly today: IsoDate;
  readonly suggest?: Suggest;
  /** Only these rules (and syntax) run. */
  readonly only?: ReadonlySet<string>;
}

/**
 * Runs the rules on a model. Pure: the same input gives the same findings in the same order (by
 * file and place). A rule that throws becomes a finding that names it; the others still run.
 */
export function check(input: CheckInput): readonly Finding[] {
  const { model, rules, today, only } = input;
  const configuration = input.configuration ?? defaultRuleConfiguration;
  const override = overrideLookup(model, configuration.overrides);
  const found: Finding[] = syntaxFindings(model);
  const ran = new Set<string>();
  for (const rule of rules) {
    if (rule.id === unusedException.id) continue;
    const configured = configuration.rules.get(rule.id);
    const off =
      configured?.severity === 'off' ||
      (configuration.preset === 'none' && configured?.severity === undefined);
    const wanted = !only || only.has(rule.id);
    if (!wanted || (off && !overridden(rule.id, configuration))) continue;
    ran.add(rule.id);
    found.push(...runRule(rule, input, configuration, override, off));
  }
  const known = new Set(rules.map(({ id }) => id));
  const { findings, reports } = applyExceptions(model, subsume(found), { known, ran }, today);
  const setting = configuration.rules.get(unusedException.id)?.severity;
  const exceptionsWanted =
    setting !== 'off' &&
    (!only || only.has(unusedException.id)) &&
    (configuration.preset !== 'none' || setting !== undefined);
  const exceptions = exceptionsWanted
    ? reports.map((report) => exceptionFinding(report, setting))
    : [];
  return numbered([...findings, ...exceptions]).sort(byPlace);
}

function overridden(rule: string, { overrides }: RuleConfiguration): boolean {
  return overrides.some(({ rules }) => (rules.get(rule)?.severity ?? 'off') !== 'off');
}

function byPlace(a: Finding, b: Finding): number {
  return compareSpans(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function syntaxFindings(model: Model): Finding[] {
  return model.problems.map(({ message, span, related }) => ({
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
    fixes: [],
  }));
}

function runRule(
  rule: AnyRule,
  { model, today, suggest }: CheckInput,
  configuration: RuleConfiguration,
  override: ReturnType<typeof overrideLookup>,
  offByDefault: boolean,
): Finding[] {
  const configured = configuration.rules.get(rule.id);
  const findings: Finding[] = [];
  const full = fullSeverity(rule, model, configuration);
  const severityOf = (own: Severity, element: ElementId, span: Span): Severity | 'off' => {
    const special = override(rule.id, element, span.file)?.severity;
    if (special !== undefined) return special;
    if (offByDefault) return 'off';
    if (configured?.severity !== undefined) return configured.severity;
    return full ? own : 'hint';
  };
  const context: RuleContext<Record<string, MessageTemplate>, never> = {
    model,
    today,
    options: optionsOf(rule, configured?.options) as never,
    suggest: suggest ?? (() => []),
    label: (id) => labelOf(id),
    element: (id) => model.elements.get(id),
    report(report) {
      const finding = toFinding(rule, report, severityOf, formerIdsOf(model));
      if (finding) findings.push(finding);
    },
  };
  try {
    rule.check(context);
  } catch (error) {
    findings.push(crashed(rule, model, error));
  }
  return findings;
}

function fullSeverity(rule: AnyRule, model: Model, configuration: RuleConfiguration): boolean {
  const { gate } = rule;
  if (gate.kind !== 'absence') return true;
  const { preset, aspects } = configuration;
  return (
    preset === 'strict' || preset === 'all' || aspects.has(gate.aspect) || gate.declared(model)
  );
}

function optionsOf(rule: AnyRule, configured: Readonly<Record<string, number>> | undefined) {
  const specs = Object.entries(rule.options as Record<string, { default: number }>);
  return Object.fromEntries(
    specs.map(([name, spec]) => [name, configured?.[name] ?? spec.default]),
  );
}

function toFinding(
  rule: AnyRule,
  report: Report<Record<string, MessageTemplate>>,
  severityOf: (own: Severity, element: ElementId, span: Span) => Severity | 'off',
  former: FormerId,
): Finding | undefined {
  const severity = severityOf(report.severity ?? rule.severity, report.element, report.span);
  if (severity === 'off') return undefined;
  const template = (rule.messages as Record<string, MessageTemplate>)[report.message];
  if (!template) throw new Error(`Rule ${rule.id} has no message ${report.message}.`);
  const data = report.data as Readonly<Record<string, string | number>>;
  const elements = report.elements ?? [report.element];
  const subjects = [report.element, ...elements];
  const fingerprint = fingerprintOf(rule.id, report.message, ...subjects);
  const formerSubjects = subjects.map(former);
  const isRenamed = formerSubjects.some((id, index) => id !== subjects[index]);
  return {
    rule: rule.id,
    severity,
    what: fill(template.what, data),
    why: fill(template.why, data),
    remedy: fill(template.remedy, data),
    span: report.span,
    element: report.element,
    elements,
    related: report.related ?? [],
    data: { ...data, ...report.facts },
    fingerprint,
    ...(isRenamed
      ? { formerFingerprint: fingerprintOf(rule.id, report.message, ...formerSubjects) }
      : {}),
    fixes: report.fixes ?? [],
  };
}

function crashed(rule: AnyRule, model: Model, error: unknown): Finding {
  const file = model.files[0] ?? '';
  const start = { line: 1, column: 1 };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: rule.id,
    severity: 'error',
    what: `The rule \`${rule.id}\` failed: ${reason}.`,
    why: 'This is a fault of Archivolt, not of the model; the other rules ran.',
    remedy: `Please report it, and turn the rule off in archivolt.json until it is mended.`,
    span: { file, start, end: start },
    element: `file:${file}`,
    elements: [],
    related: [],
    data: { crash: true },
    fingerprint: fingerprintOf(rule.id, 'crash'),
    fixes: [],
  };
}

/** Tells findings with the same fingerprint apart by their order. */
function numbered(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const nth = (fingerprint: string): string => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : fingerprintOf(fingerprint, String(count));
  };
  return findings.map((finding) => {
    const { formerFingerprint } = finding;
    return {
      ...finding,
      fingerprint: nth(finding.fingerprint),
      ...(formerFingerprint === undefined ? {} : { formerFingerprint: nth(formerFingerprint) }),
    };
  });
}
