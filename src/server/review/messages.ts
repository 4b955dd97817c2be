import type { Picture } from '../../diagram/picture.js';
import type { ContextMapParams } from '../../protocol/context-map.js';
import type { MapReview } from '../../protocol/map-review.js';

/** What the review thread is asked. The folder is an absolute path. */
export type ReviewRequest =
  | ({ readonly kind: 'map' } & ChangesAsked)
  | { readonly kind: 'revisions'; readonly folder: string }
  | {
      readonly kind: 'file';
      readonly folder: string;
      readonly commit: string;
      readonly file: string;
    }
  | { readonly kind: 'user'; readonly folder: string };

export interface ChangesAsked {
  readonly folder: string;
  /** What changed in the root's texts since the last request; null for files that went. */
  readonly texts: readonly (readonly [file: string, text: string | null])[];
  readonly query: Omit<ContextMapParams, 'revision' | 'reset'>;
  /** How the map was arranged before. */
  readonly previous?: Picture;
  /** ISO date. */
  readonly today: string;
}

export interface ReviewedMap {
  /** Both revisions laid out; later ones keep to its arrangement. */
  readonly base: Picture;
  /** The side that was asked for. */
  readonly picture: Picture;
  readonly review: MapReview;
}

export interface ReviewMessage {
  readonly id: number;
  readonly request: ReviewRequest;
}

export type ReviewAnswer =
  | { readonly id: number; readonly result: unknown }
  /** `expected`: the sentence is for the user, as there is no such revision. */
  | { readonly id: number; readonly error: string; readonly expected: boolean };
