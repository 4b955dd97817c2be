/**
 * Jobs one after the other, in the order in which they came: a proposal is in its model while it
 * is checked, and nobody else may see it there.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a job when those before it are done, whether they succeeded or not. */
  take<T>(job: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(job);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** Lets others be answered; rejects where nobody waits for this answer any more. */
export function pausing(signal: AbortSignal): () => Promise<void> {
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
}
