import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LayoutEngine } from '../diagram/layout/layout.js';
import type { LayoutAnswer, LayoutRequest } from '../diagram/layout/messages.js';

type ElkGraph = Parameters<LayoutEngine>[0];

/** Results that are kept: a map of some hundred opened contexts, and what it was before. */
const kept = 600;

/**
 * Layout in a thread of its own, started with the first map and warm from then on. Graphs that were
 * laid out before come from a cache, so an edit inside one context lays out that context only.
 */
export function workerLayoutEngine(): LayoutEngine & { dispose(): void } {
  let worker: Worker | undefined;
  let counter = 0;
  const waiting = new Map<
    number,
    { readonly resolve: (graph: ElkGraph) => void; readonly reject: (error: Error) => void }
  >();
  const cache = new Map<string, Promise<ElkGraph>>();

  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    cache.clear();
    worker = undefined;
  };
  const start = () => {
    const started = new Worker(join(__dirname, 'layout-worker.cjs'));
    started.on('message', (answer: LayoutAnswer) => {
      const request = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('result' in answer) request?.resolve(answer.result);
      else request?.reject(new Error(answer.error));
    });
    started.on('error', fail);
    started.on('exit', () => fail(new Error('The layout thread ended.')));
    started.unref();
    return started;
  };
  const run = (graph: ElkGraph) =>
    new Promise<ElkGraph>((resolve, reject) => {
      worker ??= start();
      const id = ++counter;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, graph } satisfies LayoutRequest);
    });

  const engine = (graph: ElkGraph) => {
    const key = JSON.stringify(graph);
    let result = cache.get(key);
    if (result) {
      cache.delete(key);
    } else {
      result = run(graph);
      result.catch(() => cache.delete(key));
    }
    cache.set(key, result);
    const oldest = cache.size > kept ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    return result;
  };
  return Object.assign(engine, {
    dispose: () => {
      void worker?.terminate();
    },
  });
}
