import {
  CodeActionKind,
  Emitter,
  ResourceOperationKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { contractCommands } from '../protocol/contracts.js';
import type { ServerAbilities } from '../protocol/abilities.js';
import type { ClientOptions } from '../protocol/findings.js';
import { Checker } from './checker.js';
import { followBaselines } from './baseline.js';
import { fixAllKind, registerCodeActions } from './code-actions.js';
import { registerCallHierarchy } from './call-hierarchy.js';
import { registerCodeLens } from './code-lens.js';
import { registerCompletion } from './completion/register.js';
import { registerContracts } from './contracts.js';
import { isContractFile } from './contracts/selector.js';
import { registerDocumentLinks } from './document-links.js';
import { registerFindingsList } from './findings-list.js';
import { registerFolding } from './folding.js';
import { registerFormatting } from './formatting.js';
import { registerHover } from './hover.js';
import { registerInlayHints } from './inlay-hints.js';
import { inTurns, withProgress } from './loading.js';
import { registerNavigation } from './navigation.js';
import { registerRefactoring } from './refactoring.js';
import { registerRename } from './rename.js';
import type { Files } from './files.js';
import { Roots } from './roots.js';
import { registerRulePages } from './rule-pages.js';
import { registerSelectionRanges } from './selection-ranges.js';
import { registerSemanticTokens, semanticTokensLegend } from './semantic-tokens.js';
import type { Session } from './session.js';
import { registerSignatureHelp } from './signature-help.js';
import { registerSummary } from './summary.js';
import { registerSymbols } from './symbols.js';
import { registerTypeDefinition } from './type-definition.js';
import { watchFiles } from './watching.js';

const features = [
  registerNavigation,
  registerRename,
  registerHover,
  registerCompletion,
  registerSymbols,
  registerFolding,
  registerFormatting,
  registerCodeActions,
  registerRefactoring,
  registerContracts,
  registerRulePages,
  registerFindingsList,
  registerTypeDefinition,
  registerSelectionRanges,
  registerCallHierarchy,
  registerInlayHints,
  registerCodeLens,
  registerDocumentLinks,
  registerSignatureHelp,
  registerSemanticTokens,
  registerSummary,
];

/** Further features that a host brings along. */
export type Feature = (session: Session) => void;

/**
 * Wires the language server to a connection. What it knows of files comes through `files`.
 *
 * @param abilities what not every host of ours has, told to the client
 */
export function startServer(
  connection: Connection,
  files: Files,
  further: readonly Feature[] = [],
  abilities: ServerAbilities = {},
): Session {
  const documents = new TextDocuments(TextDocument);
  const roots = new Roots(files);
  let client: ClientOptions = {};
  let resolvesActions = false;
  let renamesFiles = false;
  const checked = new Emitter<void>();
  const otherFiles = new Emitter<readonly string[]>();
  const session: Session = {
    connection,
    documents,
    roots,
    files,
    onChecked: checked.event,
    onOtherFiles: otherFiles.event,
    renamed: new Map(),
    get client() {
      return client;
    },
    get resolvesActions() {
      return resolvesActions;
    },
    get renamesFiles() {
      return renamesFiles;
    },
  };
  const checker = new Checker(session, () => {
    checked.fire();
  });
  const changed = () => {
    checker.changed();
  };
  let folders: readonly string[] = [];
  let showsProgress = false;
  let registersLater = false;
  /** Asks the client for what it is to tell of the models that are there now. */
  const follow: (() => void)[] = [];
  const followModels = () => {
    for (const ask of follow) ask();
  };
  const load = (uris: readonly string[]) =>
    checker.hold(() =>
      withProgress(connection, showsProgress, async (report) => {
        for (const uri of uris) await roots.addFolder(uri, inTurns(report));
        followModels();
      }),
    );
  checked.event(followModels);

  connection.onInitialize((params): InitializeResult => {
    folders = foldersOf(params);
    // Documents may be opened before the folders are read, and belong to them all the same.
    for (const uri of folders) roots.declareFolder(uri);
    resolvesActions =
      params.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ??
      false;
    const edits = params.capabilities.workspace?.workspaceEdit;
    renamesFiles =
      edits?.documentChanges === true &&
      edits.resourceOperations?.includes(ResourceOperationKind.Rename) === true;
    showsProgress = params.capabilities.window?.workDoneProgress ?? false;
    client = (params.initializationOptions as ClientOptions | undefined) ?? {};
    registersLater =
      params.capabilities.textDocument?.synchronization?.dynamicRegistration ?? false;
    const watching = params.capabilities.workspace?.didChangeWatchedFiles;
    if (watching?.dynamicRegistration === true) {
      const relative = watching.relativePatternSupport ?? false;
      const contracts = session.contractDesk !== undefined;
      follow.push(watchFiles(connection, roots, { relative, contracts }));
    }
    return {
      serverInfo: { name: 'archivolt' },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: true,
        },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['.', '@', '[', ':', ' '] },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: {
          firstTriggerCharacter: '}',
          moreTriggerCharacter: ['\n'],
        },
        typeDefinitionProvider: true,
        selectionRangeProvider: true,
        callHierarchyProvider: true,
        inlayHintProvider: true,
        codeLensProvider: { resolveProvider: true },
        documentLinkProvider: {},
        signatureHelpProvider: { triggerCharacters: ['(', ','] },
        semanticTokensProvider: { legend: semanticTokensLegend, full: true },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
          resolveProvider: true,
        },
        ...(session.contractDesk
          ? { executeCommandProvider: { commands: [...contractCommands] } }
          : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        experimental: abilities,
      },
    };
  });
  connection.onInitialized(async () => {
    if (registersLater) {
      // A client that refuses goes on without.
      session.contractDesk?.follow().catch(() => undefined);
      follow.push(followBaselines(connection, roots));
    }
    followModels();
    await load(folders);
    await connection.workspace
      .getWorkspaceFolders()
      .then(() => {
        connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
          for (const { uri } of removed) roots.removeFolder(uri);
          for (const { uri } of added) roots.declareFolder(uri);
          await load(added.map(({ uri }) => uri));
        });
      })
      // A client without workspace folders has nothing to tell us later.
      .catch(() => undefined);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    const others = uris.filter(isContractFile);
    const models = uris.filter((uri) => !isContractFile(uri));
    for (const uri of models) await roots.changedOnDisk(uri);
    if (models.length > 0) changed();
    if (others.length > 0) otherFiles.fire(others);
  });
  documents.onDidOpen(async ({ document: { uri } }) => {
    if (!uri.endsWith('.arch')) return;
    const root = await roots.unreadRoot(uri);
    if (root !== undefined) await load([root]);
  });
  documents.onDidChangeContent(({ document }) => {
    if (isContractFile(document.uri)) return;
    roots.setOpen(document.uri, document.getText());
    if (document.uri.endsWith('.arch')) checker.edited(document.uri);
    else changed();
  });
  documents.onDidClose(({ document }) => {
    if (isContractFile(document.uri)) return;
    roots.setOpen(document.uri, undefined);
    // What is on disk counts again.
    void roots.readAgain(document.uri).then(changed);
  });
  for (const register of [...features, ...further]) register(session);
  documents.listen(connection);
  connection.listen();
  return session;
}

/** Folders of the workspace, also as clients say it that know of one only. */
function foldersOf({ workspaceFolders, rootUri }: LegacyInitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

interface LegacyInitializeParams {
  readonly workspaceFolders?: readonly { readonly uri: string }[] | null;
  readonly rootUri?: string | null;
}
