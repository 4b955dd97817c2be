import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './files-node.js';
import { startServer } from './start.js';

startServer(createConnection(ProposedFeatures.all), nodeFiles);
