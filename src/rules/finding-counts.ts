import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import { counts, type Finding } from './finding.js';

/** Findings on an element and on what is inside it. */
export interface CountedFindings {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Those that do not count: accepted with a reason, or known in the baseline. */
  readonly accepted: number;
}

/**
 * Findings by element, those of everything in it included; hints are left out.
 *
 * @param shown the elements that are asked about
 */
export function findingCounts(
  model: Model,
  findings: readonly Finding[],
  shown: ReadonlySet<ElementId>,
): Map<ElementId, CountedFindings> {
  const result = new Map<ElementId, CountedFindings>();
  // Many findings stand on the same elements.
  const around = new Map<ElementId, readonly ElementId[]>();
  const shownAround = (element: ElementId) => {
    const known = around.get(element);
    if (known) return known;
    const found = enclosing(model, element).filter((id) => shown.has(id));
    around.set(element, found);
    return found;
  };
  for (const finding of findings) {
    if (finding.severity === 'hint') continue;
    const kind = counts(finding) ? finding.severity : 'accepted';
    const { element, elements } = finding;
    const places = shownAround(element);
    const [other] = elements;
    const others = other === undefined || other === element ? [] : shownAround(other);
    for (const id of [...places, ...others.filter((id) => !places.includes(id))]) {
      const known = result.get(id) ?? { error: 0, warning: 0, info: 0, accepted: 0 };
      result.set(id, { ...known, [kind]: known[kind] + 1 });
    }
  }
  return result;
}

/** Kinds that have boxes on some map, whatever it shows. */
const boxed: ReadonlySet<string> = new Set(['context', 'external', 'actor']);

/**
 * Findings that stand on no box of any map, as those on subdomains and teams: what is counted above
 * leaves them out. Hints and findings that do not count are left out here, too.
 */
export function findingsWithoutBox(model: Model, findings: readonly Finding[]): Finding[] {
  const hasBox = (start: ElementId | undefined) =>
    start !== undefined &&
    enclosing(model, start).some((id) => boxed.has(elementById(model, id)?.kind ?? ''));
  return findings.filter(
    (finding) =>
      finding.severity !== 'hint' &&
      counts(finding) &&
      !hasBox(finding.element) &&
      !hasBox(finding.elements[0]),
  );
}

/** An element and all that it is in. */
export function enclosing(model: Model, start: ElementId): ElementId[] {
  const chain: ElementId[] = [];
  for (let id: ElementId | undefined = start; id !== undefined; id = elementById(model, id)?.parent)
    chain.push(id);
  return chain;
}
