import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/**
 * How much this thread gives way, as `nice` counts: it gets a third of what another one gets. With more,
 * a map would wait for every build that runs beside VS Code.
 */
const niceness = 5;

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
