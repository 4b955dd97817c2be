/** The thread that lays out: one request, one answer, in turn. It stays warm between them. */
import { parentPort } from 'node:worker_threads';
import { elkEngine } from './elk.js';
import type { LayoutAnswer, LayoutRequest } from './messages.js';

parentPort?.on('message', (request: LayoutRequest) => {
  const { id } = request;
  const answer = (message: LayoutAnswer) => {
    parentPort?.postMessage(message);
  };
  const result =
    'graph' in request ? elkEngine.place(request.graph) : elkEngine.route(request.problem);
  result.then(
    (value) => {
      answer({ id, result: value });
    },
    (error: unknown) => {
      answer({ id, error: String(error) });
    },
  );
});
