import { MarkupKind, type Hover, type TextDocumentPositionParams } from 'vscode-languageserver';
import { configurationFile } from '../project/configuration.js';
import { gateText } from '../project/rule-table.js';
import { rulePageRequest, type RulePageParams } from '../protocol/findings.js';
import { ruleById } from '../rules/generated/index.js';
import { helpUrl } from '../rules/help.js';
import { pageOf } from '../rules/page.js';
import type { AnyRule, OptionSpec } from '../rules/rule.js';
import type { Session } from './session.js';

/** The page of a rule, for clients that show it beside the finding. */
export function registerRulePages({ connection }: Session): void {
  connection.onRequest(
    rulePageRequest,
    async ({ rule }: RulePageParams): Promise<string | null> => (await pageOf(rule)) ?? null,
  );
}

/** What a rule id under the pointer means, in an `@accept` or in `archivolt.json`. */
export function ruleHover(
  { documents }: Session,
  { textDocument, position }: TextDocumentPositionParams,
): Hover | undefined {
  const document = documents.get(textDocument.uri);
  if (!document) return undefined;
  const { line } = position;
  const text = document.getText({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
  });
  const isConfiguration = textDocument.uri.endsWith(`/${configurationFile}`);
  for (const match of text.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (position.character < start || position.character > end) continue;
    const rule = ruleById.get(match[0]);
    const isNamed = isConfiguration || /@accept\s*\([^)]*$/.test(text.slice(0, start));
    if (!rule || !isNamed) return undefined;
    return {
      range: { start: { line, character: start }, end: { line, character: end } },
      contents: { kind: MarkupKind.Markdown, value: summaryOf(rule) },
    };
  }
  return undefined;
}

function summaryOf(rule: AnyRule): string {
  const { id, severity, severityNote, gate, summary } = rule;
  const options = Object.entries(rule.options as Readonly<Record<string, OptionSpec>>).map(
    ([name, { default: value, description }]) => `- \`${name}\` (${String(value)}): ${description}`,
  );
  return [
    `**[${id}](${helpUrl(id)})** — ${summary}`,
    `Severity: ${severityNote ?? severity}; runs: ${gateText(gate)}`,
    ...(options.length > 0 ? [`Options:\n${options.join('\n')}`] : []),
  ].join('\n\n');
}
