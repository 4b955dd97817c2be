import { categories, type AnyRule, type Gate } from '../rules/rule.js';

const titles: Readonly<Record<(typeof categories)[number], string>> = {
  naming: 'Naming and ubiquitous language',
  'context-map': 'Strategic DDD: the context map',
  aggregates: 'Tactical DDD: aggregates',
  data: 'Data ownership',
  coupling: 'Coupling and cycles',
  communication: 'Communication',
  resilience: 'Resilience',
  events: 'Events',
  contracts: 'API contracts',
  slo: 'Service levels and latency',
  ownership: 'Ownership and teams',
  decomposition: 'Decomposition',
  security: 'Security',
  evolution: 'Evolution',
};

/** The page that lists all rules, by category. */
export function ruleTable(rules: readonly AnyRule[]): string {
  const sections = categories.flatMap((category) => {
    const own = rules.filter((rule) => rule.category === category);
    if (own.length === 0) return [];
    const rows = own.map(
      (rule) =>
        `| [\`${rule.id}\`](../src/rules/${category}/${rule.id}.md) | ${rule.severityNote ?? rule.severity} | ${gateText(rule.gate)} | ${rule.summary.replaceAll('|', '\\|')} |`,
    );
    return [
      `## ${titles[category]}\n\n| rule | severity | runs | fires when |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
    ];
  });
  return `<!-- Written by scripts/generate.mjs. Do not edit. -->\n\n# Rules\n\n${String(rules.length)} rules. Each has a page with examples, reasons and sources. Findings of syntax have the rule \`syntax\` and are always errors.\n\n${sections.join('\n')}`;
}

/** When a rule runs, in a few words. */
export function gateText(gate: Gate): string {
  if (gate.kind === 'structural') return 'always';
  if (gate.kind === 'baseline') return 'against a revision before';
  if (gate.kind === 'if-declared') return `if declared: ${gate.fact}`;
  return `aspect ${gate.aspect}; else a hint`;
}
