import { isMainThread, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from './client-files.js';
import { registerContextMap } from './context-map.js';
import { registerContractFiles } from './contracts/register.js';
import { registerModelTree } from './model-tree.js';
import { isImportJob, runImportThread } from './import/import-thread.js';
import { registerImport } from './import/register.js';
import { nodeFiles } from './files-node.js';
import { ownFonts } from './fonts.js';
import { workerLayoutEngine } from './layout-engine.js';
import { layoutThread } from './layout-thread.js';
import { MapChanges } from './review/map-changes.js';
import { reviewThread } from './review/review-engine.js';
import { runReviewThread } from './review/review-thread.js';
import type { Session } from './session.js';
import { startServer } from './start.js';

// Reviews and imports need most of what the server is made of: its own bundle is their thread too.
if (!isMainThread && workerData === reviewThread) runReviewThread();
else if (!isMainThread && isImportJob(workerData)) void runImportThread(workerData);
else serve();

function serve(): void {
  const engine = workerLayoutEngine(layoutThread());
  const connection = createConnection(ProposedFeatures.all);
  const registerMap = (session: Session) => {
    const changes = new MapChanges(session);
    registerContextMap(session, engine, { changes, fonts: ownFonts });
    registerModelTree(session);
    connection.onShutdown(() => {
      engine.dispose();
      changes.dispose();
    });
  };
  const features = [registerMap, registerContractFiles, registerImport];
  startServer(connection, nodeFiles(clientFiles(connection)), features, { pdf: true });
}
