/** Literals of the language as data, with the text that the author wrote where it matters. */

/** ISO date, `2027-03-31`. */
export type IsoDate = string;
/** Milliseconds. */
export type Milliseconds = number;
/** A share of 1: 99.95 % is `0.9995`. `percent` keeps the digits that the author wrote. */
export interface Percentage {
  readonly ratio: number;
  /** The number as written, without the sign: `99.95`. */
  readonly percent: string;
}
/** Requests for each second; `text` as written: `100/s`. */
export interface Rate {
  readonly perSecond: number;
  readonly text: string;
}

export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** An enum value, or another bare word. */
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'duration'; readonly value: Milliseconds; readonly text: string }
  | { readonly kind: 'percent'; readonly value: Percentage }
  | { readonly kind: 'rate'; readonly value: Rate }
  | { readonly kind: 'date'; readonly value: IsoDate }
  | { readonly kind: 'list'; readonly items: readonly Literal[] };
