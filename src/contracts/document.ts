import type { ElementId } from '../model/elements/identity.js';
import type { Tree } from './tree.js';

export type ContractKind = 'openapi' | 'asyncapi' | 'proto' | 'graphql' | 'json-schema';

export const contractKinds: readonly ContractKind[] = [
  'openapi',
  'asyncapi',
  'proto',
  'graphql',
  'json-schema',
];

/** Something of the model that a format cannot carry, or that would have made it invalid. */
export interface ContractRemark {
  readonly element: ElementId;
  readonly message: string;
}

/** Which document is written where, and for which element: an API, a service or a message. */
export interface ContractPlace {
  readonly kind: ContractKind;
  readonly element: ElementId;
  /** Relative to the model root, with `/` between its parts, always below `outDir`. */
  readonly path: string;
}

/** A contract as the model alone gives it, before it meets hand edits. */
export interface ContractDocument extends ContractPlace {
  /** The document's data; missing for protobuf and GraphQL, which are text. */
  readonly tree?: Tree;
  readonly text: string;
  readonly remarks: readonly ContractRemark[];
}
