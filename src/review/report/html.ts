import { escapeXml as escaped } from '../../diagram/svg/escape.js';
import { messageOf } from '../../rules/finding.js';
import type { Stand } from '../compatibility/difference.js';
import type { Review, ReviewedContract } from '../review.js';
import { mapsOf } from './html-maps.js';
import { styles } from './html-style.js';
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

/**
 * Reviews as one file that needs nothing else: no script, nothing from elsewhere, and a policy that
 * says so to the browser. Everything that comes from models is escaped.
 */
export async function htmlReview(reviews: readonly RootReview[]): Promise<string> {
  const [first] = reviews;
  const title = first
    ? `Design review: ${first.review.before.name} → ${first.review.after.name}`
    : 'Design review';
  const bodies: string[] = [];
  for (const { name, review } of reviews) {
    const head = reviews.length > 1 ? `<h2>${escaped(name)}</h2>\n` : '';
    bodies.push(`${head}${await bodyOf(review)}`);
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${bodies.join('\n')}
</main>
</body>
</html>
`;
}

async function bodyOf(review: Review): Promise<string> {
  const parts = await Promise.all(
    sectionsOf(review).map((section) => sectionHtml(section, review)),
  );
  return `<p class="headline">${escaped(headline(review))}.</p>
${parts.filter((part) => part !== '').join('\n')}`;
}

async function sectionHtml(section: Section, review: Review): Promise<string> {
  if (section.kind === 'maps') return mapsOf(review);
  if (section.kind === 'figures') return figuresHtml(review);
  const { title, weight, entries } = section;
  return `<details${weight === 'important' ? ' open' : ''}><summary>${escaped(title)} <span class="count">${String(entries.length)}</span></summary>
<ul>
${entries.map((entry) => `<li>${entryHtml(entry)}</li>`).join('\n')}
</ul>
</details>`;
}

function figuresHtml({ before, after, figures }: Review): string {
  const rows = figures.map((figure) => {
    const [name, then, now] = figureRow(figure);
    const differs = then === now ? '' : ' class="differs"';
    return `<tr${differs}><td>${escaped(name)}</td><td>${escaped(then)}</td><td>${escaped(now)}</td></tr>`;
  });
  return `<details open><summary>Coupling</summary>
<table><thead><tr><th>Figure</th><th>${escaped(before.name)}</th><th>${escaped(after.name)}</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>
</details>`;
}

function entryHtml(entry: Entry): string {
  switch (entry.kind) {
    case 'contract':
      return contractHtml(entry.change);
    case 'finding': {
      const { severity, rule, span } = entry.finding;
      return `<span class="mark ${severity}">${severity}</span> ${prose(messageOf(entry.finding))} <small>${code(rule)} ${code(placeText(span))}</small>`;
    }
    case 'team':
      return `<strong>${escaped(entry.name)}</strong><ul>${entry.reasons.map((reason) => `<li>${escaped(reason)}</li>`).join('')}</ul>`;
    case 'exception':
      return `<strong>${escaped(entry.until)}</strong> ${escaped(entry.rules)} on ${code(entry.owner)}`;
    case 'change':
      return escaped(entry.text);
    case 'move':
      return `${code(entry.from)} → ${code(entry.to)}`;
  }
}

function contractHtml(change: ReviewedContract): string {
  const { severity, rule, approval, hits, fingerprint } = change;
  const kind = approval ? 'approved' : severity;
  const version = versionText(change);
  const lines = [
    ...(hits.length === 0 ? [] : [`Hits ${hitTexts(change).join(', ')}`]),
    ...(version === '' ? [] : [version]),
    ...(approval ? [`${approval.who}, ${approval.when}: ${approval.why}`] : []),
  ];
  return `<span class="mark ${kind}">${kind}</span> ${prose(contractTitle(change))} <small>${code(rule)} ${code(fingerprint)}</small>
<div class="stands">${standHtml('del', change.before)}${standHtml('ins', change.after)}</div>
${lines.map((line) => `<div>${escaped(line)}</div>`).join('')}`;
}

function standHtml(tag: 'del' | 'ins', stand: Stand | undefined): string {
  return stand ? `<${tag}>${escaped(standText(stand))}</${tag}>` : '';
}

function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** Text with its code spans; escaped first, so that nothing else in it is markup. */
function prose(text: string): string {
  return escaped(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>');
}
