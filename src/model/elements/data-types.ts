/** Declared types of plain data, and the fields that they and others are made of. */
import type { Span } from '../span.js';
import type { Deprecation } from './annotations.js';
import type { ElementBase, NamedReference } from './base.js';
import type { Literal } from './literals.js';
import type { Constraints, Type } from './types.js';

export interface Field extends ElementBase {
  readonly kind: 'field';
  readonly type: Type;
  /** `T?`: may be absent. */
  readonly optional: boolean;
  /** `T | null`: may be null. */
  readonly nullable: boolean;
  /** The leading `id`. */
  readonly identifier: boolean;
  readonly constraints: Constraints;
  readonly default?: Literal;
  readonly pii: boolean;
  readonly sensitive: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** `@number(n)`: the field's number in protobuf. */
  readonly number?: number;
}

export interface Scalar extends ElementBase {
  readonly kind: 'scalar';
  readonly type: Type;
  readonly constraints: Constraints;
}

export interface EnumValue {
  readonly name: string;
  readonly doc?: string;
  readonly deprecated?: Deprecation;
  readonly number?: number;
  readonly span: Span;
}

export interface Enum extends ElementBase {
  readonly kind: 'enum';
  readonly values: readonly EnumValue[];
  /** `@open`: consumers must accept unknown values. */
  readonly open: boolean;
}

export interface Value extends ElementBase {
  readonly kind: 'value';
  readonly fields: readonly Field[];
}

export interface Union extends ElementBase {
  readonly kind: 'union';
  /** Values, entities or events, in the author's order. Discriminated by `type`. */
  readonly members: readonly NamedReference[];
}
