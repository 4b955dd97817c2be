/** Statements of the language that an import makes, before they become text. */
export interface Statement {
  /** Markdown of the doc comment. */
  readonly doc?: string | undefined;
  /** Whole annotations, `@tag(pci)`, each on a line of its own. */
  readonly annotations?: readonly string[];
  /** Everything before the block; made of safe parts alone, see names.ts and literals.ts. */
  readonly head: string;
  readonly members?: readonly (Statement | undefined)[] | undefined;
}

/** A property or any other statement without doc and block; undefined where there is no value. */
export function property(keyword: string, value: string | undefined): Statement | undefined {
  return value === undefined || value === '' ? undefined : { head: `${keyword} ${value}` };
}
