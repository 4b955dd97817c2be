import {
  accessesOf,
  callsFrom,
  callsTo,
  callsToOperation,
  handlingsOf,
  publicationsOf,
  publishedBy,
  sendingsOf,
  subscribedBy,
  subscriptionsTo,
} from './edge-index.js';
import { nameOfId } from './lookup.js';
import type { Field } from './elements/data-types.js';
import type { Element } from './elements/element.js';
import type { ElementId } from './elements/identity.js';
import type { Slo } from './elements/slo.js';
import type { Model } from './model.js';
import { typeText } from './type-text.js';

/** One thing to know about an element. Hovers and cards each show it in their own way. */
export interface ElementFact {
  readonly name: string;
  readonly value:
    | { readonly text: string }
    /** As it stands in the model or on the wire. */
    | { readonly code: string }
    | { readonly elements: readonly ElementId[] };
  /** Where the value comes from, if it is not declared here. */
  readonly note?: string;
}

/** What is worth knowing about an element: its effective values and its users. */
export function factsOf(model: Model, element: Element | Field): readonly ElementFact[] {
  switch (element.kind) {
    case 'context':
      return facts(
        elements('implements', element.implements),
        teamOf(element),
        text('vision', element.vision),
        text('responsibilities', element.responsibilities.join(', ')),
        text(
          'volatility',
          element.volatility,
          element.volatilityDeclared ? undefined : 'from its subdomain',
        ),
        text('language', element.terms.map(({ name }) => name).join(', ')),
      );
    case 'service':
    case 'external':
      return facts(
        teamOf(element, element.teamDeclared ? undefined : 'of its context'),
        text('technology', element.technology),
        text('objectives', sloText(element.slo)),
        elements(
          'called by',
          callsTo(model, element.id).map((call) => call.fromService ?? call.from),
        ),
        elements(
          'calls',
          callsFrom(model, element.id).map(({ toService }) => toService),
        ),
        elements(
          'publishes',
          publishedBy(model, element.id).map(({ event }) => event),
        ),
        elements(
          'subscribes',
          subscribedBy(model, element.id).map(({ event }) => event),
        ),
      );
    case 'operation':
      return facts(
        code('route', element.method && `${element.method} ${element.fullPath ?? ''}`),
        text('audience', element.audience),
        text('objectives', sloText(element.slo)),
        elements(
          'called by',
          callsToOperation(model, element.id).map(({ from }) => from),
        ),
      );
    case 'api':
      return facts(
        text('style', element.style),
        text('version', element.version),
        text('audience', element.audience),
        elements('operations', element.operations),
      );
    case 'event':
      return facts(
        code('topic', element.topic, element.topicDeclared ? undefined : 'default'),
        elements(
          'published by',
          publicationsOf(model, element.id).map(({ service }) => service),
        ),
        elements(
          'consumed by',
          subscriptionsTo(model, element.id).map(({ service }) => service),
        ),
      );
    case 'command':
      return facts(
        code('topic', element.topic, element.topicDeclared ? undefined : 'default'),
        elements(
          'sent by',
          sendingsOf(model, element.id).map(({ service }) => service),
        ),
        elements(
          'handled by',
          handlingsOf(model, element.id).map(({ service }) => service),
        ),
      );
    case 'aggregate':
      return facts(elements('root', element.root ? [element.root] : []), teamOf(element));
    case 'store':
      return facts(
        text('technology', element.technology),
        elements('owned by', element.owner ? [element.owner] : []),
        elements(
          'accessed by',
          accessesOf(model, element.id).map(({ service }) => service),
        ),
      );
    case 'scalar':
      return facts(code('type', typeText(element.type)));
    case 'subdomain':
      return facts(text('type', element.type));
    case 'team':
      return facts(
        text('size', element.size === undefined ? undefined : String(element.size)),
        text('contact', element.contact),
      );
    default:
      return [];
  }
}

function facts(...all: readonly (ElementFact | undefined)[]): ElementFact[] {
  return all.filter((fact) => fact !== undefined);
}

function text(name: string, value: string | undefined, note?: string): ElementFact | undefined {
  if (value === undefined || value === '') return undefined;
  return { name, value: { text: value }, ...(note === undefined ? {} : { note }) };
}

function code(name: string, value: string | undefined, note?: string): ElementFact | undefined {
  if (value === undefined || value === '') return undefined;
  return { name, value: { code: value }, ...(note === undefined ? {} : { note }) };
}

/** Each element once, in the order of the model. */
function elements(name: string, ids: readonly ElementId[], note?: string): ElementFact | undefined {
  if (ids.length === 0) return undefined;
  const value = { elements: [...new Set(ids)] };
  return { name, value, ...(note === undefined ? {} : { note }) };
}

function teamOf(element: { readonly team?: ElementId }, note?: string): ElementFact | undefined {
  return elements('team', element.team === undefined ? [] : [element.team], note);
}

function sloText(slo: Slo | undefined): string | undefined {
  if (!slo) return undefined;
  const latencies = (['p50', 'p75', 'p90', 'p95', 'p99'] as const).flatMap((percentile) =>
    slo[percentile] === undefined ? [] : [`${percentile} ${String(slo[percentile])} ms`],
  );
  const availability = slo.availability ? [`${slo.availability.percent} % available`] : [];
  return [...availability, ...latencies].join(', ');
}

/** Names of elements, `most` of them at the most. */
export function namesOf(
  ids: readonly ElementId[],
  shown: (name: string) => string = (name) => name,
  most = 8,
): string {
  const more = ids.length > most ? ` and ${String(ids.length - most)} more` : '';
  return (
    ids
      .slice(0, most)
      .map((id) => shown(nameOfId(id)))
      .join(', ') + more
  );
}
