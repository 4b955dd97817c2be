import { SymbolKind, type CallHierarchyItem, type Range } from 'vscode-languageserver';
import {
  callsFrom,
  callsOfOperation,
  callsTo,
  callsToOperation,
  indexBy,
  publicationsOf,
  subscriptionsTo,
} from '../model/edge-index.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { declarationsOf, nameAt } from '../model/navigation.js';
import type { Span } from '../model/span.js';
import { toLspRange } from './places.js';
import { uriOf, type Root } from './roots.js';
import { spotOf, type Session } from './session.js';

interface Data {
  readonly uri: string;
  readonly id: ElementId;
}

/** One end of an edge with the places where it is written. */
interface End {
  readonly id: ElementId;
  readonly span: Span;
}

/**
 * Who makes whom do something: calls between services and operations, and events, which lead from
 * their publishers to their subscribers.
 */
export function registerCallHierarchy(session: Session): void {
  const { connection, roots } = session;
  const itemOf = (root: Root, id: ElementId): CallHierarchyItem | undefined => {
    const element = root.project.model.elements.get(id);
    const place = element && declarationsOf(element)[0];
    if (!element || !place) return undefined;
    return {
      name: element.qualifiedName,
      detail: element.title ?? element.kind,
      kind: symbolKind(element),
      uri: uriOf(root, place.file),
      range: toLspRange(element.kind === 'context' ? place : element.span),
      selectionRange: toLspRange(place),
      data: { uri: uriOf(root, place.file), id } satisfies Data,
    };
  };
  const ends = (item: CallHierarchyItem, list: (model: Model, id: ElementId) => readonly End[]) => {
    const { uri, id } = item.data as Data;
    const { root } = roots.locate(uri);
    const byId = new Map<ElementId, Span[]>();
    for (const end of list(root.project.model, id)) {
      const known = byId.get(end.id);
      if (known) known.push(end.span);
      else byId.set(end.id, [end.span]);
    }
    return [...byId].flatMap(([other, spans]): { item: CallHierarchyItem; ranges: Range[] }[] => {
      const found = itemOf(root, other);
      return found ? [{ item: found, ranges: spans.map(toLspRange) }] : [];
    });
  };

  connection.languages.callHierarchy.onPrepare((params) => {
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    const element = name && spot.model.elements.get(name.target);
    const takesPart = element && /^(service|external|operation|event|actor)$/.test(element.kind);
    const item = takesPart ? itemOf(spot.root, element.id) : undefined;
    return item ? [item] : null;
  });
  connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
    ends(item, incoming).map((end) => ({ from: end.item, fromRanges: end.ranges })),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
    ends(item, outgoing).map((end) => ({ to: end.item, fromRanges: end.ranges })),
  );
}

function incoming(model: Model, id: ElementId): End[] {
  const kind = model.elements.get(id)?.kind;
  if (kind === 'event') {
    return publicationsOf(model, id).map((edge) => ({ id: edge.service, span: edge.targetSpan }));
  }
  const calls = kind === 'operation' ? callsToOperation(model, id) : callsTo(model, id);
  const heard =
    kind === 'service' || kind === 'external'
      ? (indexBy(model.subscriptions, subscriber).get(id) ?? [])
      : [];
  return [
    ...calls.map((call) => ({ id: call.fromOperation ?? call.from, span: call.targetSpan })),
    ...heard.map((edge) => ({ id: edge.event, span: edge.targetSpan })),
  ];
}

function outgoing(model: Model, id: ElementId): End[] {
  const element = model.elements.get(id);
  if (element?.kind === 'event') {
    return subscriptionsTo(model, id).map((edge) => ({ id: edge.service, span: edge.targetSpan }));
  }
  if (element?.kind === 'operation') {
    return [
      ...callsOfOperation(model, id).map((call) => ({ id: call.to, span: call.targetSpan })),
      ...element.emits.map(({ target, span }) => ({ id: target, span })),
    ];
  }
  const published = indexBy(model.publications, publisher).get(id) ?? [];
  return [
    ...callsFrom(model, id).map((call) => ({ id: call.to, span: call.targetSpan })),
    ...published.map((edge) => ({ id: edge.event, span: edge.targetSpan })),
  ];
}

// Indexes are remembered by the function that makes their keys, so these must stay the same.
const subscriber = (edge: Model['subscriptions'][number]) => edge.service;
const publisher = (edge: Model['publications'][number]) => edge.service;

function symbolKind({ kind }: Element): SymbolKind {
  if (kind === 'operation') return SymbolKind.Method;
  if (kind === 'event') return SymbolKind.Event;
  return kind === 'actor' ? SymbolKind.Object : SymbolKind.Class;
}
