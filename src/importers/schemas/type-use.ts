/** Types where they are used. */

/** A type where it is used. */
export interface TypeUse {
  readonly type: string;
  readonly nullable: boolean;
  readonly constraints: readonly string[];
  readonly default?: string | undefined;
  readonly doc?: string | undefined;
}

/** Any value. */
export const json: TypeUse = { type: 'json', nullable: false, constraints: [] };
