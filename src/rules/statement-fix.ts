import type { Span } from '../model/span.js';
import type { Edit, Fix } from './rule.js';

/** Adds a statement such as `replicas 2` to the block of a declaration. */
export function addStatement(declaration: { readonly span: Span }, statement: string): Fix {
  return { title: `Add ${statement}`, edits: [statementEdit(declaration, statement)] };
}

export function statementEdit({ span }: { readonly span: Span }, statement: string): Edit {
  return { span, text: statement, placement: 'statement' };
}

/** Takes a whole statement away. */
export function removeStatement(what: string, span: Span): Fix {
  return { title: `Remove ${what}`, edits: [{ span, text: '' }] };
}
