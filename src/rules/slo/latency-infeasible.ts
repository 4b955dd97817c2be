import { nameOfId } from '../../model/lookup.js';
import type { Call } from '../../model/elements/edges.js';
import type { Flow } from '../../model/elements/flows.js';
import type { Percentile } from '../../model/elements/slo.js';
import type { Model } from '../../model/model.js';
import {
  latencyTarget,
  objectiveSpan,
  serviceLevelUnits,
  type ServiceLevelUnit,
} from '../../model/requirements.js';
import { flowTerms, totalOf } from './flow-latency.js';
import { defineRule } from '../rule.js';
import { readableDuration, readablePercent } from '../../model/quantities.js';

const percentiles: readonly Percentile[] = ['p99', 'p95', 'p90', 'p75', 'p50'];

export const latencyInfeasible = defineRule({
  id: 'latency-infeasible',
  category: 'slo',
  severity: 'error',
  severityNote: 'error (slower part) / warning (sum) / info (tail of parallel calls)',
  gate: { kind: 'if-declared', fact: 'slo' },
  summary: 'A latency target cannot be met with those of what it waits for.',
  sources: [
    'J. Dean, L. A. Barroso: The Tail at Scale, CACM 56(2) (2013)',
    'B. Treynor, M. Dahlin, V. Rau, B. Beyer: The Calculus of Service Availability, ACM Queue/CACM (2017)',
  ],
  options: {
    hopOverheadMs: {
      default: 5,
      minimum: 0,
      description: 'Milliseconds that a call costs besides the callee’s work.',
    },
    tailShare: {
      default: 0.1,
      minimum: 0,
      description: 'Share of requests that may meet a slow parallel call.',
    },
  },
  messages: {
    slowest: {
      what: '`{name}` promises {percentile} {promised}, but waits for `{slowest}`, which promises only {needed}.',
      why: 'A request is never faster than the slowest call that it waits for.',
      remedy: 'Raise the target to at least {needed}, cache the call, or make it optional.',
    },
    sum: {
      what: '`{name}` promises {percentile} {promised}; its calls add up to {needed}: {sum}.',
      why: 'Calls one after the other add up. (A sum of percentiles is a planning bound, not the percentile of the sum.)',
      remedy: 'Make calls `parallel`, cache one, or raise the target to {needed}.',
    },
    tail: {
      what: '`{name}` waits for {count} parallel calls: {share} of its requests meet at least one beyond its {percentile}.',
      why: 'The slowest of many decides: 1 − {ratio}^{count} = {share}.',
      remedy: 'Ask fewer services for one request, or hedge the slow ones.',
    },
    budget: {
      what: 'The flow `{name}` has a budget of {promised}; its steps promise {needed}: {sum}.',
      why: 'Steps one after the other add up. (A sum of percentiles is a planning bound, not the percentile of the sum.)',
      remedy: 'Raise the budget, or make a step faster or asynchronous.',
    },
  },
  check({ model, options, report }) {
    for (const unit of serviceLevelUnits(model)) unitFinding(model, unit, options, report);
    for (const flow of model.flows) flowFinding(model, flow, report);
  },
});

type ReportHere = Parameters<NonNullable<typeof latencyInfeasible.check>>[0]['report'];
interface Options {
  readonly hopOverheadMs: number;
  readonly tailShare: number;
}

