import { toMermaid } from '../../diagram/formats/mermaid.js';
import { visibleGraph } from '../../diagram/graph.js';
import { select } from '../../diagram/select.js';
import { messageOf } from '../../rules/finding.js';
import type { Review, ReviewedContract } from '../review.js';
import { affected, viewOf } from './affected.js';
import { code, prose } from './markdown-text.js';
import type { RootReview } from './root-review.js';
import { sectionsOf, type Entry, type Section } from './sections.js';
import {
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
const shorter = 12;
/** Reasons and consumers that one line names. */
const mostReasons = 5;
const mostHits = 20;

/** Reviews as a comment of a pull request, with a map of what is affected. */
export function markdownReview(reviews: readonly RootReview[]): string {
  const written = (limit: number) =>
    reviews
      .map(({ name, review }) =>
        oneReview(
          review,
          limit,
          reviews.length > 1 ? `Design review: ${prose(name)}` : 'Design review',
        ),
      )
      .join('\n');
  const whole = written(longest);
  if (whole.length <= commentLimit) return whole;
  const short = written(shorter);
  if (short.length <= commentLimit) return short;
  const end = '\n\n… The rest does not fit into a comment.\n';
  return `${short.slice(0, commentLimit - end.length).replace(/\n[^\n]*$/, '')}${end}`;
}

function oneReview(review: Review, limit: number, title: string): string {
  const { before, after } = review;
  return `${[
    `## ${title}`,
    '',
    `${prose(before.name)} → ${prose(after.name)}: ${headline(review)}.`,
    ...sectionsOf(review).flatMap((section) => sectionLines(section, review, limit)),
  ].join('\n')}\n`;
}

function sectionLines(section: Section, review: Review, limit: number): string[] {
  if (section.kind === 'maps') return mapLines(review);
  if (section.kind === 'figures') return figureLines(review);
  const { title, weight, entries } = section;
  if (weight === 'background') return [];
  const rest = entries.length - limit;
  const items = [
    ...entries.slice(0, limit).map((entry) => `- ${entryText(entry)}`),
    ...(rest > 0 ? [`- … and ${String(rest)} more`] : []),
  ];
  if (weight === 'important') return ['', `### ${title}`, '', ...items];
  const summary = `<details><summary>${title} (${String(entries.length)})</summary>`;
  return ['', summary, '', ...items, '', '</details>'];
}

function entryText(entry: Entry): string {
  switch (entry.kind) {
    case 'contract':
      return contractText(entry.change);
    case 'finding': {
      const { severity, span, rule } = entry.finding;
      return `**${severity}** ${prose(messageOf(entry.finding))} (${code(rule)}, ${code(placeText(span))})`;
    }
    case 'team': {
      const { name, reasons } = entry;
      const more = reasons.length > mostReasons ? ' …' : '';
      return `**${prose(name)}**: ${reasons.slice(0, mostReasons).map(prose).join('; ')}${more}`;
    }
    case 'exception':
      return `${entry.until}: ${code(entry.rules)} on ${code(entry.owner)}`;
    case 'change':
      return prose(entry.text);
    case 'move':
      return `${code(entry.from)} → ${code(entry.to)}`;
  }
}

function contractText(change: ReviewedContract): string {
  const { severity, rule, approval, hits, fingerprint } = change;
  const mark = approval ? `approved by ${prose(approval.who)}: ${prose(approval.why)}` : severity;
  const version = versionText(change);
  return [
    `**${mark}** ${prose(contractTitle(change))} (${code(rule)}, ${code(fingerprint)})`,
    `  ${code(standText(change.before))} → ${code(standText(change.after))}`,
    ...(hits.length > 0
      ? [`  hits ${hitTexts(change).slice(0, mostHits).map(prose).join(', ')}`]
      : []),
    ...(version === '' ? [] : [`  ${prose(version)}`]),
  ].join('<br>\n');
}

function mapLines(review: Review): string[] {
  const { model } = review.after;
  const view = viewOf(model, affected(review), 'What is affected');
  if (!view) return [];
  const graph = visibleGraph(model, select(model, { view, level: 'contexts' }));
  return ['', '### What is affected', '', '```mermaid', toMermaid(graph).trimEnd(), '```'];
}

function figureLines({ before, after, figures }: Review): string[] {
  return [
    '',
    `| Coupling | ${prose(before.name)} | ${prose(after.name)} |`,
    '|---|--:|--:|',
    ...figures.map((figure) => `| ${figureRow(figure).join(' | ')} |`),
  ];
}
