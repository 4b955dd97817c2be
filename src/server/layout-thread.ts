import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartLayoutThread } from './layout-engine.js';

/** Layout in a thread of Node, which keeps no process alive. */
export function layoutThread(script = join(__dirname, 'layout-worker.cjs')): StartLayoutThread {
  return (answered, ended) => {
    const worker = new Worker(script);
    worker.on('message', answered);
    worker.on('error', ended);
    worker.on('exit', () => {
      ended(new Error('The layout thread ended.'));
    });
    worker.unref();
    return {
      post: (request) => {
        worker.postMessage(request);
      },
      terminate: () => void worker.terminate(),
    };
  };
}
