import { entriesOf, requestGraph, type Entry } from '../../model/call-graph.js';
import { longestPaths } from '../../model/graph.js';
import { kindOfId, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import { defineRule, type Related } from '../rule.js';
import { chainOf } from '../text.js';

export const syncChainTooLong = defineRule({
  id: 'sync-chain-too-long',
  category: 'communication',
  severity: 'warning',
  severityNote: 'warning (more than warnHops) / error (at least errorHops)',
  gate: { kind: 'structural' },
  summary: 'A request passes through a long chain of synchronous calls.',
  sources: [
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'T. Engel et al.: Evaluation of Microservice Architectures: A Metric and Tool-Based Approach (2018)',
  ],
  options: {
    warnHops: { default: 3, minimum: 1, description: 'Calls in a row that are still fine.' },
    errorHops: {
      default: 6,
      minimum: 1,
      description: 'Calls in a row from which on it is an error.',
    },
  },
  messages: {
    chain: {
      what: 'A request to `{entry}` waits for {hops} calls in a row ({level}): {chain}.',
      why: 'Latencies add up and availabilities multiply along a chain; the last link decides about the first.',
      remedy:
        'Make a hop asynchronous, or keep a replica of the data that the last service is asked for.',
    },
  },
  check({ model, options, report }) {
    if (entriesOf(model).length === 0) return;
    const graph = requestGraph(model);
    const hasGateways = model.services.some(({ serviceKind }) => serviceKind === 'gateway');
    const gateway = (id: ElementId) => {
      if (!hasGateways) return false;
      const service = serviceOf(model, id);
      const element = service === undefined ? undefined : model.elements.get(service);
      return element?.kind === 'service' && element.serviceKind === 'gateway';
    };
    const gateways = graph.ids.map(gateway);
    const paths = longestPaths(graph, graph.components, (from) => (gateways[from] ? 0 : 1));
    let ownCalls: ReadonlySet<ElementId | undefined> | undefined;
    const reported = new Set<string>();
    // Entries behind a gateway come first, so that a chain is reported where it begins.
    const entries = [...entriesOf(model)].sort(
      (a, b) => Number(gateway(a.service)) - Number(gateway(b.service)),
    );
    for (const entry of entries) {
      const node = graph.numberOf(entry.id);
      const hops = node === undefined ? 0 : (paths.length[node] ?? 0);
      if (node === undefined || hops <= options.warnHops) continue;
      ownCalls ??= new Set(model.calls.map(({ fromOperation }) => fromOperation));
      const own = ownCalls;
      const nodes = paths.path(node);
      const ids = nodes
        .filter((step) => !gateways[step])
        .map((step) => graph.ids[step] ?? '')
        .map((id) => (kindOfId(id) === 'operation' && !own.has(id) ? levelOf(model, id) : id));
      const chain = ids.filter((id, index) => id !== ids[index - 1]);
      const services = chain.map((id) => serviceOf(model, id) ?? id);
      const key = services.join(' ');
      if (reported.has(key)) continue;
      reported.add(key);
      const operations = chain.filter((id) => kindOfId(id) === 'operation').length;
      report({
        message: 'chain',
        data: {
          entry: nameOfId(entry.id),
          hops,
          level:
            operations === chain.length
              ? 'operations'
              : operations > 0
                ? 'operations and services'
                : 'services',
          chain: chainOf(chain),
        },
        span: anchor(model, entry),
        element: entry.id,
        elements: chain,
        related: hopsOf(
          model,
          nodes.map((step) => graph.ids[step] ?? ''),
        ),
        severity: hops >= options.errorHops ? 'error' : 'warning',
        facts: { hops, services: [...new Set(services)] },
      });
    }
  },
});

/** An operation whose own calls are not declared stands for its service; a leaf stays itself. */
function levelOf(model: Model, operation: ElementId): ElementId {
  const service = serviceOf(model, operation);
  const whole = model.calls.some(
    ({ fromService, fromOperation, handler }) =>
      fromService === service && fromOperation === undefined && handler === undefined,
  );
  const perOperation = model.calls.some(
    ({ toOperation, fromOperation }) => toOperation === operation && fromOperation !== undefined,
  );
  return whole || !perOperation ? (service ?? operation) : operation;
}

function serviceOf(model: Model, id: ElementId): ElementId | undefined {
  const element = model.elements.get(id);
  if (element?.kind === 'operation') return element.service;
  return element?.kind === 'service' || element?.kind === 'external' ? id : undefined;
}

function anchor(model: Model, entry: Entry): Span {
  const element = entry.operation ?? model.elements.get(entry.service);
  if (!element) throw new Error(`Entry ${entry.id} is not in the model.`);
  return element.nameSpan;
}

/** The call behind each hop, as a related place. */
function hopsOf(model: Model, path: readonly ElementId[]): Related[] {
  return path.slice(1).flatMap((to, index) => {
    const from = path[index];
    const source = from === undefined ? undefined : serviceOf(model, from);
    const call =
      model.calls.find((candidate) => candidate.from === from && reaches(candidate, to)) ??
      model.calls.find((candidate) => candidate.fromService === source && reaches(candidate, to));
    return call
      ? [{ span: call.targetSpan, message: `Hop ${String(index + 1)}: to \`${nameOfId(to)}\`.` }]
      : [];
  });
}

function reaches(call: Model['calls'][number], to: ElementId): boolean {
  return call.to === to || call.toService === to || call.toOperation === to;
}
