/** The thread that lays out: one request, one answer, in turn. It stays warm between them. */
import { parentPort } from 'node:worker_threads';
import { localEngine } from '../diagram/layout/local-engine.js';
import type { LayoutAnswer, LayoutRequest } from '../diagram/layout/messages.js';
import { yieldToOthers } from './background.js';

yieldToOthers();

parentPort?.on('message', (request: LayoutRequest) => {
  const { id } = request;
  const answer = (message: LayoutAnswer) => {
    parentPort?.postMessage(message);
  };
  const result = resultOf(request);
  result.then(
    (value) => {
      answer({ id, result: value });
    },
    (error: unknown) => {
      answer({ id, error: String(error) });
    },
  );
});

function resultOf(request: LayoutRequest) {
  if ('shape' in request) return localEngine.shape(request.shape);
  return 'layers' in request
    ? localEngine.layers(request.layers)
    : localEngine.route(request.problem);
}
