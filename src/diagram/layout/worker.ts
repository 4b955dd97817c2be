/** The thread that lays out: one request, one answer, in turn. It stays warm between them. */
import { parentPort } from 'node:worker_threads';
import { elkLayout } from './elk.js';
import type { LayoutAnswer, LayoutRequest } from './messages.js';

parentPort?.on('message', ({ id, graph }: LayoutRequest) => {
  elkLayout(graph).then(
    (result) => parentPort?.postMessage({ id, result } satisfies LayoutAnswer),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: String(error) } satisfies LayoutAnswer),
  );
});
