import { find } from '../../model/lookup.js';
import type { Flow, Step } from '../../model/elements/flows.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Milliseconds } from '../../model/elements/literals.js';
import type { Model } from '../../model/model.js';

/** A step that is waited for, with what it promises. */
export interface FlowTerm {
  readonly id: ElementId;
  readonly p99: Milliseconds;
}

interface Wait {
  readonly own: FlowTerm | undefined;
  /** Calls that are made before this one answers. */
  readonly inner: Wait[];
}

/**
 * What whoever begins a flow waits for, one after the other. The promise of a step covers the calls
 * that are made for it, unless these promise more together; what follows from events nobody waits
 * for.
 */
export function flowTerms(model: Model, { steps }: Flow): readonly FlowTerm[] {
  const outer: Wait[] = [];
  /** Where calls of each service belong; what reacts to an event belongs nowhere. */
  const places = new Map<ElementId, Wait[]>();
  for (const step of steps) {
    const { action, from = '', to } = step;
    if (action === 'react') places.set(from, []);
    if (action !== 'call' || to === undefined) continue;
    const wait: Wait = { own: promiseOf(model, step), inner: [] };
    (places.get(from) ?? outer).push(wait);
    const target = model.elements.get(to);
    places.set(target && 'service' in target ? target.service : to, wait.inner);
  }
  return outer.flatMap(termsOf);
}

function termsOf({ own, inner }: Wait): readonly FlowTerm[] {
  const within = inner.flatMap(termsOf);
  return own && own.p99 >= totalOf(within) ? [own] : within;
}

export function totalOf(terms: readonly FlowTerm[]): Milliseconds {
  return terms.reduce((sum, { p99 }) => sum + p99, 0);
}

/** The p99 of the operation that is called, else of its service. */
function promiseOf(model: Model, { to }: Step): FlowTerm | undefined {
  const element = to === undefined ? undefined : model.elements.get(to);
  if (!element) return undefined;
  const service = 'service' in element ? model.elements.get(element.service) : element;
  const whole = service && 'slo' in service ? service.slo?.p99 : undefined;
  const p99 = find(model, 'operation', element.id)?.slo?.p99 ?? whole;
  return p99 === undefined ? undefined : { id: element.id, p99 };
}
