import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/** How much this thread gives way, as `nice` counts: a tenth of what the others get. */
const niceness = 10;

/**
 * Lets the threads that answer an editor go first where there are not enough cores for all. On Linux
 * alone a priority is one thread's; elsewhere it would be the whole server's, and nothing is done.
 */
export function yieldToOthers(): void {
  if (isMainThread || process.platform !== 'linux') return;
  try {
    setPriority(0, niceness);
  } catch {
    // A container may forbid it; then all are alike.
  }
}
