import type { Operation } from '../model/model.js';
import { compare } from '../model/span.js';
import type { Fix } from './rule.js';

/**
 * Adds a property such as `idempotent` to an operation, in a new block behind what it returns and
 * raises. None where the operation has a block already: where that begins the model does not say.
 */
export function addToOperation(operation: Operation, property: string): Fix[] {
  const { result, raises, span } = operation;
  const last = raises.at(-1)?.span ?? result.span;
  if (!last || compare(last.end, span.end) !== 0) return [];
  const place = { file: span.file, start: span.end, end: span.end };
  return [{ title: `Add ${property}`, edits: [{ span: place, text: ` { ${property} }` }] }];
}
