import type { ElkNode } from 'elkjs/lib/elk-api.js';

export interface LayoutRequest {
  readonly id: number;
  readonly graph: ElkNode;
}

export type LayoutAnswer =
  | { readonly id: number; readonly result: ElkNode }
  | { readonly id: number; readonly error: string };
