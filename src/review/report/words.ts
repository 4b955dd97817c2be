import { kindOfId, nameOfId } from '../../model/lookup.js';
import type { Span } from '../../model/span.js';
import type { ModelChange } from '../compare/change.js';
import type { Stand } from '../compatibility/difference.js';
import type { FigureChange, Review, ReviewedContract } from '../review.js';

/** Words that all formats share. They hold texts of the model: escape them. */
export function headline({ comparison, contracts, findings }: Review): string {
  const count = (severity: string) =>
    contracts.filter((change) => change.severity === severity && !change.approval).length;
  const approved = contracts.filter(({ approval }) => approval).length;
  const counted = (number: number, one: string, many: string) =>
    `${String(number)} ${number === 1 ? one : many}`;
  return [
    counted(comparison.changes.length, 'change in the model', 'changes in the model'),
    `${String(count('breaking'))} breaking`,
    `${String(count('warning'))} to look at`,
    ...(approved > 0 ? [`${String(approved)} approved`] : []),
    counted(findings.introduced.length, 'new finding', 'new findings'),
    `${String(findings.fixed.length)} fixed`,
  ].join(', ');
}

export function contractTitle({ contract, place, what }: ReviewedContract): string {
  return `${kindOfId(contract)} ${nameOfId(contract)}${place === '' ? '' : `: ${place}`} ${what}`;
}

/** `needs a major version (1.0.0 → 1.0.0)`; empty where the model made it. */
export function versionText({ version, severity }: ReviewedContract): string {
  const { needed, made, before = 'none', after = 'none' } = version;
  if (severity === 'info' && made) return '';
  return `needs a ${needed} version, ${made ? 'made' : 'not made'} (${before} → ${after})`;
}

export function hitTexts({ hits }: ReviewedContract): string[] {
  // One consumer may use a contract in several places.
  const texts = hits.map(({ consumer, team, pattern, severity }) => {
    const owner = team === undefined ? '' : ` of ${nameOfId(team)}`;
    const how = pattern === 'none' ? '' : `, ${pattern.replaceAll('-', ' ')}`;
    return `${nameOfId(consumer)}${owner} (${severity}${how})`;
  });
  return [...new Set(texts)];
}

export function placeText({ file, start }: Span): string {
  return `${file}:${String(start.line)}`;
}

export function standText(stand: Stand | undefined): string {
  return stand ? `${stand.text} (${placeText(stand.span)})` : '–';
}

export function changeText({ change, kind, id, formerId, properties }: ModelChange): string {
  const was = formerId === undefined ? '' : ` (was ${nameOfId(formerId)})`;
  const details = properties.map(
    ({ name, before = '–', after = '–' }) => `${name}: ${before} → ${after}`,
  );
  return `${change} ${kind} ${nameOfId(id)}${was}${details.length === 0 ? '' : `; ${details.join('; ')}`}`;
}

const figureNames: Readonly<Record<FigureChange['name'], string>> = {
  contexts: 'Contexts',
  services: 'Services',
  synchronousPairs: 'Pairs of services that call',
  couplingFactor: 'Service coupling factor',
  deepestChain: 'Deepest chain of calls',
  cycles: 'Cycles',
  sharedStores: 'Shared stores',
};

export function figureRow({
  name,
  before,
  after,
}: FigureChange): readonly [string, string, string] {
  const shown = (value: number | undefined) =>
    value === undefined ? '–' : String(Number(value.toFixed(3)));
  return [figureNames[name], shown(before), shown(after)];
}
