/**
 * What a document says may be wrong by our own rules. It is taken over as it is, with an accepted
 * exception in plain sight, so that the new model has no errors and the question is not forgotten.
 */
import { counts, type Finding } from '../rules/finding.js';

const reason = 'It is so in the imported document.';

/**
 * The texts with an `@accept` before each declaration that a rule finds an error in.
 *
 * @param findings of a model with these texts; those in other files are left alone
 */
export function withExceptions(
  texts: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): { readonly texts: ReadonlyMap<string, string>; readonly accepted: readonly Finding[] } {
  const accepted = findings.filter(
    (finding) =>
      finding.severity === 'error' &&
      finding.rule !== 'syntax' &&
      counts(finding) &&
      texts.has(finding.span.file),
  );
  const result = new Map(texts);
  for (const [file, own] of grouped(accepted)) {
    const lines = texts.get(file)!.split('\n');
    const wanted = new Map<number, Set<string>>();
    for (const { rule, span } of own) {
      const rules = wanted.get(span.start.line) ?? new Set<string>();
      wanted.set(span.start.line, rules.add(rule));
    }
    const annotated = lines.flatMap((line, index) => {
      const indent = /^ */.exec(line)![0];
      const rules = [...(wanted.get(index + 1) ?? [])].sort();
      return [...rules.map((rule) => `${indent}@accept(${rule}, because: "${reason}")`), line];
    });
    result.set(file, annotated.join('\n'));
  }
  return { texts: result, accepted };
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const result = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { file } = finding.span;
    result.set(file, [...(result.get(file) ?? []), finding]);
  }
  return result;
}
