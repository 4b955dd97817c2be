import type { ElkNode } from 'elkjs/lib/elk-api.js';

/** Runs the Eclipse Layout Kernel on a graph: in this thread, in a worker, or from a cache. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;
