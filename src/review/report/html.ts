import { layout } from '../../diagram/layout/layout.js';
import { elkEngine } from '../../diagram/layout/elk.js';
import type { Overlay } from '../../diagram/picture.js';
import { select } from '../../diagram/select.js';
import { escapeXml as escaped } from '../../diagram/svg/escape.js';
import { renderSvg } from '../../diagram/svg/svg.js';
import { themes } from '../../diagram/svg/theme.js';
import { nameOfId } from '../../model/lookup.js';
import type { ElementId, Model } from '../../model/model.js';
import { messageOf, type Finding } from '../../rules/finding.js';
import { approvable, type Review, type ReviewedContract } from '../review.js';
import { affected, effectOverlay, viewOf } from './affected.js';
import { styles } from './html-style.js';
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

/**
 * A review as one file that needs nothing else: no script, nothing from elsewhere, and a policy that
 * says so to the browser. Everything that comes from models is escaped; maps are images, so that
 * nothing in them can act.
 */
export async function htmlReview(reviewed: Review): Promise<string> {
  const { before, after, comparison, contracts, findings, expiring, figures, signOff } = reviewed;
  const title = `Design review: ${before.name} → ${after.name}`;
  const open = contracts.filter(approvable);
  const rest = contracts.filter((change) => !open.includes(change));
  const rows = figures.map(figureRow);
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
<p class="headline">${escaped(headline(reviewed))}.</p>
${section('What breaks for whom', open.map(contractItem), true)}
${section('To sign off', signOff.map(signOffItem), true)}
${await maps(reviewed)}
${section('New findings', findings.introduced.map(findingItem), true)}
${section(
  'Exceptions about to expire',
  expiring.map(
    ({ rules, owner, until }) =>
      `<li><strong>${escaped(until)}</strong> ${escaped(rules.join(', '))} on <code>${escaped(nameOfId(owner))}</code></li>`,
  ),
  true,
)}
<details open><summary>Coupling</summary>
<table><thead><tr><th>Figure</th><th>${escaped(before.name)}</th><th>${escaped(after.name)}</th></tr></thead>
<tbody>${rows.map(([name, then, now]) => `<tr${then === now ? '' : ' class="differs"'}><td>${escaped(name)}</td><td>${escaped(then)}</td><td>${escaped(now)}</td></tr>`).join('')}</tbody></table>
</details>
${section('Fixed findings', findings.fixed.map(findingItem))}
${section('Newly accepted findings', findings.accepted.map(findingItem))}
${section('Findings that are still there', findings.remaining.map(findingItem))}
${section('Safe and approved changes of contracts', rest.map(contractItem))}
${section(
  'Changes in the model',
  comparison.changes.map((change) => `<li>${escaped(changeText(change))}</li>`),
)}
${section(
  'Files moved',
  comparison.fileMoves.map(
    ({ from, to }) => `<li><code>${escaped(from)}</code> → <code>${escaped(to)}</code></li>`,
  ),
)}
</main>
</body>
</html>
`;
}

function section(title: string, items: readonly string[], isOpen = false): string {
  if (items.length === 0) return '';
  return `<details${isOpen ? ' open' : ''}><summary>${escaped(title)} <span class="count">${String(items.length)}</span></summary>
<ul>
${items.join('\n')}
</ul>
</details>`;
}

function contractItem(change: ReviewedContract): string {
  const { severity, rule, approval, hits, fingerprint } = change;
  const mark = approval
    ? `<span class="mark approved">approved</span>`
    : `<span class="mark ${severity}">${severity}</span>`;
  const version = versionText(change);
  return `<li>${mark} ${prose(contractTitle(change))} <small><code>${escaped(rule)}</code> <code>${escaped(fingerprint)}</code></small>
<div class="stands"><del>${escaped(standText(change.before))}</del> <ins>${escaped(standText(change.after))}</ins></div>
${hits.length === 0 ? '' : `<div>Hits ${hitTexts(change).map(escaped).join(', ')}</div>`}
${version === '' ? '' : `<div>${escaped(version)}</div>`}
${approval ? `<div>${escaped(`${approval.who}, ${approval.when}: ${approval.why}`)}</div>` : ''}</li>`;
}

function signOffItem({ team, reasons }: Review['signOff'][number]): string {
  return `<li><strong>${escaped(nameOfId(team))}</strong><ul>${reasons.map((reason) => `<li>${escaped(reason)}</li>`).join('')}</ul></li>`;
}

function findingItem(finding: Finding): string {
  const { severity, rule, span } = finding;
  return `<li><span class="mark ${severity}">${severity}</span> ${prose(messageOf(finding))} <small><code>${escaped(rule)}</code> <code>${escaped(placeText(span))}</code></small></li>`;
}

/** Text with its code spans; escaped first, so that nothing else in it is markup. */
function prose(text: string): string {
  return escaped(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>');
}

/** The map of what is affected: before, after, and after with words on what changed. */
async function maps(reviewed: Review): Promise<string> {
  const { before, after, comparison } = reviewed;
  const effects = affected(reviewed);
  const { former } = comparison.correspondence;
  const gone = comparison.changes
    .filter(({ change, kind }) => change === 'removed' && /^(context|external)$/.test(kind))
    .map(({ id }) => id);
  const then = [...[...effects.keys()].map((id) => former.get(id) ?? id), ...gone];
  const drawings = [
    ['What changed', await map(after.model, effects.keys(), effectOverlay(effects))],
    [`Before: ${before.name}`, await map(before.model, then)],
    [`After: ${after.name}`, await map(after.model, effects.keys())],
  ] as const;
  return drawings
    .filter(([, drawing]) => drawing !== '')
    .map(
      ([title, drawing], index) =>
        `<details${index === 0 ? ' open' : ''}><summary>Map: ${escaped(title)}</summary>${drawing}</details>`,
    )
    .join('\n');
}

async function map(model: Model, ids: Iterable<ElementId>, overlay?: Overlay): Promise<string> {
  const view = viewOf(model, ids, 'What is affected');
  if (!view) return '';
  const picture = await layout(model, select(model, { view, level: 'contexts' }), elkEngine);
  const drawn = overlay ? { ...picture, overlay } : picture;
  const image = (theme: 'light' | 'dark') =>
    `data:image/svg+xml,${encodeURIComponent(renderSvg(drawn, themes[theme]))}`;
  return `<picture><source media="print" srcset="${image('light')}"><source media="(prefers-color-scheme: dark)" srcset="${image('dark')}"><img alt="${escaped(overlay ? 'Map of what changed' : 'Context map')}" src="${image('light')}"></picture>`;
}
