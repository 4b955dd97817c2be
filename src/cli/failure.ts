/** Exit codes of the command line. */
export const exitCode = { done: 0, findings: 1, usage: 2, internal: 3 } as const;

/** Wrong usage, unreadable input or invalid configuration: one clear line, exit code 2. */
export class UsageError extends Error {}
