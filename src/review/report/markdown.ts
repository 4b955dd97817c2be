import { toMermaid } from '../../diagram/formats/mermaid.js';
import { visibleGraph } from '../../diagram/graph.js';
import { select } from '../../diagram/select.js';
import { nameOfId } from '../../model/lookup.js';
import { messageOf, type Finding } from '../../rules/finding.js';
import { approvable, type Review, type ReviewedContract } from '../review.js';
import { affected, viewOf } from './affected.js';
import {
  changeText,
  contractTitle,
  figureRow,
  headline,
  hitTexts,
  placeText,
  standText,
  versionText,
} from './words.js';

/** The longest comment that GitHub takes. */
export const commentLimit = 65_536;

/** Lists longer than this name the number of the rest, so that the comment fits. */
const longest = 60;

/** A review as a comment of a pull request, with a map of what is affected. */
export function markdownReview(reviewed: Review): string {
  const whole = written(reviewed, longest);
  if (whole.length <= commentLimit) return whole;
  const short = written(reviewed, 12);
  if (short.length <= commentLimit) return short;
  const end = '\n\n… The rest does not fit into a comment.\n';
  return `${short.slice(0, commentLimit - end.length).replace(/\n[^\n]*$/, '')}${end}`;
}

function written(reviewed: Review, limit: number): string {
  const { before, after, comparison, contracts, findings, expiring, figures, signOff } = reviewed;
  const list = (items: readonly string[]) => [
    ...items.slice(0, limit).map((item) => `- ${item}`),
    ...(items.length > limit ? [`- … and ${String(items.length - limit)} more`] : []),
  ];
  const section = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : ['', `### ${title}`, '', ...list(items)];
  const folded = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          '',
          `<details><summary>${title} (${String(items.length)})</summary>`,
          '',
          ...list(items),
          '',
          '</details>',
        ];
  const open = contracts.filter(approvable);
  const rest = contracts.filter((change) => !open.includes(change));
  return `${[
    '## Design review',
    '',
    `${prose(before.name)} → ${prose(after.name)}: ${headline(reviewed)}.`,
    ...section('What breaks for whom', open.map(contractItem)),
    ...section(
      'To sign off',
      signOff.map(
        ({ team, reasons }) =>
          `**${prose(nameOfId(team))}**: ${reasons.slice(0, 5).map(prose).join('; ')}${reasons.length > 5 ? ' …' : ''}`,
      ),
    ),
    ...section('New findings', findings.introduced.map(findingItem)),
    ...section(
      'Exceptions about to expire',
      expiring.map(
        ({ rules, owner, until }) =>
          `${until}: ${code(rules.join(', '))} on ${code(nameOfId(owner))}`,
      ),
    ),
    ...mapSection(reviewed),
    ...figureSection(reviewed, figures),
    ...folded('Fixed findings', findings.fixed.map(findingItem)),
    ...folded('Newly accepted findings', findings.accepted.map(findingItem)),
    ...folded('Safe and approved changes of contracts', rest.map(contractItem)),
    ...folded(
      'Changes in the model',
      comparison.changes.map((change) => prose(changeText(change))),
    ),
    ...folded(
      'Files moved',
      comparison.fileMoves.map(({ from, to }) => `${code(from)} → ${code(to)}`),
    ),
  ].join('\n')}\n`;
}

function contractItem(change: ReviewedContract): string {
  const { severity, rule, approval, hits, fingerprint } = change;
  const mark = approval ? `approved by ${prose(approval.who)}: ${prose(approval.why)}` : severity;
  const version = versionText(change);
  return [
    `**${mark}** ${prose(contractTitle(change))} (${code(rule)}, ${code(fingerprint)})`,
    `  ${code(standText(change.before))} → ${code(standText(change.after))}`,
    ...(hits.length > 0 ? [`  hits ${hitTexts(change).slice(0, 20).map(prose).join(', ')}`] : []),
    ...(version === '' ? [] : [`  ${prose(version)}`]),
  ].join('<br>\n');
}

function findingItem(finding: Finding): string {
  const { severity, span, rule } = finding;
  return `**${severity}** ${prose(messageOf(finding))} (${code(rule)}, ${code(placeText(span))})`;
}

function mapSection(reviewed: Review): string[] {
  const { model } = reviewed.after;
  const view = viewOf(model, affected(reviewed).keys(), 'What is affected');
  if (!view) return [];
  const graph = visibleGraph(model, select(model, { view, level: 'contexts' }));
  return ['', '### What is affected', '', '```mermaid', toMermaid(graph).trimEnd(), '```'];
}

function figureSection({ before, after }: Review, figures: Review['figures']): string[] {
  return [
    '',
    `| Coupling | ${prose(before.name)} | ${prose(after.name)} |`,
    '|---|--:|--:|',
    ...figures.map((figure) => `| ${figureRow(figure).join(' | ')} |`),
  ];
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Nobody is called for by a model.
  '@': '&#64;',
};

/** Text in which nothing formats, links or calls for somebody. */
function prose(text: string): string {
  return text
    .replaceAll('`', '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[&<>@]|[\\*_{}[\]()#+!|~]|:\/\//g, (found) =>
      found === '://' ? '&#58;//' : (references[found] ?? `\\${found}`),
    );
}

/** A code span that its content cannot end. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('|', '¦');
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
