import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { Lines } from '../model/build/lines.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Range } from '../model/span.js';

/**
 * Where a file of pins names an element, without the quotes.
 *
 * @returns undefined where the element has no pin there, and where the file cannot be read
 */
export function placeOfPin(text: string, id: ElementId): Range | undefined {
  const tree = parseTree(text);
  const pin = tree && findNodeAtLocation(tree, ['pins', id]);
  const key = pin?.parent?.children?.[0];
  if (!key) return undefined;
  const lines = new Lines(text);
  return {
    start: lines.position(key.offset + 1),
    end: lines.position(key.offset + key.length - 1),
  };
}
