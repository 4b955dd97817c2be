import type { ElementId } from '../model/elements/identity.js';
import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import { contains, type Span } from '../model/span.js';
import type { Finding } from './finding.js';
import type { Fix } from './rule.js';

/** Findings that nobody can accept: they are mended, or the model is not understood. */
const unacceptable: ReadonlySet<string> = new Set([
  'syntax',
  'unresolved-reference',
  'unused-exception',
]);

export interface Reason {
  readonly because: string;
  readonly until?: IsoDate;
}

/**
 * The edit that accepts a finding where it stands: an `@accept` before the declaration, member or
 * relation at fault. Undefined for findings that cannot be accepted.
 *
 * @param reason by default one to fill in, which the rule `unused-exception` reminds of
 */
export function acceptFix(
  model: Model,
  finding: Finding,
  reason: Reason = { because: '' },
): Fix | undefined {
  const { rule, element, span } = finding;
  if (unacceptable.has(rule)) return undefined;
  const { file, start } = declarationAround(model, element, span);
  const because = reason.because.replaceAll(/[\\"]/g, '\\$&').replaceAll(/\s+/g, ' ');
  const until = reason.until === undefined ? '' : `, until: ${reason.until}`;
  // Behind the declaration's place on its line, so that the line's own indentation stays.
  const indent = ' '.repeat(start.column - 1);
  return {
    title: `Accept ${rule} here, with a reason to fill in`,
    edits: [
      {
        span: { file, start, end: start },
        text: `@accept(${rule}, because: "${because}"${until})\n${indent}`,
      },
    ],
  };
}

/** What the finding's element or edge spans; the block in question for a context of several. */
function declarationAround(model: Model, id: ElementId, place: Span): Span {
  const element = elementById(model, id);
  if (element?.kind === 'context') {
    return element.blocks.find((block) => encloses(block, place)) ?? element.span;
  }
  if (element) return element.span;
  const edge = [
    model.calls,
    model.subscriptions,
    model.publications,
    model.sendings,
    model.handlings,
    model.accesses,
  ]
    .map((edges) => edges.find((candidate) => candidate.id === id))
    .find((candidate) => candidate !== undefined);
  return edge?.span ?? place;
}

function encloses(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && contains(outer, inner.start);
}
