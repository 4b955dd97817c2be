import type { Finding } from '../../rules/finding.js';
import { severities } from '../../rules/rule.js';

/** In the order of the text among equals. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity),
  );
}
