/**
 * What the layered layout of small graphs takes and gives. Plain data, as it travels to the layout
 * thread; nodes, ports and edges are named by their place in their list.
 */
import type { Box, Point, Side, Size } from '../../picture.js';
import type { Direction } from '../../select.js';

export interface LayeredEdge {
  readonly from: number;
  readonly to: number;
  /** The ports at which it ends; without, it has a place of its own at the border. */
  readonly fromPort?: number;
  readonly toPort?: number;
  /** Room for a label that interrupts the line, in pixels. */
  readonly label?: Size;
  /** It has no direction: its ends may stand side by side. */
  readonly level?: boolean;
}

/** A plate at the border of a node, where one or several edges end. */
export interface LayeredPort extends Size {
  readonly node: number;
}

/** A frame around some nodes, which has nothing else in it. */
export interface LayeredFrame {
  /** Nodes, at least one; none is in two frames. */
  readonly members: readonly number[];
  /** Room between its borders and what it holds, in pixels. */
  readonly padding: Readonly<Record<Side, number>>;
  /** The least width, for its name. */
  readonly least: number;
}

export interface LayeredNode extends Size {
  /** Where its middle was across the direction; nodes that have it keep their order if they can. */
  readonly before?: number;
}

export interface LayeredGraph {
  /** Sizes in pixels; a node grows where its ports need more room. */
  readonly nodes: readonly LayeredNode[];
  readonly ports?: readonly LayeredPort[];
  /** No edge leads from a node to itself. */
  readonly edges: readonly LayeredEdge[];
  readonly frames?: readonly LayeredFrame[];
  /** Where edges point to. */
  readonly direction: Direction;
  /** Width by height that the parts which hang together are packed to. */
  readonly aspect: number;
  readonly spacing: LayeredSpacing;
}

/** Distances in pixels. */
export interface LayeredSpacing {
  /** Between boxes of one layer. */
  readonly node: number;
  /** Between layers, where no edges need more. */
  readonly layer: number;
  /** Between an edge and a box. */
  readonly edgeNode: number;
  /** Between edges side by side. */
  readonly edge: number;
  /** Between parts that do not hang together. */
  readonly component: number;
}

/** All coordinates count from the upper left corner; lists are in the order of the graph's. */
export interface LayeredResult extends Size {
  readonly nodes: readonly Box[];
  /** A port without edges has no place. */
  readonly ports: readonly (PlacedPort | undefined)[];
  readonly edges: readonly LayeredRoute[];
  readonly frames: readonly Box[];
}

export interface PlacedPort extends Box {
  readonly side: Side;
}

export interface LayeredRoute {
  /** From border to border, or from plate to plate; horizontal and vertical in turn. */
  readonly points: readonly Point[];
  /** Upper left corner of the label. */
  readonly label?: Point;
}
