/**
 * A laid-out map as plain data: what the SVG renderer draws, what travels to the webview, and what
 * `map --format json` prints. Coordinates are pixels from the top left corner.
 */
import type { ElementId, RelationKind, ServiceKind, SubdomainType } from '../model/model.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export type NodeShape =
  'context' | 'legacy' | 'big-ball-of-mud' | 'external' | 'actor' | 'service' | 'store' | 'event';

export interface PictureNode extends Box {
  readonly id: ElementId;
  readonly shape: NodeShape;
  /** Lines of its name. */
  readonly name: readonly string[];
  /** Lines below the name: a title, APIs. */
  readonly details: readonly string[];
  /** Small capitals above the name: `core`, `external`, `gateway`, … */
  readonly mark: string;
  readonly subdomain?: SubdomainType;
  readonly serviceKind?: ServiceKind;
  readonly team?: string;
  /** The context whose inside it stands in. */
  readonly parent?: ElementId;
  /** Opened: its inside is drawn. */
  readonly open: boolean;
  /** There is an inside that could be opened. */
  readonly expandable: boolean;
  /** What a screen reader says. */
  readonly description: string;
}

/** A pattern at the border of a box: `U OHS, PL`. */
export interface PicturePort extends Box {
  readonly node: ElementId;
  readonly label: string;
  readonly side: 'left' | 'right' | 'top' | 'bottom';
  /** Relations that end here; several share an open-host service. */
  readonly edges: readonly ElementId[];
}

export type EdgeStyle =
  RelationKind | 'derived' | 'call' | 'publish' | 'subscribe' | 'command' | 'access' | 'use';

export interface PictureEdge {
  readonly id: ElementId;
  readonly style: EdgeStyle;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly points: readonly Point[];
  /** Drawn with an arrow head at its end. */
  readonly arrow: boolean;
  readonly label?: Box & { readonly lines: readonly string[] };
  readonly description: string;
}

export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PictureNode[];
  readonly ports: readonly PicturePort[];
  readonly edges: readonly PictureEdge[];
}
