import { boundaryOf } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import { findingsRequest, type FindingItem } from '../protocol/findings.js';
import { whyNotCounted, type Finding } from '../rules/finding.js';
import { toLspRange } from './places.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';

/** All findings of all roots, for lists by rule or by context; accepted ones are marked. */
export function registerFindingsList({ connection, roots }: Session): void {
  connection.onRequest(findingsRequest, (): FindingItem[] =>
    roots.all.flatMap((root) =>
      root.project.latest.all
        .filter(({ severity }) => severity !== 'hint')
        .map((finding) => toItem(root, finding)),
    ),
  );
}

function toItem(root: Root, finding: Finding): FindingItem {
  const { rule, severity, what, span } = finding;
  const mark = whyNotCounted(finding);
  return {
    rule,
    severity,
    what,
    uri: uriOf(root, span.file),
    ...toLspRange(span).start,
    context: contextName(root.project.model, finding),
    ...(mark === undefined ? {} : { mark }),
  };
}

/** The context or external at fault: of the element, or of the source of an edge. */
function contextName(model: Model, { element, elements }: Finding): string {
  const start = [element, ...elements].find((id) => elementById(model, id) !== undefined);
  const of = (id: ElementId | undefined) => boundaryOf(model, id)?.name;
  const field = start?.startsWith('field:') ? elementById(model, start)?.parent : undefined;
  return of(field ?? start) ?? '';
}
