import type { ElementId, Model } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import type { FindingItem, FindingsMark } from '../protocol/context-map.js';
import { counts, messageOf, type Finding } from '../rules/finding.js';
import type { Root } from './roots.js';

const order = ['hint', 'info', 'warning', 'error'];

/** Findings counted for each element and everything around it, with the gravest severity. */
export function findingsByElement(root: Root): Record<ElementId, FindingsMark> {
  const { model } = root.project;
  const result = new Map<ElementId, FindingsMark>();
  for (const finding of findingsOf(root)) {
    for (const id of placesOf(model, finding)) {
      const known = result.get(id);
      const graver = order.indexOf(finding.severity) > order.indexOf(known?.severity ?? 'hint');
      const severity = graver ? finding.severity : (known?.severity ?? finding.severity);
      result.set(id, { severity, count: (known?.count ?? 0) + 1 });
    }
  }
  return Object.fromEntries(result);
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
  const result = new Set<ElementId>();
  for (const start of [element, ...elements.slice(0, 1)]) {
    for (let id: ElementId | undefined = start; id !== undefined;) {
      result.add(id);
      id = elementById(model, id)?.parent;
    }
  }
  return result;
}
