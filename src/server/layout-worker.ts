/** The thread that lays out: one request, one answer, in turn. It stays warm between them. */
import { parentPort } from 'node:worker_threads';
import type { LayoutRequest } from '../diagram/layout/messages.js';
import { yieldToOthers } from './background.js';
import { answered } from './layout-answers.js';

yieldToOthers();

parentPort?.on('message', (request: LayoutRequest) => {
  void answered(request).then((answer) => parentPort?.postMessage(answer));
});
