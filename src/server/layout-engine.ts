import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LayoutEngine } from '../diagram/layout/layout.js';
import type { LayoutAnswer, LayoutRequest } from '../diagram/layout/messages.js';

/** Results that are kept: a map of some hundred opened contexts, and what it was before. */
const kept = 600;

type Payload = LayoutRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;
interface Job {
  readonly id: number;
  readonly payload: Payload;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Layout in a thread of its own. */
export interface WorkerLayoutEngine extends LayoutEngine {
  dispose(): void;
}

/**
 * Layout in a thread of its own, started with the first map and warm from then on. Graphs that were
 * laid out before come from a cache, so an edit inside one context lays out that context only.
 * Requests wait here and not in the thread, so that what nobody waits for any more is not run.
 */
export function workerLayoutEngine(): WorkerLayoutEngine {
  let worker: Worker | undefined;
  let counter = 0;
  let running: Job | undefined;
  const queue: Job[] = [];
  const cache = new Map<string, Promise<unknown>>();

  const next = () => {
    running = queue.shift();
    if (!running) return;
    worker ??= start();
    worker.postMessage({ id: running.id, ...running.payload } as LayoutRequest);
  };
  const fail = (failed: Worker, error: Error) => {
    if (worker !== failed) return;
    worker = undefined;
    running?.reject(error);
    next();
  };
  const start = () => {
    const started = new Worker(join(__dirname, 'layout-worker.cjs'));
    started.on('message', (answer: LayoutAnswer) => {
      if (answer.id !== running?.id) return;
      if ('result' in answer) running.resolve(answer.result);
      else running.reject(new Error(answer.error));
      next();
    });
    started.on('error', (error) => {
      fail(started, error);
    });
    started.on('exit', () => {
      fail(started, new Error('The layout thread ended.'));
    });
    started.unref();
    return started;
  };
  const run = (payload: Payload): Promise<unknown> => {
    const key = JSON.stringify(payload);
    const known = cache.get(key);
    if (known) {
      cache.delete(key);
      cache.set(key, known);
      return known;
    }
    const result = new Promise<unknown>((resolve, reject) => {
      queue.push({ id: ++counter, payload, resolve, reject });
      if (!running) next();
    });
    result.catch(() => cache.delete(key));
    cache.set(key, result);
    const oldest = cache.size > kept ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    return result;
  };

  return {
    place: (graph) => run({ graph }) as ReturnType<LayoutEngine['place']>,
    route: (problem) => run({ problem }) as ReturnType<LayoutEngine['route']>,
    dispose: () => {
      queue.length = 0;
      void worker?.terminate();
    },
  };
}
