import { messageOf } from '../../rules/finding.js';
import type { Review, ReviewedContract } from '../review.js';
import type { RootReview } from './root-review.js';
import { sectionsOf, type Entry } from './sections.js';
import {
  contractTitle,
  figureRow,
  headline,
  hitTexts,
  placeText,
  standText,
  versionText,
} from './words.js';

/** Reviews for a terminal. Control characters of the model's texts are not written. */
export function textReview(reviews: readonly RootReview[]): string {
  return reviews
    .map(({ name, review }) => {
      const title = reviews.length > 1 ? `${name}: ` : '';
      return `${linesOf(review, title).map(visible).join('\n')}\n`;
    })
    .join('\n');
}

function linesOf(review: Review, title: string): string[] {
  const { before, after, figures } = review;
  return [
    `${title}${before.name} → ${after.name}: ${headline(review)}`,
    ...sectionsOf(review).flatMap((section): string[] => {
      if (section.kind === 'maps') return [];
      if (section.kind === 'list') {
        if (section.weight === 'background') return [];
        return block(section.title, section.entries.flatMap(entryLines));
      }
      const rows = figures.map((figure) => {
        const [name, then, now] = figureRow(figure);
        return `${name}: ${then} → ${now}`;
      });
      return block('Coupling', rows);
    }),
  ];
}

function block(title: string, lines: readonly string[]): string[] {
  return ['', title, ...lines.map((line) => `  ${line}`)];
}

function entryLines(entry: Entry): string[] {
  switch (entry.kind) {
    case 'contract':
      return contractLines(entry.change);
    case 'finding': {
      const { severity, span, rule } = entry.finding;
      return [`${severity}  ${placeText(span)}  ${messageOf(entry.finding)}  [${rule}]`];
    }
    case 'team':
      return [`${entry.name}: ${entry.reasons.join('; ')}`];
    case 'exception':
      return [`${entry.until}  ${entry.rules} on ${entry.owner}`];
    case 'change':
      return [entry.text];
    case 'move':
      return [`${entry.from} → ${entry.to}`];
  }
}

function contractLines(change: ReviewedContract): string[] {
  const { severity, rule, approval, fingerprint } = change;
  const mark = approval ? `approved by ${approval.who}` : severity;
  const version = versionText(change);
  return [
    `${mark}  ${contractTitle(change)}  [${rule}] ${fingerprint}`,
    `    ${standText(change.before)} → ${standText(change.after)}`,
    ...(change.hits.length > 0 ? [`    hits ${hitTexts(change).join(', ')}`] : []),
    ...(version === '' ? [] : [`    ${version}`]),
  ];
}

function visible(line: string): string {
  return line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
