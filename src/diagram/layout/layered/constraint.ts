/** A distance between two vertices that a program for least cost is made of. */
export interface Constraint {
  readonly from: number;
  readonly to: number;
  /** `to` is so far behind `from`, a whole number. It may be farther. */
  readonly length: number;
  /** What each unit costs that it is farther. */
  readonly weight: number;
  /** What each unit costs that it is nearer; where it is missing, it must not be nearer. */
  readonly short?: number;
}
