import type { Tree } from '../tree.js';

/** The merged value, and the base for the next time: the model, but old where a conflict stays. */
export interface Outcome {
  readonly value: Tree | undefined;
  readonly base: Tree | undefined;
}
