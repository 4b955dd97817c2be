import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { registerContextMap } from './context-map.js';
import { registerContractFiles } from './contracts/register.js';
import { registerModelTree } from './model-tree.js';
import { nodeFiles } from './files-node.js';
import { workerLayoutEngine } from './layout-engine.js';
import { startServer } from './start.js';

const engine = workerLayoutEngine();
const connection = createConnection(ProposedFeatures.all);
connection.onShutdown(() => {
  engine.dispose();
});
startServer(connection, nodeFiles, [
  (session) => {
    registerContextMap(session, engine);
    registerModelTree(session);
  },
  registerContractFiles,
]);
