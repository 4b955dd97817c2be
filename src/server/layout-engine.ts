import type { LayoutEngine } from '../diagram/layout/layout.js';
import type { LayoutAnswer, LayoutRequest } from '../diagram/layout/messages.js';

/** Results that are kept: a map of some hundred opened contexts, and what it was before. */
const kept = 600;
/** A layout that nobody waits for any more is stopped when it has run for so long, in ms. */
const patience = 1000;

type Payload = LayoutRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

interface Job {
  readonly id: number;
  readonly key: string;
  readonly payload: Payload;
  readonly result: Promise<unknown>;
  settle(outcome: { readonly result: unknown } | { readonly error: Error }): void;
  /** How many wait for it. */
  wanted: number;
  started?: number;
}

/** A thread that answers one request after the other. */
export interface LayoutThread {
  post(request: LayoutRequest): void;
  terminate(): void;
}

/** Starts a thread; `ended` is called when it dies, or is terminated. */
export type StartLayoutThread = (
  answered: (answer: LayoutAnswer) => void,
  ended: (error: Error) => void,
) => LayoutThread;

/** Layout in a thread of its own. */
export interface WorkerLayoutEngine {
  /** The engine for one request. When the signal aborts, what only that request wanted is dropped. */
  for(signal: AbortSignal): LayoutEngine;
  dispose(): void;
}

/**
 * Layout in a thread of its own, started with the first map and warm from then on. Graphs that were
 * laid out before come from a cache, so an edit inside one context lays out that context only.
 * Requests wait here and not in the thread, so that what nobody waits for any more is not run.
 */
export function workerLayoutEngine(startThread: StartLayoutThread): WorkerLayoutEngine {
  let worker: LayoutThread | undefined;
  let counter = 0;
  let running: Job | undefined;
  const queue: Job[] = [];
  const jobs = new Map<string, Job>();

  const next = () => {
    running = queue.shift();
    if (!running) return;
    running.started = Date.now();
    worker ??= start();
    worker.post({ id: running.id, ...running.payload });
  };
  const fail = (failed: LayoutThread, error: Error) => {
    if (worker !== failed) return;
    worker = undefined;
    running?.settle({ error });
    next();
  };
  const start = () => {
    const started: LayoutThread = startThread(
      (answer) => {
        if (answer.id !== running?.id) return;
        running.settle('result' in answer ? answer : { error: new Error(answer.error) });
        next();
      },
      (error) => {
        fail(started, error);
      },
    );
    return started;
  };

  const jobFor = (payload: Payload): Job => {
    const key = JSON.stringify(payload);
    const known = jobs.get(key);
    if (known) {
      jobs.delete(key);
      jobs.set(key, known);
      return known;
    }
    let settle: Job['settle'] = () => undefined;
    const result = new Promise<unknown>((resolve, reject) => {
      settle = (outcome) => {
        if ('result' in outcome) {
          resolve(outcome.result);
        } else {
          jobs.delete(key);
          reject(outcome.error);
        }
      };
    });
    // Who waits for it learns of a failure; that nobody does is none.
    result.catch(() => undefined);
    const job: Job = { id: ++counter, key, payload, result, settle, wanted: 0 };
    jobs.set(key, job);
    const oldest = jobs.size > kept ? jobs.keys().next().value : undefined;
    if (oldest !== undefined) jobs.delete(oldest);
    queue.push(job);
    if (!running) next();
    return job;
  };

  const drop = (job: Job) => {
    const waiting = queue.indexOf(job);
    if (waiting >= 0) {
      queue.splice(waiting, 1);
      job.settle({ error: new Error('Nobody waits for this layout any more.') });
    } else if (job === running && Date.now() - (job.started ?? 0) > patience) {
      worker?.terminate();
    }
  };

  const run = async (payload: Payload, signal: AbortSignal): Promise<unknown> => {
    signal.throwIfAborted();
    const job = jobFor(payload);
    job.wanted++;
    const abort = () => {
      if (--job.wanted === 0) drop(job);
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await job.result;
    } finally {
      signal.removeEventListener('abort', abort);
      if (!signal.aborted) job.wanted--;
    }
  };

  return {
    for: (signal) => {
      // It starts while the caller finds out what is to be laid out.
      worker ??= start();
      return {
        shape: (shape) => run({ shape }, signal) as ReturnType<LayoutEngine['shape']>,
        layers: (layers) => run({ layers }, signal) as ReturnType<LayoutEngine['layers']>,
        route: (problem) => run({ problem }, signal) as ReturnType<LayoutEngine['route']>,
      };
    },
    dispose: () => {
      queue.length = 0;
      worker?.terminate();
    },
  };
}
