import {
  Uri,
  commands,
  l10n,
  window,
  workspace,
  type Event,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isMapState, type MapState } from '../../protocol/map-webview.js';
import { showInMapCommand } from '../../protocol/editor.js';
import { elementAtCursor, pathOf } from './element-place.js';
import { isExportFormat } from './export.js';
import { ContextMapPanel, viewType } from './panel.js';

/** The live map: its command, its panel, and its restoration after a reload. */
export function registerContextMap(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onModelChanged: Event<void>,
): void {
  let panel: ContextMapPanel | undefined;
  const adopt = (webview: WebviewPanel, state: MapState): ContextMapPanel => {
    const adopted = new ContextMapPanel(webview, context.extensionUri, client, state);
    panel = adopted;
    webview.onDidDispose(() => {
      if (panel === adopted) panel = undefined;
    });
    return adopted;
  };
  const open = (uri: string) =>
    adopt(ContextMapPanel.create(context.extensionUri), { uri, query: { open: [] } });

  const heads = workspace.createFileSystemWatcher('**/.git/logs/HEAD');
  const pins = workspace.createFileSystemWatcher('**/.archivolt/layout/*.json');
  context.subscriptions.push(
    commands.registerCommand('archivolt.openContextMap', async () => {
      if (panel) {
        // Without a model in front it stays with the one that it shows.
        panel.reveal(activeModel()?.toString());
        return;
      }
      const uri = await modelUri();
      if (uri) open(uri.toString());
      else sayThatNothingIsThere();
    }),
    commands.registerCommand(showInMapCommand, async (uri?: unknown, id?: unknown) => {
      const place =
        typeof uri === 'string' && typeof id === 'string'
          ? { uri, ids: await pathOf(client, uri, id) }
          : await elementAtCursor(client);
      if (!place) return;
      const shown = panel ?? open(place.uri);
      await shown.locate(place.uri, place.ids);
    }),
    commands.registerCommand('archivolt.showChangesOnMap', async (against?: unknown) => {
      const uri = panel ? undefined : await modelUri();
      if (uri) open(uri.toString());
      panel?.showChanges(typeof against === 'string' ? against : undefined);
    }),
    // With a format and a file for key bindings and other extensions, else it asks for both.
    commands.registerCommand(
      'archivolt.exportContextMap',
      async (format?: unknown, target?: unknown) => {
        const uri = panel ? undefined : await modelUri();
        const shown = panel ?? (uri && open(uri.toString()));
        if (!shown) sayThatNothingIsThere();
        else if (isExportFormat(format) && target instanceof Uri)
          await shown.exportTo(format, target);
        else await shown.export();
      },
    ),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (webview, state: unknown) => {
        if (isMapState(state)) adopt(webview, state);
        else webview.dispose();
        return Promise.resolve();
      },
    }),
    onModelChanged(() => panel?.refresh()),
    // A commit or another branch: what changed since is something else.
    heads,
    heads.onDidChange(() => panel?.refreshChanges()),
    heads.onDidCreate(() => panel?.refreshChanges()),
    // Others put boxes elsewhere, or a file of pins was mended.
    pins,
    pins.onDidChange(() => panel?.refresh()),
    pins.onDidCreate(() => panel?.refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      if (kind !== undefined && textEditor.document.languageId === 'archivolt') {
        void panel?.follow(textEditor);
      }
    }),
  );
}

function sayThatNothingIsThere(): void {
  void window.showInformationMessage(
    l10n.t('There is no .arch file in this workspace yet. Create one, then open the context map.'),
  );
}

/** The document in front, if it is one of a model. */
function activeModel(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  return active?.languageId === 'archivolt' ? active.uri : undefined;
}

/** A document of the model that a new map is about: the one in front, else any of the workspace. */
async function modelUri(): Promise<Uri | undefined> {
  const active = activeModel();
  if (active) return active;
  const [found] = await workspace.findFiles('**/*.arch', '**/node_modules/**', 1);
  return found;
}
