import { nameOfId } from '../../model/lookup.js';
import { messageOf, type Finding } from '../../rules/finding.js';
import type { Review } from '../review.js';
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

/** A review for a terminal. Control characters of the model's texts are not written. */
export function textReview(reviewed: Review): string {
  const { before, after, comparison, contracts, findings, expiring, figures, signOff } = reviewed;
  const lines = [`${before.name} → ${after.name}: ${headline(reviewed)}`];
  const section = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push('', title, ...items.map((item) => `  ${item}`));
  };
  section(
    'Contracts',
    contracts.flatMap((change) => {
      const { severity, rule, approval, fingerprint } = change;
      const mark = approval ? `approved by ${approval.who}` : severity;
      const version = versionText(change);
      return [
        `${mark}  ${contractTitle(change)}  [${rule}] ${fingerprint}`,
        `    ${standText(change.before)} → ${standText(change.after)}`,
        ...(change.hits.length > 0 ? [`    hits ${hitTexts(change).join(', ')}`] : []),
        ...(version === '' ? [] : [`    ${version}`]),
      ];
    }),
  );
  section('New findings', findings.introduced.map(findingText));
  section('Fixed findings', findings.fixed.map(findingText));
  section('Newly accepted', findings.accepted.map(findingText));
  section(
    'Exceptions about to expire',
    expiring.map(
      ({ rules, owner, until }) => `${until}  ${rules.join(', ')} on ${nameOfId(owner)}`,
    ),
  );
  section('Model', comparison.changes.map(changeText));
  section(
    'Files moved',
    comparison.fileMoves.map(({ from, to }) => `${from} → ${to}`),
  );
  section(
    'Coupling',
    figures.map((figure) => {
      const [name, then, now] = figureRow(figure);
      return `${name}: ${then} → ${now}`;
    }),
  );
  section(
    'To sign off',
    signOff.map(({ team, reasons }) => `${nameOfId(team)}: ${reasons.join('; ')}`),
  );
  return `${lines.map(visible).join('\n')}\n`;
}

function findingText(finding: Finding): string {
  return `${finding.severity}  ${placeText(finding.span)}  ${messageOf(finding)}  [${finding.rule}]`;
}

function visible(line: string): string {
  return line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
