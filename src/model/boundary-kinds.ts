import type { ElementKind } from './elements/identity.js';

/** Kinds whose names begin with that of the context or external which they lie in, if in any. */
export const inBoundaries: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'aggregate',
  'entity',
  'value',
  'enum',
  'scalar',
  'union',
  'event',
  'command',
  'error',
  'service',
  'store',
  'api',
  'operation',
]);
