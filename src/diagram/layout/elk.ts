import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';

let engine: Promise<ELK> | undefined;

/**
 * Lays a graph out with the Eclipse Layout Kernel. The engine is loaded on first use: it is larger
 * than everything else together. It runs in this thread; the server gives it a thread of its own.
 */
export async function elkLayout(graph: ElkNode): Promise<ElkNode> {
  engine ??= import('elkjs/lib/elk.bundled.js').then((module) => {
    const exported = module.default as unknown as { default?: new () => ELK } & (new () => ELK);
    return new (exported.default ?? exported)();
  });
  return (await engine).layout(graph);
}
