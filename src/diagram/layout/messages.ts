import type { Size } from '../picture.js';
import type { LayeredGraph, LayeredResult } from './layered/graph.js';
import type { RouteProblem, Routes } from './route.js';

/** What the layout thread is asked. */
export type LayoutRequest =
  | { readonly id: number; readonly shape: LayeredGraph }
  | { readonly id: number; readonly layers: LayeredGraph }
  | { readonly id: number; readonly problem: RouteProblem };

export type LayoutAnswer =
  | { readonly id: number; readonly result: Size | LayeredResult | Routes }
  | { readonly id: number; readonly error: string };
