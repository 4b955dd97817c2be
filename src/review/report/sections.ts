import { nameOfId } from '../../model/lookup.js';
import type { Finding } from '../../rules/finding.js';
import { approvable, type Review, type ReviewedContract } from '../review.js';
import { changeText } from './words.js';

/** One line of a section, before a format gives it its form. */
export type Entry =
  | { readonly kind: 'contract'; readonly change: ReviewedContract }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'team'; readonly name: string; readonly reasons: readonly string[] }
  | {
      readonly kind: 'exception';
      readonly until: string;
      readonly rules: string;
      readonly owner: string;
    }
  | { readonly kind: 'change'; readonly text: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string };

/**
 * `important`: what a reviewer must have seen. `background`: what did not change, for which only a
 * page has room.
 */
type Weight = 'important' | 'usual' | 'background';

/** A part of a report; the maps and the table of figures have a form of their own. */
export type Section =
  | {
      readonly kind: 'list';
      readonly title: string;
      readonly weight: Weight;
      readonly entries: readonly Entry[];
    }
  | { readonly kind: 'maps' }
  | { readonly kind: 'figures' };

/** What a review says, in the order in which every format says it; empty lists are left out. */
export function sectionsOf({
  comparison,
  contracts,
  findings,
  expiring,
  signOff,
}: Review): Section[] {
  const open = contracts.filter(approvable);
  const rest = contracts.filter((change) => !open.includes(change));
  const list = (title: string, entries: readonly Entry[], weight: Weight = 'usual'): Section => ({
    ...{ kind: 'list', title, weight, entries },
  });
  const sections: readonly Section[] = [
    list('What breaks for whom', open.map(contractEntry), 'important'),
    list(
      'To sign off',
      signOff.map(({ team, reasons }) => ({ kind: 'team', name: nameOfId(team), reasons })),
      'important',
    ),
    { kind: 'maps' },
    list('New findings', findings.introduced.map(findingEntry), 'important'),
    list(
      'Exceptions about to expire',
      expiring.map(({ until, rules, owner }) => ({
        ...{ kind: 'exception', until, rules: rules.join(', '), owner: nameOfId(owner) },
      })),
      'important',
    ),
    { kind: 'figures' },
    list('Fixed findings', findings.fixed.map(findingEntry)),
    list('Newly accepted findings', findings.accepted.map(findingEntry)),
    list('Findings that are still there', findings.remaining.map(findingEntry), 'background'),
    list('Safe and approved changes of contracts', rest.map(contractEntry)),
    list(
      'Changes in the model',
      comparison.changes.map((change) => ({ kind: 'change', text: changeText(change) })),
    ),
    list(
      'Files moved',
      comparison.fileMoves.map(({ from, to }) => ({ kind: 'move', from, to })),
    ),
  ];
  return sections.filter((section) => section.kind !== 'list' || section.entries.length > 0);
}

function contractEntry(change: ReviewedContract): Entry {
  return { kind: 'contract', change };
}

function findingEntry(finding: Finding): Entry {
  return { kind: 'finding', finding };
}
