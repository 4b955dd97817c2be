import type { Review } from '../review.js';

/** The review of one model root. A report may have several, and names them only then. */
export interface RootReview {
  readonly name: string;
  readonly review: Review;
}
