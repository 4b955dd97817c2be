import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { RevisionError } from '../../history/revision-error.js';
import type { ReviewAnswer, ReviewRequest } from './messages.js';

/** What marks a thread of the server's own bundle as the one that reviews. */
export const reviewThread = 'review';

interface Job {
  readonly id: number;
  readonly request: () => ReviewRequest;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reviews in a thread of their own, started with the first one. Requests wait here, one at a time,
 * so that what nobody waits for any more is not run.
 */
export class ReviewEngine {
  readonly #script: string;
  #worker: Worker | undefined;
  #counter = 0;
  #running: Job | undefined;
  readonly #queue: Job[] = [];
  /** Called when the thread is another one, which knows no texts yet. */
  readonly #started: () => void;

  constructor(started: () => void, script = join(__dirname, 'server.cjs')) {
    this.#started = started;
    this.#script = script;
  }

  /**
   * Asks the thread.
   *
   * @param request made when its turn comes, so that it says what is so then
   * @throws RevisionError where there is no such revision, or the signal's reason
   */
  async ask<T>(request: () => ReviewRequest, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    return new Promise<T>((resolve, reject) => {
      const job: Job = {
        id: ++this.#counter,
        request,
        resolve: resolve as (result: unknown) => void,
        reject,
      };
      signal?.addEventListener(
        'abort',
        () => {
          const waiting = this.#queue.indexOf(job);
          if (waiting >= 0) this.#queue.splice(waiting, 1);
          reject(signal.reason as Error);
        },
        { once: true },
      );
      this.#queue.push(job);
      if (!this.#running) this.#next();
    });
  }

  dispose(): void {
    this.#queue.length = 0;
    void this.#worker?.terminate();
  }

  #next(): void {
    this.#running = this.#queue.shift();
    if (!this.#running) return;
    this.#worker ??= this.#start();
    const { id, request } = this.#running;
    this.#worker.postMessage({ id, request: request() });
  }

  #start(): Worker {
    this.#started();
    const worker = new Worker(this.#script, { workerData: reviewThread });
    worker.on('message', (answer: ReviewAnswer) => {
      const job = this.#running;
      if (answer.id !== job?.id) return;
      if ('result' in answer) job.resolve(answer.result);
      else job.reject(answer.expected ? new RevisionError(answer.error) : new Error(answer.error));
      this.#next();
    });
    const fail = (error: Error) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#running?.reject(error);
      this.#next();
    };
    worker.on('error', fail);
    worker.on('exit', () => {
      fail(new Error('The review thread ended.'));
    });
    worker.unref();
    return worker;
  }
}
