import type { LayoutAnswer } from '../../diagram/layout/messages.js';
import type { WorkerStart } from '../../protocol/files.js';
import type { StartLayoutThread } from '../layout-engine.js';

/** Layout in a worker of a browser. */
export function layoutThread(base: string): StartLayoutThread {
  return (answered, ended) => {
    // A worker must come from where its page does; ours may lie elsewhere, and are imported.
    const script = `importScripts(${JSON.stringify(`${base}browser-worker.js`)});`;
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      answered(data);
    };
    worker.onerror = ({ message }) => {
      ended(new Error(message));
    };
    const start: WorkerStart = { base, entry: 'browser-layout.cjs' };
    worker.postMessage(start);
    return {
      post: (request) => {
        worker.postMessage(request);
      },
      terminate: () => {
        worker.terminate();
        // A worker that is terminated says nothing.
        ended(new Error('The layout thread ended.'));
      },
    };
  };
}
