/** What one request waits for: a synchronous chain with its latency and availability. */
import { entriesOf, requestGraph } from '../model/call-graph.js';
import { isRequired } from '../model/criticality.js';
import { longestPaths } from '../model/graph.js';
import type { Call } from '../model/elements/edges.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Milliseconds } from '../model/elements/literals.js';
import type { Percentile } from '../model/elements/slo.js';
import type { Model } from '../model/model.js';
import { neededFor } from '../model/needed.js';
import {
  availabilityTarget,
  latencyTarget,
  serviceLevelUnits,
  type ServiceLevelUnit,
} from '../model/requirements.js';
import { worstCaseOf } from '../model/worst-case.js';

/** A call of the chain. */
export interface ChainLink {
  /** From 1, callers before what they call in turn. */
  readonly number: number;
  readonly call: ElementId;
  /** Services and externals. */
  readonly from: ElementId;
  readonly to: ElementId;
  /** The operation called, or the service. */
  readonly target: ElementId;
  /** How many calls lie between the entry and this one. */
  readonly depth: number;
  /** Milliseconds that the caller waits at most: timeout times attempts times repetitions. */
  readonly wait?: Milliseconds;
  /** The callee's target at the chain's percentile, in milliseconds. */
  readonly latency?: Milliseconds;
  /** The callee's availability target, as a ratio. */
  readonly availability?: number;
  /** Whether the caller cannot answer without it. */
  readonly required: boolean;
  readonly parallel: boolean;
}

export interface Chain {
  readonly entry: ElementId;
  readonly service: ElementId;
  /** The highest percentile that the entry promises; p99 where it promises none. */
  readonly percentile: Percentile;
  readonly promisedLatency?: Milliseconds;
  /** What the entry waits for at most, when each call runs into its timeout. */
  readonly worst: Milliseconds;
  readonly promisedAvailability?: number;
  /** Product of the targets of all that the entry needs; missing where none has one. */
  readonly possibleAvailability?: number;
  readonly links: readonly ChainLink[];
}

const percentiles: readonly Percentile[] = ['p99', 'p95', 'p90', 'p75', 'p50'];

/** The chain behind an operation or service; undefined where no request enters or nothing is called. */
export function chainFrom(model: Model, entry: ElementId): Chain | undefined {
  const element = model.elements.get(entry);
  const service = element?.kind === 'operation' ? element.service : entry;
  const unit = unitOf(model, entry, service);
  const percentile = percentiles.find((name) => unit?.slo[name] !== undefined) ?? 'p99';
  const links = linksFrom(model, entry, percentile);
  if (links.length === 0) return undefined;
  const needed = unit ? neededFor(model, unit) : [];
  const promisedLatency = unit?.slo[percentile];
  const promised = unit?.slo.availability?.ratio;
  return {
    entry,
    service,
    percentile,
    ...(promisedLatency === undefined ? {} : { promisedLatency }),
    worst: worstCaseOf(model, {
      toService: service,
      ...(element?.kind === 'operation' ? { toOperation: entry } : {}),
    }).total,
    ...(promised === undefined ? {} : { promisedAvailability: promised }),
    ...(needed.length === 0
      ? {}
      : { possibleAvailability: needed.reduce((product, { ratio }) => product * ratio, 1) }),
    links,
  };
}

/** An operation without objectives and calls of its own answers for its service's. */
function unitOf(model: Model, entry: ElementId, service: ElementId): ServiceLevelUnit | undefined {
  const units = serviceLevelUnits(model);
  return units.find(({ id }) => id === entry) ?? units.find(({ id }) => id === service);
}

/** Breadth first, so that numbers grow with the distance; each call once. */
function linksFrom(model: Model, entry: ElementId, percentile: Percentile): ChainLink[] {
  const graph = requestGraph(model);
  const start = graph.numberOf(entry);
  if (start === undefined) return [];
  const depths = new Map([[start, 0]]);
  const seen = new Set<ElementId>();
  const links: ChainLink[] = [];
  // The map grows while it is walked.
  for (const [node, depth] of depths) {
    for (let at = graph.first[node] ?? 0; at < (graph.first[node + 1] ?? 0); at++) {
      const call = graph.calls[graph.edges[at] ?? 0];
      const next = graph.targets[at];
      if (!call || next === undefined) continue;
      if (!depths.has(next)) depths.set(next, depth + 1);
      if (seen.has(call.id)) continue;
      seen.add(call.id);
      links.push(linkOf(model, call, depth, links.length + 1, percentile));
    }
  }
  return links;
}

function linkOf(
  model: Model,
  call: Call,
  depth: number,
  number: number,
  percentile: Percentile,
): ChainLink {
  const { timeout, retry = 0, times, parallel } = call.policies;
  const latency = latencyTarget(model, call, percentile);
  const availability = availabilityTarget(model, call)?.ratio;
  return {
    number,
    call: call.id,
    from: call.fromService ?? call.from,
    to: call.toService,
    target: call.toOperation ?? call.toService,
    depth,
    ...(timeout === undefined
      ? {}
      : { wait: timeout * (1 + retry) * (typeof times === 'number' ? times : 1) }),
    ...(latency === undefined ? {} : { latency }),
    ...(availability === undefined ? {} : { availability }),
    required: isRequired(call),
    parallel,
  };
}

/** Chains that a pick list offers; others are asked for by their element. */
const mostOffered = 40;
const offers = new WeakMap<Model, readonly ElementId[]>();

/** Entries of requests that wait for others, those with the longest chains; sorted by id. */
export function chainEntries(model: Model): readonly ElementId[] {
  let known = offers.get(model);
  if (!known) {
    const graph = requestGraph(model);
    const { length } = longestPaths(graph, graph.components);
    const depthOf = (id: ElementId) => length[graph.numberOf(id) ?? -1] ?? 0;
    known = entriesOf(model)
      .map(({ id }) => ({ id, depth: depthOf(id) }))
      .filter(({ depth }) => depth > 0)
      .sort((a, b) => b.depth - a.depth || (a.id < b.id ? -1 : 1))
      .slice(0, mostOffered)
      .map(({ id }) => id)
      .sort();
    offers.set(model, known);
  }
  return known;
}
