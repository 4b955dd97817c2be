/** Types where they are used, and what narrows them. */
import type { PrimitiveName } from '../../language/vocabulary/types.js';
import type { Span } from '../span.js';
import type { ElementId } from './identity.js';
import type { Literal } from './literals.js';

export type { PrimitiveName };

export type Type =
  | { readonly shape: 'primitive'; readonly name: PrimitiveName }
  /** A declared type: value, entity, enum, scalar, union, event, command or error. */
  | { readonly shape: 'named'; readonly target: ElementId; readonly span: Span }
  | { readonly shape: 'list'; readonly item: Type }
  | { readonly shape: 'set'; readonly item: Type; readonly nullableItems?: true }
  /** Keys are strings. `nullableItems` where its values may be null: `map<string, T | null>`. */
  | { readonly shape: 'map'; readonly value: Type; readonly nullableItems?: true }
  /** By identity: stands for the identifier's type of the target entity (an aggregate's root). */
  | { readonly shape: 'ref'; readonly target: ElementId; readonly span: Span }
  /** The name did not resolve; treat it as any JSON value. */
  | { readonly shape: 'unresolved'; readonly path: string; readonly span: Span };

/** Constraints as declared; numbers keep their text where digits matter. */
export interface Constraints {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly exclusiveMax?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly length?: number;
  readonly pattern?: string;
  readonly precision?: number;
  readonly scale?: number;
  readonly unique?: boolean;
  readonly format?: string;
  readonly example?: Literal;
}
