/**
 * A laid-out map as plain data: what the SVG renderer draws, what travels to the webview, and what
 * `map --format json` prints. Coordinates are pixels from the top left corner.
 */
import type { RelationKind } from '../model/elements/context-map.js';
import type { ElementId } from '../model/elements/identity.js';
import type { ServiceKind } from '../model/elements/services.js';
import type { SubdomainType } from '../model/elements/strategic.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

export type NodeShape =
  | 'group'
  | 'context'
  | 'legacy'
  | 'big-ball-of-mud'
  | 'external'
  | 'actor'
  | 'service'
  | 'store'
  | 'event';

/** A line of its own inside a box that leads to an element of its own: an API of a service. */
export interface PictureRow {
  readonly id: ElementId;
  readonly text: string;
  /** In small capitals before the text: `rest`, `grpc`. */
  readonly tag: string;
}

/** What became of something between two revisions; `hit` did not change, but what it uses did. */
export type Change = 'added' | 'removed' | 'changed' | 'hit';

export interface PictureNode extends Box {
  /** Unique in the picture. The element's id, but for ghosts. */
  readonly id: string;
  /** The element that it stands for. */
  readonly element: ElementId;
  readonly shape: NodeShape;
  /** Lines of its name. */
  readonly name: readonly string[];
  /** Lines below the name: a title, a technology, a team. */
  readonly details: readonly string[];
  readonly rows: readonly PictureRow[];
  /** Small capitals above the name: `core`, `external`, `gateway`, … */
  readonly mark: string;
  readonly subdomain?: SubdomainType;
  readonly serviceKind?: ServiceKind;
  readonly team?: string;
  /** The group or context in whose inside it stands. */
  readonly parent?: string;
  /** Stands for an element of another context, inside an opened one that depends on it. */
  readonly ghost: boolean;
  /** Opened: its inside is drawn. */
  readonly open: boolean;
  /** Where the inside of an opened box flows to; later pictures keep to it. */
  readonly flow?: Flow;
  /**
   * Stands where there was room, as nothing has been related to it so far: its place says nothing, and
   * the first relation finds it one.
   */
  readonly loose?: true;
  /** There is an inside that could be opened. */
  readonly expandable: boolean;
  /** What a screen reader says. */
  readonly description: string;
  /** On maps of two revisions. */
  readonly change?: Change;
}

/** Where upstream and callers flow to. */
export type Flow = 'right' | 'down';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A pattern at the border of a box: `U` and `OHS, PL`. */
export interface PicturePort extends Box {
  readonly id: string;
  readonly node: string;
  /** `U`, `D`; empty for symmetric relations. */
  readonly letter: string;
  /** `OHS, PL`, `ACL`, `P`; may be empty. */
  readonly roles: string;
  readonly side: Side;
  /** Relations that end here; several share an open-host service. */
  readonly edges: readonly ElementId[];
}

export type EdgeStyle =
  RelationKind | 'derived' | 'call' | 'publish' | 'subscribe' | 'command' | 'access' | 'use';

export interface PictureLabel extends Box {
  readonly lines: readonly string[];
}

export interface PictureEdge {
  readonly id: ElementId;
  readonly style: EdgeStyle;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /** The opened context that it lies in; missing between contexts. */
  readonly inside?: string;
  readonly points: readonly Point[];
  /** Drawn with an arrow head at its end. */
  readonly arrow: boolean;
  readonly label?: PictureLabel;
  readonly description: string;
  /** On maps of two revisions. */
  readonly change?: Change;
}

/** Words at the lower edge of a box. */
export interface OverlayMark {
  readonly node: string;
  readonly text: string;
  /** One of eight colours, by number; none for plain words. */
  readonly tone?: number;
  /** In the colour of that change. */
  readonly change?: Change;
  /** In the colour of the gravest finding. */
  readonly severity?: MarkSeverity;
  /** What a screen reader says, where that is not the text itself. */
  readonly spoken?: string;
}

/** How grave the findings of a mark are; `accepted` where none of them counts. */
export type MarkSeverity = 'error' | 'warning' | 'info' | 'accepted';

/** What a sign of an overlay means. */
export interface OverlayKey {
  /** As it stands in marks; changes have theirs. */
  readonly sign?: string;
  readonly text: string;
  readonly change?: Change;
  readonly severity?: MarkSeverity;
  /** Of a mark in one of eight colours, which says itself what it stands for. */
  readonly tone?: number;
}

/** A numbered step from box to box. */
export interface OverlayStep {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** What is laid over a picture. */
export interface Overlay {
  readonly title: string;
  readonly marks: readonly OverlayMark[];
  readonly steps: readonly OverlayStep[];
  /** What its signs mean; beside the title. */
  readonly key?: readonly OverlayKey[];
}

export interface Picture {
  readonly title: string;
  readonly flow: Flow;
  readonly width: number;
  readonly height: number;
  /** Where the drawing's own coordinates begin; pins and arrangements count from here. */
  readonly origin: Point;
  readonly nodes: readonly PictureNode[];
  readonly ports: readonly PicturePort[];
  readonly edges: readonly PictureEdge[];
  readonly overlay?: Overlay;
}
