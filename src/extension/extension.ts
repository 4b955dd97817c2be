import type { ExtensionContext } from 'vscode';
import { registerMcpServers } from './ai/mcp-servers.js';
import { startClient } from './client.js';
import { registerContextMap } from './context-map/context-map.js';
import { registerContracts } from './contracts/contracts.js';
import { registerFindings } from './findings/findings.js';
import { registerImport } from './import/import.js';
import { modelChanges } from './model-changes.js';
import { registerModelTree } from './model-tree/model-tree.js';
import { registerPasteJson } from './paste-json.js';
import { registerSampleModel } from './start/sample-model.js';
import { registerStatus } from './start/status.js';
import { registerShowPlaces } from './show-places.js';
import { registerReview } from './review/review.js';

/** Starts the language server and registers commands and panels. */
export async function activate(context: ExtensionContext): Promise<void> {
  registerMcpServers(context);
  const client = startClient(context);
  const onModelChanged = modelChanges(context, client);
  registerContextMap(context, client, onModelChanged);
  registerModelTree(context, client, onModelChanged);
  registerContracts(context, client, onModelChanged);
  registerFindings(context, client, onModelChanged);
  context.subscriptions.push(registerShowPlaces(client), registerPasteJson(client));
  registerReview(context, client);
  registerStatus(context, client, onModelChanged);
  context.subscriptions.push(registerSampleModel(client), ...registerImport(client));
  await client.start();
}

/** The client is disposed with its context. */
export function deactivate(): void {
  return;
}
