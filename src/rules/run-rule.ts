import { missingEnds } from '../model/edge-ends.js';
import { formerIdsOf, unchanged, type FormerId } from '../model/former-ids.js';
import type { ElementId } from '../model/elements/identity.js';
import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import type { Span } from '../model/span.js';
import { isOff, type RuleConfiguration } from './configuration.js';
import type { Finding } from './finding.js';
import type { FullSeverity } from './full-severity.js';
import { fingerprintOf } from '../model/fingerprint.js';
import type { OverrideLookup } from './overrides.js';
import type {
  Accepted,
  AnyRule,
  MessageTemplate,
  Report,
  RuleContext,
  Severity,
  Suggest,
} from './rule.js';
import { fill, labelOf } from './text.js';
import { walkThrough, type Visitor, type Visitors } from './visitors.js';

export interface RuleInput {
  readonly model: Model;
  /** The model at a revision before, for rules that compare. */
  readonly previous?: Model;
  /** Who agreed to which change, by its fingerprint; for rules that compare. */
  readonly agreed?: ReadonlyMap<string, Accepted>;
  /** Today, for what expires. */
  readonly today: IsoDate;
  readonly suggest?: Suggest;
}

/**
 * One rule on one model. If it throws, it stops, and that is a finding, which names it: `begin`,
 * then a `walk` of the model, then `end`.
 */
export class RuleRun implements Visitor {
  readonly findings: Finding[] = [];
  readonly #rule: AnyRule;
  readonly #context: RuleContext<Record<string, MessageTemplate>, never>;
  #visitors: Visitors = {};
  #hasFailed = false;

  /** @param isFull asked of the whole model */
  constructor(
    rule: AnyRule,
    input: RuleInput,
    configuration: RuleConfiguration,
    override: OverrideLookup,
    isFull: FullSeverity,
  ) {
    this.#rule = rule;
    this.#context = contextOf(rule, input, configuration, override, isFull, this.findings);
  }

  get visitors(): Visitors {
    return this.#visitors;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  begin(): void {
    try {
      this.#visitors = this.#rule.visit?.(this.#context) ?? {};
    } catch (error) {
      this.fail(error);
    }
  }

  end(): void {
    if (this.#hasFailed) return;
    try {
      this.#rule.check?.(this.#context);
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error: unknown): void {
    this.#hasFailed = true;
    this.findings.push(crashed(this.#rule, this.#context.model, error));
  }
}

/** What one rule finds, on its own. */
export function runRule(...about: ConstructorParameters<typeof RuleRun>): readonly Finding[] {
  const run = new RuleRun(...about);
  run.begin();
  walkThrough(about[1].model, [run]);
  run.end();
  return run.findings;
}

type SeverityOf = (
  own: Severity,
  element: ElementId,
  span: Span,
  fact: string | undefined,
) => Severity | 'off';

function contextOf(
  rule: AnyRule,
  { model, previous, agreed, today, suggest }: RuleInput,
  configuration: RuleConfiguration,
  override: OverrideLookup,
  isFull: FullSeverity,
  findings: Finding[],
): RuleContext<Record<string, MessageTemplate>, never> {
  const configured = configuration.rules.get(rule.id);
  const offByDefault = isOff(rule.id, configuration);
  const severityOf: SeverityOf = (own, element, span, fact) => {
    const special = override(rule.id, element, span.file)?.severity;
    if (special !== undefined) return special;
    if (offByDefault) return 'off';
    if (configured?.severity !== undefined) return configured.severity;
    return isFull(rule, fact) ? own : 'hint';
  };
  const former = formerIdsOf(model);
  const { elements } = model;
  return {
    model,
    ...(previous ? { previous } : {}),
    agreed: (fingerprint) => agreed?.get(fingerprint),
    today,
    options: optionsOf(rule, configured?.options) as never,
    suggest: suggest ?? (() => []),
    label: (id) => labelOf(id),
    element: (id) => elements.get(id),
    report(report) {
      const finding = toFinding(rule, report, severityOf, model, former);
      if (finding) findings.push(finding);
    },
  };
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
  severityOf: SeverityOf,
  model: Model,
  former: FormerId,
): Finding | undefined {
  const severity = severityOf(
    report.severity ?? rule.severity,
    report.element,
    report.span,
    report.missing,
  );
  if (severity === 'off') return undefined;
  const template = (rule.messages as Record<string, MessageTemplate>)[report.message];
  if (!template) throw new Error(`Rule ${rule.id} has no message ${report.message}.`);
  const data = report.data as Readonly<Record<string, string | number>>;
  const named = report.elements ?? [report.element];
  const fingerprint = fingerprintOf(rule.id, report.message, report.element, ...named);
  const elements = rule.ring === true ? named : withEnds(model, report.element, report.elements);
  // Written out in the order of the output, and without spreads: a large model has thousands.
  const finding: Writable<Finding> = {
    rule: rule.id,
    severity,
    what: fill(template.what, data),
    why: fill(template.why, data),
    remedy: fill(template.remedy, data),
    span: report.span,
    element: report.element,
    elements,
    related: report.related ?? nothing,
    data: report.facts ? { ...data, ...report.facts } : data,
    fingerprint,
    fixes: report.fixes ?? nothing,
  };
  if (report.acceptedAt) finding.acceptedAt = report.acceptedAt;
  if (report.accepted) finding.accepted = report.accepted;
  return former === unchanged ? finding : withFormer(finding, report.message, named, former);
}

/** What takes part as the rule says it; of an edge both ends do, whatever the rule says. */
function withEnds(
  model: Model,
  element: ElementId,
  elements: readonly ElementId[] | undefined,
): readonly ElementId[] {
  const ends = missingEnds(model, element, elements ?? nothing);
  if (elements === undefined) return ends.length > 0 ? ends : [element];
  return ends.length > 0 ? [...elements, ...ends] : elements;
}

const nothing: readonly never[] = [];
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A finding on what was renamed knows the fingerprint that it had before. */
function withFormer(
  finding: Finding,
  message: string,
  named: readonly ElementId[],
  former: FormerId,
): Finding {
  const { fixes, accepted, ...rest } = finding;
  const subjects = [finding.element, ...named];
  const formerSubjects = subjects.map(former);
  if (formerSubjects.every((id, index) => id === subjects[index])) return finding;
  const formerFingerprint = fingerprintOf(finding.rule, message, ...formerSubjects);
  return { ...rest, formerFingerprint, fixes, ...(accepted ? { accepted } : {}) };
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
