/** There is no such revision, or git cannot read it: one clear line for who named it. */
export class RevisionError extends Error {}
