import { ownTemporaryFolder } from './temporary.mjs';

/** What vitest does before the first test; the answer is what it does after the last one. */
export function setup(): () => void {
  return ownTemporaryFolder();
}
