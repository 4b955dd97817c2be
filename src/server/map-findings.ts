import type { FindingCounts } from '../diagram/findings-overlay.js';
import type { ElementId, Model } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import type { FindingItem, FindingsMark } from '../protocol/context-map.js';
import { counts, messageOf, whyNotCounted, type Finding } from '../rules/finding.js';
import type { Root } from './roots.js';

const order = ['hint', 'info', 'warning', 'error'];

/**
 * Findings that count, by element of a picture, those of everything in it included.
 *
 * @param shown the elements that the picture has boxes of
 */
export function findingsByElement(
  root: Root,
  shown: ReadonlySet<ElementId>,
): Record<ElementId, FindingsMark> {
  const result: Record<ElementId, FindingsMark> = {};
  for (const [id, { error, warning, info }] of findingCounts(root, shown)) {
    const count = error + warning + info;
    const severity = error > 0 ? 'error' : warning > 0 ? 'warning' : 'info';
    if (count > 0) result[id] = { severity, count };
  }
  return result;
}

/** Findings by element as above, by severity, and those that were accepted. */
export function findingCounts(
  root: Root,
  shown: ReadonlySet<ElementId>,
): Map<ElementId, FindingCounts> {
  const { model } = root.project;
  const result = new Map<ElementId, FindingCounts>();
  // Many findings stand on the same elements.
  const around = new Map<ElementId, readonly ElementId[]>();
  const shownAround = (element: ElementId) => {
    const known = around.get(element);
    if (known) return known;
    const found = chainOf(model, element).filter((id) => shown.has(id));
    around.set(element, found);
    return found;
  };
  for (const finding of findingsOf(root)) {
    const kind = kindOf(finding);
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

function kindOf(finding: Finding): keyof FindingCounts {
  if (!counts(finding)) return 'accepted';
  return finding.severity === 'hint' ? 'info' : finding.severity;
}

/** The findings on an element and on what is inside it, the gravest first, accepted ones last. */
export function findingsAt(root: Root, id: ElementId): FindingItem[] {
  return findingsOf(root)
    .filter((finding) => placesOf(root.project.model, finding).has(id))
    .map((finding): FindingItem & { readonly weight: number } => {
      const mark = whyNotCounted(finding);
      return {
        severity: finding.severity,
        rule: finding.rule,
        message: messageOf(finding),
        element: finding.element,
        ...(mark === undefined ? {} : { mark }),
        weight: mark === undefined ? order.indexOf(finding.severity) : -1,
      };
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight: _, ...item }) => item);
}

function findingsOf(root: Root): Finding[] {
  return root.project.latest.all.filter(({ severity }) => severity !== 'hint');
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
