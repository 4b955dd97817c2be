import type { output, ZodObject } from 'zod';
import type { Answer } from './answer.js';
import type { Models } from './models.js';

/** What a tool works with. */
export interface Work {
  readonly models: Models;
  /** Lets others be answered, and throws where nobody waits any more. */
  pause(): Promise<void>;
}

/** Something that an agent may ask. All of them only read. */
export interface Tool<I extends ZodObject = ZodObject> {
  readonly name: string;
  readonly title: string;
  /** For the agent: when to use it, and what comes back. */
  readonly description: string;
  readonly input: I;
  /** @throws UsageError, FileError or RevisionError in words for who asked */
  run(input: output<I>, work: Work): Answer | Promise<Answer>;
}

/** A tool; its arguments have the types of its schema. */
export function tool<I extends ZodObject>(definition: Tool<I>): Tool {
  // Arguments are checked against the schema before `run` sees them.
  return definition;
}
