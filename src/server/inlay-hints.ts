import { InlayHintKind, type InlayHint } from 'vscode-languageserver';
import { fileOf } from '../model/assemble.js';
import { isDeclaredBetween } from '../model/leading-relations.js';
import { boundaryOf, nameOfId } from '../model/lookup.js';
import type { Call } from '../model/elements/edges.js';
import type { Model } from '../model/model.js';
import { elementsIn } from '../model/navigation.js';
import type { Position } from '../model/span.js';
import { toLspPosition } from './places.js';
import type { Session } from './session.js';

/** What holds without being written: team, volatility, worst waiting time, derived relations. */
export function registerInlayHints({ connection, roots }: Session): void {
  connection.languages.inlayHint.on(({ textDocument, range }): InlayHint[] => {
    const { root, file } = roots.locate(textDocument.uri);
    const { model } = root.project;
    return [...ofElements(model, file), ...ofCalls(model, file)].filter(
      ({ position }) => position.line >= range.start.line && position.line <= range.end.line,
    );
  });
}

function ofElements(model: Model, file: string): InlayHint[] {
  return elementsIn(model, file).flatMap((element) => {
    if (element.kind === 'service' && !element.teamDeclared && element.team !== undefined) {
      const tooltip = 'The team of its context.';
      return [hint(element.nameSpan.end, `team ${nameOfId(element.team)}`, tooltip)];
    }
    if (element.kind === 'context' && !element.volatilityDeclared && element.volatility) {
      const first = element.blockNames[0];
      if (first?.file !== file) return [];
      const tooltip = 'Follows from the type of its subdomain.';
      return [hint(first.end, `volatility ${element.volatility}`, tooltip)];
    }
    return [];
  });
}

function ofCalls(model: Model, file: string): InlayHint[] {
  const calls = fileOf(model, file)?.linked.edges.calls ?? [];
  return calls.flatMap((call) => {
    const hints: InlayHint[] = [];
    const longest = longestWait(call);
    if (longest !== undefined) {
      const { timeout = 0, retry = 0 } = call.policies;
      const tooltip = `${String(timeout)} ms at each of ${String(1 + retry)} attempts; pauses between them not counted.`;
      hints.push(hint(call.targetSpan.end, `waits up to ${duration(longest)}`, tooltip));
    }
    const relation = derivedRelation(model, call);
    if (relation !== undefined) {
      const tooltip = 'The context map does not declare this relation; it follows from this call.';
      hints.push(hint(call.targetSpan.end, `derived ${relation}`, tooltip));
    }
    return hints;
  });
}

/** Where retries make it longer than the timeout that one reads. */
function longestWait({ policies: { timeout, retry } }: Call): number | undefined {
  return timeout === undefined || !retry ? undefined : timeout * (1 + retry);
}

/** The relation that follows from a call and stands in no map: `Payments → Ordering`. */
function derivedRelation(model: Model, { fromService, toService }: Call): string | undefined {
  const downstream = boundaryOf(model, fromService);
  const upstream = boundaryOf(model, toService);
  // Without a map, every relation is derived, and nobody needs to be told at each call.
  if (!upstream || !downstream || upstream === downstream || model.maps.length === 0) {
    return undefined;
  }
  return isDeclaredBetween(model, upstream.id, downstream.id)
    ? undefined
    : `${upstream.name} → ${downstream.name}`;
}

function hint(place: Position, label: string, tooltip: string): InlayHint {
  return {
    position: toLspPosition(place),
    label,
    tooltip,
    kind: InlayHintKind.Type,
    paddingLeft: true,
  };
}

function duration(milliseconds: number): string {
  return milliseconds >= 1000 ? `${String(milliseconds / 1000)} s` : `${String(milliseconds)} ms`;
}
