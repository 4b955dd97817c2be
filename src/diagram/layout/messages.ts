import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Size } from '../picture.js';
import type { LayeredGraph, LayeredResult } from './layered/graph.js';
import type { RouteProblem, Routes } from './route.js';

/** What the layout thread is asked. */
export type LayoutRequest =
  | { readonly id: number; readonly graph: ElkNode }
  | { readonly id: number; readonly shape: LayeredGraph }
  | { readonly id: number; readonly layers: LayeredGraph }
  | { readonly id: number; readonly problem: RouteProblem };

export type LayoutAnswer =
  | { readonly id: number; readonly result: ElkNode | Size | LayeredResult | Routes }
  | { readonly id: number; readonly error: string };
