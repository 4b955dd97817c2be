/** What client and server say to each other about the map: types, and nothing else. */
import type { Chain } from '../diagram/chain.js';
import type { PictureChanges } from '../diagram/changes.js';
import type { Details } from '../diagram/details.js';
import type { GroupBy } from '../diagram/groups.js';
import type { OverlayName } from '../diagram/overlays.js';
import type { Picture } from '../diagram/picture.js';
import type { Pins } from '../diagram/pins.js';
import type { Sequence } from '../diagram/sequence/sequence.js';
import type { ChangesQuery, MapReview } from './map-review.js';

export const contextMapRequest = 'archivolt/contextMap';
export const elementLocationRequest = 'archivolt/elementLocation';
/** An element with all that is around it, innermost first. */
export const elementPathRequest = 'archivolt/elementPath';
export const elementAtRequest = 'archivolt/elementAt';
export const elementDetailsRequest = 'archivolt/elementDetails';
export const exportMapRequest = 'archivolt/exportMap';
/** Server to client: the model of some root changed. */
export const modelChangedNotification = 'archivolt/modelChanged';

/** What a map is asked to show. */
export interface MapQuery {
  /** Name of a view; the whole landscape without. */
  readonly view?: string;
  /** Id of a context that is shown opened with its neighbours, instead of a view. */
  readonly context?: string;
  /** Ids of contexts opened by hand, and folded although the view opens them. */
  readonly open: readonly string[];
  readonly folded?: readonly string[];
  readonly groupBy?: GroupBy;
  readonly overlay?: OverlayName | ChangesName | FindingsName;
  /** For the overlay of changes. */
  readonly changes?: ChangesQuery;
}

/** The overlay of what changed since a revision. */
export const changesOverlay = 'changes';
export type ChangesName = typeof changesOverlay;

/** The overlay of findings, those included that were accepted. */
export const findingsName = 'findings';
export type FindingsName = typeof findingsName;

export interface ContextMapParams extends MapQuery {
  /** Any document of the model. */
  readonly uri: string;
  readonly pins?: Pins;
  /** The picture that the client has; it gets the changes since. */
  readonly revision?: string;
  /** Forget how the map was arranged. */
  readonly reset?: boolean;
}

export interface FindingsMark {
  readonly severity: string;
  readonly count: number;
}

export interface FindingItem {
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  /** The element or edge whose source shows it. */
  readonly element: string;
  /** Why it does not count. */
  readonly mark?: string;
}

export interface NamedChoice {
  readonly name: string;
  readonly title: string;
}

export interface ContextMapResult {
  readonly revision: string;
  /** The whole picture, or changes against the picture with revision `base`. */
  readonly picture?: Picture;
  readonly changes?: PictureChanges;
  readonly base?: string;
  /** The root folder of the model. */
  readonly root: string;
  readonly views: readonly NamedChoice[];
  /** What contexts and views were called, by their names: their pins may lie under those. */
  readonly formerNames?: Readonly<Record<string, string>>;
  /** What of the query has another name now. */
  readonly followed?: Partial<MapQuery>;
  readonly overlays: readonly NamedChoice[];
  /** Of the flow that lies over the map. */
  readonly sequence?: Sequence;
  /** The chain that lies over the map. */
  readonly chain?: Chain;
  /** What changed, where that lies over the map. */
  readonly review?: MapReview;
  /** The text has syntax errors; the picture is the last one without. */
  readonly stale: boolean;
  /** There is none without: the picture shows what could be read of the text. */
  readonly partial?: boolean;
  /** Findings that count, by element. */
  readonly findings: Readonly<Record<string, FindingsMark>>;
  /** Findings that no map has a box for, where findings lie over it. */
  readonly elsewhere?: readonly FindingItem[];
}

export interface ElementParams {
  readonly uri: string;
  readonly id: string;
}

/** What stands at a place of a document, innermost first. */
export interface ElementsAt {
  /** The root folder of its model. */
  readonly root: string;
  readonly ids: readonly string[];
}

export interface ElementDetails extends Details {
  readonly findings: readonly FindingItem[];
}

/** Formats that the server makes; PDF comes in Base64. Sequences are of the flow over the map. */
export type ServerExportFormat =
  | 'svg'
  | 'pdf'
  | 'drawio'
  | 'mermaid'
  | 'plantuml'
  | 'structurizr'
  | 'dot'
  | 'json'
  | 'sequence-svg'
  | 'sequence-pdf'
  | 'sequence-mermaid';

export interface ExportMapParams extends ContextMapParams {
  readonly format: ServerExportFormat;
}
