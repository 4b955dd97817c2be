import { gateText } from '../../project/rule-table.js';
import { helpUrl } from '../../rules/help.js';
import type { AnyRule, OptionSpec } from '../../rules/rule.js';

/** A rule as `rules --format json` lists it. */
export function jsonRule(rule: AnyRule) {
  const { id, category, severity, severityNote, gate, summary, sources } = rule;
  return {
    id,
    category,
    severity,
    severities: severityNote ?? severity,
    gate: gateText(gate),
    ...(gate.kind === 'absence' ? { aspect: gate.aspect } : {}),
    summary,
    sources,
    options: rule.options as Readonly<Record<string, OptionSpec>>,
    help: helpUrl(id),
  };
}
