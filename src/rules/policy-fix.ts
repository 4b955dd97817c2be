import { compare, type Span } from '../model/span.js';
import type { Call, Handling, Subscription } from '../model/elements/edges.js';
import type { Fix } from './rule.js';

/**
 * Adds a policy to a call, subscription or handling: in front of its other policies, or in a new
 * block behind its target. None where the place cannot be told (an empty block, or one block for
 * several targets).
 */
export function addPolicy(edge: Call | Subscription | Handling, policy: string): Fix[] {
  const title = `Add ${policy}`;
  let first: Span | undefined;
  for (const span of Object.values(edge.policies.spans)) {
    if (!first || compare(span.start, first.start) < 0) first = span;
  }
  if (first) {
    const place = { file: first.file, start: first.start, end: first.start };
    return [{ title, edits: [{ span: place, text: `${policy}  ` }] }];
  }
  if (compare(edge.span.end, edge.targetSpan.end) !== 0) return [];
  const place = { file: edge.span.file, start: edge.span.end, end: edge.span.end };
  return [{ title, edits: [{ span: place, text: ` { ${policy} }` }] }];
}

/** Writes a policy anew where it is declared, else adds it; `key` is its keyword. */
export function setPolicy(
  edge: Call | Subscription | Handling,
  key: string,
  policy: string,
): Fix[] {
  const span = edge.policies.spans[key];
  if (!span) return addPolicy(edge, policy);
  return [{ title: `Set ${policy}`, edits: [{ span, text: policy }] }];
}
