import type { Span } from './span.js';

/** What the text itself gets wrong: syntax, a property given twice, an unknown word. */
export interface Problem {
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** What mends it, each by texts in place of ranges. */
  readonly fixes?: readonly {
    readonly title: string;
    readonly edits: readonly { readonly span: Span; readonly text: string }[];
  }[];
}
