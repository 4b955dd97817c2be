import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import type { FindingItem, FindingsMark } from '../protocol/context-map.js';
import { messageOf, whyNotCounted, type Finding } from '../rules/finding.js';
import {
  enclosing,
  findingCounts,
  findingsWithoutBox,
  type CountedFindings,
} from '../rules/finding-counts.js';
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
  for (const [id, { error, warning, info }] of countedFindings(root, shown)) {
    const count = error + warning + info;
    const severity = error > 0 ? 'error' : warning > 0 ? 'warning' : 'info';
    if (count > 0) result[id] = { severity, count };
  }
  return result;
}

/** Findings by element as above, by severity, and those that were accepted. */
export function countedFindings(
  { project }: Root,
  shown: ReadonlySet<ElementId>,
): Map<ElementId, CountedFindings> {
  return findingCounts(project.model, project.latest.all, shown);
}

/** The findings on an element and on what is inside it, the gravest first, accepted ones last. */
export function findingsAt(root: Root, id: ElementId): FindingItem[] {
  const { model } = root.project;
  return gravestFirst(findingsOf(root).filter((finding) => placesOf(model, finding).has(id)));
}

/** Findings that no map has a box for, the gravest first. */
export function findingsElsewhere({ project }: Root): FindingItem[] {
  return gravestFirst(findingsWithoutBox(project.model, project.latest.all));
}

function gravestFirst(findings: readonly Finding[]): FindingItem[] {
  return findings
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
  return new Set([element, ...elements.slice(0, 1)].flatMap((start) => enclosing(model, start)));
}