/** The gravest finding of a unit, at the highest percentile that shows it. */
function unitFinding(
  model: Model,
  unit: ServiceLevelUnit,
  { hopOverheadMs, tailShare }: Options,
  report: ReportHere,
): void {
  const calls = unit.calls.filter(
    ({ policies, toService }) => !policies.optional && toService !== unit.service.id,
  );
  const judged = percentiles.flatMap((percentile) => {
    const promised = unit.slo[percentile];
    return promised === undefined ? [] : [judge(model, calls, percentile, promised, hopOverheadMs)];
  });
  const name = nameOfId(unit.id);
  const at = (percentile: Percentile, involved: readonly Call[]) => ({
    span: objectiveSpan(unit, percentile),
    element: unit.id,
    elements: [unit.id, ...new Set(involved.map(({ to }) => to))],
    related: involved.map(({ targetSpan }) => ({
      span: targetSpan,
      message: 'It waits for this call.',
    })),
  });
  const tooSlow = judged.find(({ slowest, promised }) => slowest && slowest.target > promised);
  if (tooSlow?.slowest) {
    const { percentile, promised, slowest } = tooSlow;
    report({
      message: 'slowest',
      data: {
        name,
        percentile,
        promised: readableDuration(promised),
        slowest: nameOfId(slowest.call.to),
        needed: readableDuration(slowest.target),
      },
      ...at(percentile, [slowest.call]),
      facts: { promised, needed: slowest.target },
    });
    return;
  }
  const tooLong = judged.find(
    ({ sum, promised, involved }) => involved.length > 0 && sum > promised,
  );
  if (tooLong) {
    const { percentile, promised, sum, involved, terms } = tooLong;
    report({
      message: 'sum',
      data: {
        name,
        percentile,
        promised: readableDuration(promised),
        needed: readableDuration(sum),
        sum: terms.join(' + '),
      },
      ...at(percentile, involved),
      severity: 'warning',
      facts: { promised, needed: sum },
    });
    return;
  }
  const parallel = calls.filter(({ policies }) => policies.parallel);
  for (const { percentile } of judged) {
    const ratio = Number(percentile.slice(1)) / 100;
    const share = 1 - ratio ** parallel.length;
    // At the median half of all requests are slower by definition; the tail begins above it.
    if (ratio < 0.9 || parallel.length < 2 || share <= tailShare) continue;
    report({
      message: 'tail',
      data: { name, count: parallel.length, share: readablePercent(share), percentile, ratio },
      ...at(percentile, parallel),
      severity: 'info',
      facts: { share },
    });
    return;
  }
}

function judge(
  model: Model,
  calls: readonly Call[],
  percentile: Percentile,
  promised: number,
  overhead: number,
) {
  const terms: string[] = [];
  let sum = 0;
  let together = 0;
  let slowest: { readonly call: Call; readonly target: number } | undefined;
  const involved: Call[] = [];
  for (const call of calls) {
    const target = latencyTarget(model, call, percentile);
    if (target === undefined) continue;
    involved.push(call);
    if (!slowest || target > slowest.target) slowest = { call, target };
    const { parallel, times } = call.policies;
    const repeated = typeof times === 'number' ? times : 1;
    if (parallel) {
      together = Math.max(together, target * repeated);
    } else {
      sum += (target + overhead) * repeated;
      terms.push(`${repeated > 1 ? `${String(repeated)} × ` : ''}${readableDuration(target)}`);
    }
  }
  if (together > 0) {
    sum += together + overhead;
    terms.push(`${readableDuration(together)} in parallel`);
  }
  const hops =
    involved.filter(({ policies }) => !policies.parallel).length + (together > 0 ? 1 : 0);
  if (overhead > 0 && hops > 0)
    terms.push(`${String(hops)} × ${readableDuration(overhead)} overhead`);
  return { percentile, promised, slowest, sum, involved, terms };
}

function flowFinding(model: Model, flow: Flow, report: ReportHere): void {
  if (flow.budget === undefined) return;
  const terms = flowTerms(model, flow);
  const needed = totalOf(terms);
  if (needed <= flow.budget) return;
  report({
    message: 'budget',
    data: {
      name: flow.name,
      promised: readableDuration(flow.budget),
      needed: readableDuration(needed),
      sum: terms.map(({ p99 }) => readableDuration(p99)).join(' + '),
    },
    span: flow.nameSpan,
    element: flow.id,
    elements: [flow.id, ...terms.map(({ id }) => id)],
    severity: 'warning',
    facts: { promised: flow.budget, needed },
  });
}
