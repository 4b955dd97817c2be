import { closest } from '../language/closest.js';
import { annotatedParts } from '../model/annotated.js';
import type { Acceptance, AnnotatedPlace } from '../model/elements/annotations.js';
import type { ElementId } from '../model/elements/identity.js';
import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import { encloses, placeOf, type Span } from '../model/span.js';
import type { Finding } from './finding.js';

/** An `@accept` with the declaration that it covers. */
interface Exception {
  readonly acceptance: Acceptance;
  readonly rule: string;
  readonly covers: Span;
  readonly owner: ElementId;
  used: boolean;
}

export interface ExceptionReport {
  readonly problem: 'unused' | 'expired' | 'reasonless' | 'unknown-rule' | 'no-rule';
  readonly rule: string;
  readonly acceptance: Acceptance;
  readonly owner: ElementId;
  /** Closest rule id, for an unknown one. */
  readonly suggestion?: string;
}

/**
 * Marks findings that an `@accept` covers and reports exceptions that do not hold: unused,
 * expired, without a reason, or for a rule that does not exist. An expired or reasonless exception
 * accepts nothing.
 *
 * @param ran ids of the rules that ran; an exception for another rule is not called unused
 */
export function applyExceptions(
  model: Model,
  findings: readonly Finding[],
  rules: { readonly known: ReadonlySet<string>; readonly ran: ReadonlySet<string> },
  today: IsoDate,
): { readonly findings: readonly Finding[]; readonly reports: readonly ExceptionReport[] } {
  const reports: ExceptionReport[] = [];
  const byRule = new Map<string, Exception[]>();
  for (const exception of exceptionsOf(model, reports)) {
    const { acceptance, rule, owner } = exception;
    if (!rules.known.has(rule)) {
      const suggestion = closest(rule, rules.known, 1)[0];
      reports.push({
        problem: 'unknown-rule',
        rule,
        acceptance,
        owner,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    } else if (!acceptance.because?.trim()) {
      reports.push({ problem: 'reasonless', rule, acceptance, owner });
    } else if (acceptance.until !== undefined && acceptance.until < today) {
      reports.push({ problem: 'expired', rule, acceptance, owner });
    } else {
      const known = byRule.get(rule);
      if (known) known.push(exception);
      else byRule.set(rule, [exception]);
    }
  }
  if (byRule.size === 0) return { findings, reports };
  const marked = findings.map((finding) => {
    const exceptions = byRule.get(finding.rule)?.filter((one) => holdsFor(one, finding));
    if (!exceptions?.[0]) return finding;
    for (const one of exceptions) one.used = true;
    const { because = '', until, adr, by } = innermost(exceptions).acceptance;
    const accepted = {
      because,
      ...(until === undefined ? {} : { until }),
      ...(adr === undefined ? {} : { adr }),
      ...(by === undefined ? {} : { by }),
    };
    return { ...finding, accepted };
  });
  for (const { acceptance, rule, owner, used } of [...byRule.values()].flat()) {
    if (!used && rules.ran.has(rule)) reports.push({ problem: 'unused', rule, acceptance, owner });
  }
  return { findings: marked, reports };
}

function holdsFor({ covers, owner }: Exception, { element, acceptedAt, span }: Finding): boolean {
  return owner === element || acceptedAt?.includes(owner) === true || encloses(covers, span);
}

/** Of exceptions around one place the one that stands closest. */
function innermost(exceptions: readonly Exception[]): Exception {
  return exceptions.reduce((inner, one) => (encloses(inner.covers, one.covers) ? one : inner));
}

function exceptionsOf(model: Model, reports: ExceptionReport[]): Exception[] {
  const result: Exception[] = [];
  const visit = (
    owner: AnnotatedPlace & { readonly id: ElementId },
    spans: readonly Span[] = [owner.span],
  ) => {
    for (const acceptance of owner.accepts) {
      if (acceptance.rules.length === 0) {
        reports.push({ problem: 'no-rule', rule: '', acceptance, owner: owner.id });
      }
      // A context may stand in several blocks; its annotation covers the block that it stands at.
      const covers = spans.find((span) => encloses(span, acceptance.span)) ?? owner.span;
      for (const rule of acceptance.rules) {
        result.push({ acceptance, rule, covers, owner: owner.id, used: false });
      }
    }
  };
  const { declarations, edges, places } = annotatedParts(model);
  for (const one of declarations) {
    if (one.kind === 'context') visit(one, one.blocks);
    else visit(one);
  }
  for (const place of places) visit(place);
  const seen = new Set<string>();
  for (const edge of edges) {
    if (edge.accepts.length === 0) continue;
    // `publishes A, B` gives two edges that share one annotation.
    const key = placeOf(edge.span);
    if (seen.has(key)) continue;
    seen.add(key);
    visit(edge);
  }
  return result;
}
