/** The language server in a browser. It asks its client for files, and has no git and no disk. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { registerContextMap } from '../context-map.js';
import { workerLayoutEngine } from '../layout-engine.js';
import { clientFiles } from '../client-files.js';
import { registerModelTree } from '../model-tree.js';
import { startServer } from '../start.js';
import { layoutThread } from './layout-thread.js';

// Set by the worker that runs us (browser/worker.ts).
declare const archivoltBase: string;

const engine = workerLayoutEngine(layoutThread(archivoltBase));
// A worker's own scope; its type is one of browsers, which this project does not compile against.
const port = self as never;
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
startServer(connection, clientFiles(connection), [
  (session) => {
    registerContextMap(session, engine, {});
    registerModelTree(session);
    connection.onShutdown(() => {
      engine.dispose();
    });
  },
]);
