import {
  EventEmitter,
  lm,
  McpStdioServerDefinition,
  RelativePattern,
  workspace,
  type ExtensionContext,
  type WorkspaceFolder,
} from 'vscode';

/** As the manifest calls it. */
const provider = 'archivolt.models';
/** A branch that is checked out creates many files at once. */
const patience = 500;

/**
 * Offers `archivolt mcp` to the agents of VS Code, one server for each folder of the workspace that
 * holds a model, and only where the workspace is trusted. Editors that know no agents go without.
 */
export function registerMcpServers(context: ExtensionContext): void {
  if (!canServe()) return;
  const changed = new EventEmitter<void>();
  let waiting: NodeJS.Timeout | undefined;
  const lookAgain = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      changed.fire();
    }, patience);
  };
  const models = workspace.createFileSystemWatcher('**/*.arch', false, true, false);
  context.subscriptions.push(
    changed,
    models,
    models.onDidCreate(lookAgain),
    models.onDidDelete(lookAgain),
    workspace.onDidChangeWorkspaceFolders(lookAgain),
    workspace.onDidGrantWorkspaceTrust(lookAgain),
    { dispose: () => clearTimeout(waiting) },
    lm.registerMcpServerDefinitionProvider(provider, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => servers(context),
    }),
  );
}

/** Whether this editor knows servers for agents; some that VS Code’s extensions run in do not. */
function canServe(): boolean {
  return 'registerMcpServerDefinitionProvider' in lm;
}

async function servers(context: ExtensionContext): Promise<McpStdioServerDefinition[]> {
  if (!workspace.isTrusted) return [];
  const { workspaceFolders = [] } = workspace;
  const all = await Promise.all(
    workspaceFolders.map(async (folder) => {
      const isModel = folder.uri.scheme === 'file' && (await holdsModel(folder));
      return isModel ? [serverOf(context, folder, workspaceFolders.length > 1)] : [];
    }),
  );
  return all.flat();
}

async function holdsModel(folder: WorkspaceFolder): Promise<boolean> {
  const [first] = await workspace.findFiles(
    new RelativePattern(folder, '**/*.arch'),
    '**/{node_modules,dist,out,.*}/**',
    1,
  );
  return first !== undefined;
}

function serverOf(
  context: ExtensionContext,
  { name, uri }: WorkspaceFolder,
  isOneOfSeveral: boolean,
): McpStdioServerDefinition {
  const { version } = context.extension.packageJSON as { readonly version: string };
  const server = new McpStdioServerDefinition(
    isOneOfSeveral ? `Archivolt: ${name}` : 'Archivolt',
    // VS Code's own Node, which is an Electron on a desktop.
    process.execPath,
    [context.asAbsolutePath('dist/cli.cjs'), 'mcp', uri.fsPath],
    { ELECTRON_RUN_AS_NODE: '1' },
    version,
  );
  server.cwd = uri;
  return server;
}
