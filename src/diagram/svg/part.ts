/** One thing of a drawing, with a key that stays the same while the thing does. */
export interface Part {
  readonly key: string;
  readonly svg: string;
}
