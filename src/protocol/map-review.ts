/** What client and server say to each other about changes against a revision: types, and guards. */
import type { ChangeGroup } from '../review/map/change-list.js';
import type { MapSide } from '../review/map/map-side.js';

export type { ChangeGroup, ChangePlace, ListedChange } from '../review/map/change-list.js';
export { mapSides, type MapSide } from '../review/map/map-side.js';

/** Branches, tags and commits to compare with. */
export const revisionsRequest = 'archivolt/revisions';
/** The text of a model file at a commit, null where there was none. */
export const revisionFileRequest = 'archivolt/revisionFile';
/** Records that somebody agrees to a change; answers what went wrong, or null. */
export const approveChangeRequest = 'archivolt/approveChange';

/** What the overlay of changes compares. */
export interface ChangesQuery {
  /** A revision as `review` takes it, or `main...`; the usual one without. */
  readonly against?: string;
  readonly side: MapSide;
}

/** What goes with a map of changes. */
export interface MapReview {
  readonly side: MapSide;
  /** What the text is compared with, as one may name it. */
  readonly against: string;
  /** Missing where there is none. */
  readonly commit?: string;
  readonly groups: readonly ChangeGroup[];
  /** How many changes are left out. */
  readonly more: number;
  /** Why nothing could be compared. */
  readonly problem?: string;
}

export interface RevisionsParams {
  /** URI of any document of the model. */
  readonly uri: string;
}

export interface RevisionItem {
  readonly name: string;
  readonly kind: 'branch' | 'tag' | 'commit';
  readonly date: string;
  readonly subject: string;
}

export interface Revisions {
  /** What is compared with when nobody says. */
  readonly usual: string;
  readonly revisions: readonly RevisionItem[];
}

export interface RevisionFileParams {
  readonly uri: string;
  readonly commit: string;
  /** Below the root of the model. */
  readonly file: string;
}

export interface ApproveChangeParams {
  readonly uri: string;
  readonly fingerprint: string;
  readonly because: string;
}
