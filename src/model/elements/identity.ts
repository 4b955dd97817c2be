/** What kinds of elements there are, and how one is told from all others. */

export type ElementKind =
  | 'system'
  | 'domain'
  | 'subdomain'
  | 'team'
  | 'actor'
  | 'external'
  | 'broker'
  | 'library'
  | 'context'
  | 'aggregate'
  | 'entity'
  | 'value'
  | 'enum'
  | 'scalar'
  | 'union'
  | 'event'
  | 'command'
  | 'error'
  | 'service'
  | 'store'
  | 'api'
  | 'operation'
  | 'contextmap'
  | 'relation'
  | 'view'
  | 'flow'
  | 'step'
  | 'field';

/**
 * Stable identity: kind and qualified name, `service:Ordering.OrderService`. Edges have ids of the
 * same form: `call:From->To`, `subscription:Service->Event`, `access:Service->Store`; a repeated
 * one ends in `#2`, `#3`, … in the order of the text.
 */
export type ElementId = string;
