import type { ElementId, Model } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import type { FindingItem, FindingsMark } from '../protocol/context-map.js';
import { counts, messageOf, type Finding } from '../rules/finding.js';
import type { Root } from './roots.js';

const order = ['hint', 'info', 'warning', 'error'];

/**
 * Findings counted for each element of a picture and everything in it, with the gravest severity.
 *
 * @param shown the elements that the picture has boxes of
 */
export function findingsByElement(
  root: Root,
  shown: ReadonlySet<ElementId>,
): Record<ElementId, FindingsMark> {
  const { model } = root.project;
  const result = new Map<ElementId, FindingsMark>();
  // Many findings stand on the same elements.
  const around = new Map<ElementId, readonly ElementId[]>();
  const shownAround = (element: ElementId) => {
    const known = around.get(element);
    if (known) return known;
    const found = chainOf(model, element).filter((id) => shown.has(id));
    around.set(element, found);
    return found;
  };
  for (const { element, elements, severity } of findingsOf(root)) {
    const places = shownAround(element);
    const [other] = elements;
    const others = other === undefined || other === element ? [] : shownAround(other);
    for (const id of places) count(id, severity);
    for (const id of others) if (!places.includes(id)) count(id, severity);
  }
  return Object.fromEntries(result);

  function count(id: ElementId, severity: Finding['severity']): void {
    const known = result.get(id);
    const graver = order.indexOf(severity) > order.indexOf(known?.severity ?? 'hint');
    result.set(id, {
      severity: graver ? severity : (known?.severity ?? severity),
      count: (known?.count ?? 0) + 1,
    });
  }
}

/** The findings on an element and on what is inside it, the gravest first. */
export function findingsAt(root: Root, id: ElementId): FindingItem[] {
  return findingsOf(root)
    .filter((finding) => placesOf(root.project.model, finding).has(id))
    .sort((a, b) => order.indexOf(b.severity) - order.indexOf(a.severity))
    .map((finding) => ({
      severity: finding.severity,
      rule: finding.rule,
      message: messageOf(finding),
      element: finding.element,
    }));
}

function findingsOf(root: Root): Finding[] {
  return root.project.latest.all.filter(
    (finding) => counts(finding) && finding.severity !== 'hint',
  );
}

/** The elements that a finding is counted for. */
function placesOf(model: Model, { element, elements }: Finding): Set<ElementId> {
  return new Set([element, ...elements.slice(0, 1)].flatMap((start) => chainOf(model, start)));
}

/** An element and all that it is in. */
function chainOf(model: Model, start: ElementId): ElementId[] {
  const chain: ElementId[] = [];
  for (let id: ElementId | undefined = start; id !== undefined; id = elementById(model, id)?.parent)
    chain.push(id);
  return chain;
}
