/** Findings over a map: at each box how many there are in it, and how grave they are. */
import type { ElementId } from '../model/elements/identity.js';
import type { MarkSeverity, Overlay, OverlayKey, OverlayMark, Picture } from './picture.js';

/** Findings on an element and on what is inside it. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Those that do not count: accepted with a reason, or known in the baseline. */
  readonly accepted: number;
}

const severities = ['error', 'warning', 'info', 'accepted'] as const;

/** What stands for a severity, so that nothing hangs on the colour. */
export const severitySigns: Readonly<Record<MarkSeverity, string>> = {
  error: '×',
  warning: '!',
  info: 'i',
  accepted: '',
};

const words: Readonly<Record<MarkSeverity, readonly [one: string, several: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['info', 'infos'],
  accepted: ['accepted finding', 'accepted findings'],
};

/**
 * @param counts by element; those without findings may be missing
 * @param elsewhere how many findings there are that no map has a box for
 */
export function findingsOverlay(
  { nodes }: Picture,
  counts: ReadonlyMap<ElementId, FindingCounts>,
  elsewhere = 0,
): Overlay {
  const marks = nodes.flatMap(({ id, element, ghost, shape }): OverlayMark[] => {
    const found = counts.get(element);
    if (!found || ghost || shape === 'group') return [];
    const kinds = severities.filter((severity) => found[severity] > 0);
    const [gravest] = kinds;
    if (gravest === undefined) return [];
    const text = kinds.map((severity) => markText(severity, found[severity])).join(' · ');
    const spoken = kinds.map((severity) => countText(severity, found[severity])).join(', ');
    return [{ node: id, text, spoken, severity: gravest }];
  });
  const shown = severities.filter((severity) =>
    nodes.some(({ element }) => (counts.get(element)?.[severity] ?? 0) > 0),
  );
  return {
    title: marks.length === 0 && elsewhere === 0 ? 'Findings: none' : 'Findings',
    marks,
    steps: [],
    key: [
      ...shown.map(keyOf),
      ...(elsewhere > 0 ? [{ sign: `+${String(elsewhere)}`, text: 'that have no box' }] : []),
    ],
  };
}

function markText(severity: MarkSeverity, count: number): string {
  return severity === 'accepted'
    ? `${String(count)} accepted`
    : `${severitySigns[severity]} ${String(count)}`;
}

function countText(severity: MarkSeverity, count: number): string {
  return `${String(count)} ${words[severity][count === 1 ? 0 : 1]}`;
}

function keyOf(severity: MarkSeverity): OverlayKey {
  return severity === 'accepted'
    ? { severity, sign: '1 accepted', text: 'with a reason, or in the baseline' }
    : { severity, sign: severitySigns[severity], text: words[severity][1] };
}
