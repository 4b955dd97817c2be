import { isMainThread, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { registerContextMap } from './context-map.js';
import { registerContractFiles } from './contracts/register.js';
import { registerModelTree } from './model-tree.js';
import { isImportJob, runImportThread } from './import/import-thread.js';
import { registerImport } from './import/register.js';
import { nodeFiles } from './files-node.js';
import { workerLayoutEngine } from './layout-engine.js';
import { reviewThread } from './review/review-engine.js';
import { runReviewThread } from './review/review-thread.js';
import { startServer } from './start.js';

// Reviews and imports need most of what the server is made of: its own bundle is their thread too.
if (!isMainThread && workerData === reviewThread) runReviewThread();
else if (!isMainThread && isImportJob(workerData)) void runImportThread(workerData);
else serve();

function serve(): void {
  const engine = workerLayoutEngine();
  const connection = createConnection(ProposedFeatures.all);
  startServer(connection, nodeFiles, [
    (session) => {
      const changes = registerContextMap(session, engine);
      registerModelTree(session);
      connection.onShutdown(() => {
        engine.dispose();
        changes.dispose();
      });
    },
    registerContractFiles,
    registerImport,
  ]);
}
