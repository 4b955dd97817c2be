import { boundaryOf, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import type { Approval } from '../approvals.js';
import type { ModelChange } from '../compare/change.js';
import { approvable, type ReviewedContract } from '../review.js';
import { contractTitle, hitTexts, standText } from '../report/words.js';
import type { Compared } from '../compared.js';
import { surroundings } from './marks.js';

/** Where something stands in the files of its revision; counted from 1. */
export interface ChangePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One line of the list of changes. */
export interface ListedChange {
  /** `breaking`, `warning`, `info`, or what became of an element: `added`, `renamed`, … */
  readonly kind: string;
  readonly title: string;
  readonly details: readonly string[];
  /** What it is about with all that is around it, innermost first: by the ids of the map of both. */
  readonly path: readonly ElementId[];
  readonly before?: ChangePlace;
  readonly after?: ChangePlace;
  /** Of a change of a contract that may be approved. */
  readonly fingerprint?: string;
  readonly approval?: Approval;
}

export interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly ListedChange[];
}

/** A page that shows more entries than this helps nobody. */
const most = 500;

export interface ChangeList {
  readonly groups: readonly ChangeGroup[];
  /** How many changes are left out. */
  readonly more: number;
}

/**
 * Changes as one reads them: what breaks first, then what changed in each context.
 *
 * @param overlaid the model of both revisions
 */
export function changeList(compared: Compared, overlaid: Model): ChangeList {
  const { comparison, contracts } = compared;
  const around = surroundings(overlaid);
  const pathOf = (id: ElementId): ElementId[] => {
    const path: ElementId[] = [];
    for (let at: ElementId | undefined = id; at !== undefined; at = around(at)) path.push(at);
    return path;
  };
  const today = (id: ElementId) => comparison.correspondence.latter.get(id) ?? id;
  const contract = (change: ReviewedContract): ListedChange =>
    listedContract(change, pathOf(today(change.contract)));
  const open = contracts.filter(approvable);
  const approved = contracts.filter(({ approval }) => approval);
  const byContext = new Map<string, ListedChange[]>();
  for (const change of comparison.changes) {
    const path = pathOf(change.id);
    const context = path.map((id) => boundaryOf(overlaid, id)).find((element) => element);
    const title = context
      ? `${context.kind === 'context' ? 'Context' : 'External'} ${context.name}`
      : 'Elsewhere';
    byContext.set(title, [...(byContext.get(title) ?? []), listedElement(change, path)]);
  }
  const groups: ChangeGroup[] = [
    {
      title: 'Breaking',
      changes: open.filter(({ severity }) => severity === 'breaking').map(contract),
    },
    {
      title: 'To look at',
      changes: open.filter(({ severity }) => severity === 'warning').map(contract),
    },
    ...[...byContext]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([title, changes]) => ({ title, changes })),
    { title: 'Approved', changes: approved.map(contract) },
  ];
  let left = most;
  const shown = groups.flatMap(({ title, changes }) => {
    const first = changes.slice(0, left);
    left -= first.length;
    return first.length === 0 ? [] : [{ title, changes: first }];
  });
  const all = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  return { groups: shown, more: all - (most - left) };
}

function listedContract(change: ReviewedContract, path: readonly ElementId[]): ListedChange {
  const { severity, before, after, fingerprint, approval } = change;
  return {
    kind: severity,
    title: contractTitle(change),
    details: [
      ...(before || after ? [`${standText(before)} → ${standText(after)}`] : []),
      ...hitTexts(change).map((hit) => `hits ${hit}`),
    ],
    path,
    ...(before ? { before: placeOf(before.span) } : {}),
    ...(after ? { after: placeOf(after.span) } : {}),
    fingerprint,
    ...(approval ? { approval } : {}),
  };
}

function listedElement(change: ModelChange, path: readonly ElementId[]): ListedChange {
  const { before, after, kind, id, formerId, properties } = change;
  return {
    kind: change.change,
    title: `${kind} ${nameOfId(id)}`,
    details: [
      ...(formerId === undefined ? [] : [`was ${nameOfId(formerId)}`]),
      ...properties.map(
        ({ name, before: was = '–', after: is = '–' }) => `${name}: ${was} → ${is}`,
      ),
    ],
    path,
    ...(before ? { before: placeOf(before) } : {}),
    ...(after ? { after: placeOf(after) } : {}),
  };
}

function placeOf({ file, start }: Span): ChangePlace {
  return { file, line: start.line, column: start.column };
}
