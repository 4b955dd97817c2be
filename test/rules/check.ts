import { modelFromTexts } from '../../src/model/from-text.js';
import { check, type CheckInput } from '../../src/rules/engine.js';
import type { Finding } from '../../src/rules/finding.js';
import { resolveEdit } from '../../src/rules/resolve-edit.js';
import type { Edit } from '../../src/rules/rule.js';
import { allRules } from '../../src/rules/generated/index.js';

/** Findings of a text (or of several files), on a fixed day. */
export function findingsOf(
  text: string | Readonly<Record<string, string>>,
  options: Partial<CheckInput> = {},
): readonly Finding[] {
  const model = modelFromTexts(typeof text === 'string' ? { 'model.arch': text } : text);
  return check({ model, rules: allRules, today: '2026-11-24', ...options });
}

/** `severity rule element`, one line for each finding; hints left out, and what short names earn. */
export function lines(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ severity, rule }) => severity !== 'hint' && rule !== 'vague-name')
    .map(({ severity, rule, element, accepted }) =>
      [severity, rule, element, ...(accepted ? ['accepted'] : [])].join(' '),
    );
}

/** Applies edits of one file to its text. */
export function applied(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return edits
    .map((edit) => resolveEdit(edit, text))
    .sort((a, b) => offset(b.span.start) - offset(a.span.start))
    .reduce(
      (result, { span, text: by }) =>
        result.slice(0, offset(span.start)) + by + result.slice(offset(span.end)),
      text,
    );
}
