import { requestGraphWithHandlers, serviceGraph } from '../../model/call-graph.js';
import { nameOfId } from '../../model/lookup.js';
import { largestProducts } from '../../model/best-products.js';
import type { Call } from '../../model/elements/edges.js';
import type { Model } from '../../model/model.js';
import { setPolicy } from '../policy-fix.js';
import { defineRule, type Fix } from '../rule.js';
import { chainOf } from '../text.js';

export const retryAmplification = defineRule({
  id: 'retry-amplification',
  category: 'resilience',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'retries' },
  summary: 'Retries along a chain of calls multiply to many attempts at its end.',
  sources: [
    'M. Brooker: Timeouts, retries and backoff with jitter (Amazon Builders’ Library) (2019)',
    'B. Beyer et al.: Site Reliability Engineering, ch.21-22 (2016)',
  ],
  options: {
    maxAmp: {
      default: 9,
      minimum: 1,
      description: 'Attempts at the end of a chain for one request: 9 is two layers of three.',
    },
  },
  messages: {
    amplified: {
      what: 'One request becomes up to {product} attempts at the end of {chain}: {factors}.',
      why: 'When the last one fails, its load grows by that factor just then, and it cannot recover.',
      remedy:
        'Retry at one layer only, best the one next to what fails, and take the other retries out.',
    },
  },
  check({ model, options, report }) {
    if (!mayAmplify(model, options.maxAmp)) return;
    const { nodes, path } = largestProducts(
      requestGraphWithHandlers(model),
      attempts,
      options.maxAmp,
    );
    const heaviest = [...nodes].sort((a, b) => b.weight - a.weight || a.node - b.node);
    const covered = new Set<Call>();
    for (const { product, first, node } of heaviest) {
      if (!first || covered.has(first)) continue;
      // Best paths form a tree: behind a call that is covered all are.
      for (const call of path(node, (one) => covered.has(one))) covered.add(call);
      let left = shownCalls;
      const calls = path(node, () => left-- === 0);
      const more = attemptsOf(calls) < product ? ' × …' : '';
      report({
        message: 'amplified',
        data: {
          product: product.toLocaleString('en'),
          chain: chainOf([first.from, ...calls.map(({ to }) => to)]),
          factors: `${calls.map((call) => String(attempts(call))).join(' × ')}${more}`,
        },
        span: first.policies.spans['retry'] ?? first.targetSpan,
        element: first.id,
        elements: [first.from, ...calls.map(({ to }) => to)],
        related: calls.slice(1).map((call) => ({
          span: call.policies.spans['retry'] ?? call.targetSpan,
          message: `\`${nameOfId(call.to)}\` gets ${attempts(call)} attempts for each one here.`,
        })),
        facts: { attempts: product },
        fixes: retryOnlyAtTheEnd([first, ...calls]),
      });
    }
  },
});

/**
 * Whether retries may multiply to that many, as far as services tell, which are far fewer than
 * their operations: a request takes no way that they do not. Where they call each other in a ring,
 * whose calls count nothing, only the operations can tell.
 */
function mayAmplify(model: Model, most: number): boolean {
  const graph = serviceGraph(model);
  if (graph.components.members.length < graph.size) return true;
  const isOwn = (call: Call) => call.fromService === call.toService;
  if (model.calls.some((call) => attempts(call) > 1 && isOwn(call))) return true;
  return largestProducts(graph, attempts, most).nodes.length > 0;
}

/** Calls of a path that are named; longer ones end in an ellipsis. */
const shownCalls = 8;

function attemptsOf(calls: readonly Call[]): number {
  return calls.reduce((product, call) => product * attempts(call), 1);
}

function attempts({ policies }: Call): number {
  return 1 + Math.max(0, policies.retry ?? 0);
}

/** Nobody on the way tries again but the last who does, next to what fails. */
function retryOnlyAtTheEnd(chain: readonly Call[]): Fix[] {
  const retrying = [...new Set(chain)].filter((call) => attempts(call) > 1);
  const last = retrying.pop();
  if (!last || retrying.length === 0) return [];
  return [
    {
      title: `Retry only the call of ${nameOfId(last.to)}`,
      edits: retrying.flatMap((call) =>
        setPolicy(call, 'retry', 'retry 0').flatMap(({ edits }) => edits),
      ),
    },
  ];
}
