/** Ways between contracts and the model: from an `x-arch-id` to its element, and back. */
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import type { Range, Span } from '../model/span.js';
import type { ContractDocument, ContractPlace } from './document.js';
import { rangeOf } from './diagnostics.js';
import { readSource } from './merge/merge.js';
import { UnreadableSource, type SourceNode, type SourceText } from './merge/source.js';

/** The `x-arch-id` on the line of an offset and its element's name in the model. */
export function elementAtOffset(model: Model, text: string, offset: number): Span | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? text.length : end);
  const id = /x-arch-id["']?\s*:\s*["']?([^\s"',]+)/.exec(line)?.[1];
  return id === undefined ? undefined : model.elements.get(id)?.nameSpan;
}

/** Where in a contract's text an element is described: the entry that carries its `x-arch-id`. */
export function rangeOfElement(
  document: Pick<ContractDocument, 'path' | 'text' | 'tree'>,
  element: ElementId,
): Range | undefined {
  const { text, path, tree } = document;
  if (tree === undefined) return lineOf(text, element);
  let source: SourceText;
  try {
    source = readSource(text, path.endsWith('.json') ? 'json' : 'yaml');
  } catch (failure) {
    if (failure instanceof UnreadableSource) return undefined;
    throw failure;
  }
  const pointer = source.root && pointerTo(source.root, element, '');
  return pointer === undefined ? undefined : rangeOf(source, text, pointer);
}

function pointerTo(node: SourceNode, element: ElementId, pointer: string): string | undefined {
  if (node.entries.some((entry) => entry.key === 'x-arch-id' && entry.node.value === element))
    return pointer;
  for (const [index, entry] of node.entries.entries()) {
    const part =
      node.kind === 'list' ? String(index) : entry.key.replaceAll('~', '~0').replaceAll('/', '~1');
    const found = pointerTo(entry.node, element, `${pointer}/${part}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Protobuf and GraphQL name the element in a comment above it. */
function lineOf(text: string, element: ElementId): Range | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.trimEnd().endsWith(`x-arch-id: ${element}`));
  if (index < 0) return undefined;
  return {
    start: { line: index + 1, column: 1 },
    end: { line: index + 1, column: lines[index]!.length + 1 },
  };
}

/** The contracts that describe an element: its API's for an operation, its services' for a message. */
export function placesFor(
  model: Model,
  places: readonly ContractPlace[],
  element: ElementId,
): ContractPlace[] {
  const target = model.elements.get(element);
  const own = target?.kind === 'operation' ? target.api : element;
  const services = new Set(
    target?.kind === 'event' || target?.kind === 'command'
      ? [
          ...model.publications
            .filter((edge) => edge.event === element)
            .map((edge) => edge.service),
          ...model.subscriptions
            .filter((edge) => edge.event === element)
            .map((edge) => edge.service),
          ...model.sendings.filter((edge) => edge.command === element).map((edge) => edge.service),
          ...model.handlings.filter((edge) => edge.command === element).map((edge) => edge.service),
        ]
      : [],
  );
  return places.filter(
    (place) => place.element === own || (place.kind === 'asyncapi' && services.has(place.element)),
  );
}
