import type { CodeLens } from 'vscode-languageserver';
import { callsTo, callsToOperation, publicationsOf, subscriptionsTo } from '../model/edge-index.js';
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { Model } from '../model/model.js';
import { elementById, elementsIn } from '../model/navigation.js';
import type { Span } from '../model/span.js';
import { previewContractCommand, showInMapCommand, showPlacesCommand } from '../protocol/editor.js';
import { toLocation, toLspRange } from './places.js';
import { uriOf } from './roots.js';
import type { Session } from './session.js';

interface LensData {
  readonly uri: string;
  readonly id: string;
}

/** Above declarations: who calls, who subscribes, and the ways to map and contract. */
export function registerCodeLens(session: Session): void {
  const { connection, roots } = session;
  connection.onCodeLens(({ textDocument: { uri } }): CodeLens[] => {
    if (!session.client.commands) return [];
    const { root, file } = roots.locate(uri);
    return elementsIn(root.project.model, file).flatMap((element) => {
      const place = placeIn(element, file);
      if (!place) return [];
      const range = toLspRange(place);
      const lenses: CodeLens[] = [];
      // Counting waits until the lens is seen.
      if (isCounted(element)) {
        lenses.push({ range, data: { uri, id: element.id } satisfies LensData });
      }
      if (element.kind === 'context' || element.kind === 'service' || element.kind === 'external') {
        lenses.push(commandLens(range, 'Open in map', showInMapCommand, uri, element.id));
      }
      if (element.kind === 'api') {
        lenses.push(
          commandLens(range, 'Preview contract', previewContractCommand, uri, element.id),
        );
      }
      return lenses;
    });
  });
  connection.onCodeLensResolve((lens) => {
    const { uri, id } = lens.data as LensData;
    const { root } = roots.locate(uri);
    const { model } = root.project;
    const element = elementById(model, id);
    const { title, spans } = element
      ? usersOf(model, element)
      : { title: 'no longer there', spans: [] };
    const locations = spans.map((span) => toLocation(span, (file) => uriOf(root, file)));
    const command = locations.length > 0 ? showPlacesCommand : '';
    return {
      ...lens,
      command: { title, command, arguments: [uri, lens.range.start, locations] },
    };
  });
}

function commandLens(range: CodeLens['range'], title: string, command: string, ...rest: string[]) {
  return { range, command: { title, command, arguments: rest } };
}

function placeIn(element: Element | Field, file: string): Span | undefined {
  if (element.kind !== 'context') return element.nameSpan;
  return element.blockNames.find((span) => span.file === file);
}

function isCounted({ kind }: Element | Field): boolean {
  return kind === 'service' || kind === 'external' || kind === 'operation' || kind === 'event';
}

function usersOf(model: Model, element: Element | Field): { title: string; spans: Span[] } {
  if (element.kind === 'event') {
    const publishers = publicationsOf(model, element.id);
    const subscribers = subscriptionsTo(model, element.id);
    const title = `${counted(publishers.length, 'publisher')}, ${counted(subscribers.length, 'subscriber')}`;
    return { title, spans: [...publishers, ...subscribers].map((edge) => edge.targetSpan) };
  }
  const calls =
    element.kind === 'operation' ? callsToOperation(model, element.id) : callsTo(model, element.id);
  return { title: counted(calls.length, 'caller'), spans: calls.map((call) => call.targetSpan) };
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
