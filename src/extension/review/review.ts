import { l10n, commands, Uri, ViewColumn, window, workspace, type ExtensionContext } from 'vscode';
import { ProgressLocation, Range, type QuickPickItem, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { approveChange } from './approve.js';
import { askRevision } from './ask-revision.js';
import { registerFormerFiles } from './former-files.js';
import {
  reviewedChanges,
  runReview,
  type ChangedPlace,
  type ReviewedChanges,
} from './run-review.js';
import { textOfError } from '../notification-text.js';

interface LastReview {
  readonly folder: Uri;
  readonly revision: string;
  readonly reviewed: ReviewedChanges;
}

interface ChangeItem extends QuickPickItem {
  readonly root: string;
  readonly place?: ChangedPlace;
}

interface ApprovalItem extends QuickPickItem {
  readonly root: string;
  readonly fingerprint: string;
  readonly title: string;
}

/** "Review Changes Against…" and the list of what changed, which leads to the text. */
export function registerReview(context: ExtensionContext, client: BaseLanguageClient): void {
  let panel: WebviewPanel | undefined;
  let last: LastReview | undefined;
  const show = (title: string, html: string) => {
    if (!panel) {
      // Without scripts, and with the page's own policy: what a model says cannot act.
      panel = window.createWebviewPanel('archivolt.review', title, ViewColumn.Active, {
        enableScripts: false,
        enableCommandUris: false,
        enableForms: false,
        localResourceRoots: [],
        enableFindWidget: true,
      });
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.title = title;
    panel.webview.html = html;
    panel.reveal();
  };
  context.subscriptions.push(
    registerFormerFiles(client),
    commands.registerCommand('archivolt.reviewChanges', async (given?: unknown) => {
      const folder = await modelFolder();
      const revision =
        typeof given === 'string'
          ? given
          : folder && (await askRevision(client, `${folder.toString()}/`));
      if (!folder || revision === undefined) return undefined;
      const result = await reviewedWithProgress(context, folder, revision);
      if (!result) return undefined;
      last = { folder, revision, reviewed: result.reviewed };
      show(l10n.t('Review against {0}', revision), result.html);
      return result.html;
    }),
    commands.registerCommand('archivolt.goToChange', async () => {
      if (!last) await commands.executeCommand('archivolt.reviewChanges');
      if (last) await goToChange(last);
    }),
    commands.registerCommand('archivolt.approveChange', async () => {
      if (!last) await commands.executeCommand('archivolt.reviewChanges');
      if (!last) return;
      const { folder, revision, reviewed } = last;
      const chosen = await askChange(reviewed);
      if (!chosen) return;
      const root = Uri.joinPath(folder, chosen.root).toString().replace(/\/*$/, '/');
      if (!(await approveChange(client, root, chosen))) return;
      // The page shows who agreed to what.
      await commands.executeCommand('archivolt.reviewChanges', revision);
    }),
    {
      dispose: () => {
        panel?.dispose();
      },
    },
  );
}

/** The folder around the open model with `archivolt.json`, else its workspace folder. */
async function modelFolder(): Promise<Uri | undefined> {
  const document = window.activeTextEditor?.document.uri;
  const around = document && workspace.getWorkspaceFolder(document);
  const folder = around ?? workspace.workspaceFolders?.[0];
  if (!folder) {
    void window.showErrorMessage(l10n.t('Open a folder with a model first.'));
    return undefined;
  }
  if (!document || !around) return folder.uri;
  let at = Uri.joinPath(document, '..');
  while (at.path.length > folder.uri.path.length && !(await isModelRoot(at))) {
    at = Uri.joinPath(at, '..');
  }
  return at;
}

async function isModelRoot(folder: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(Uri.joinPath(folder, 'archivolt.json'));
    return true;
  } catch {
    return false;
  }
}

interface ReviewResult {
  readonly html: string;
  readonly reviewed: ReviewedChanges;
}

async function reviewedWithProgress(
  context: ExtensionContext,
  folder: Uri,
  revision: string,
): Promise<ReviewResult | undefined> {
  try {
    return await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t('Reviewing changes'),
        cancellable: true,
      },
      async (_, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => {
          abort.abort();
        });
        const run = (format: 'html' | 'json') =>
          runReview(context, folder.fsPath, revision, format, abort.signal);
        const [html, json] = await Promise.all([run('html'), run('json')]);
        return { html, reviewed: reviewedChanges(json) };
      },
    );
  } catch (error) {
    const isCancelled = error instanceof Error && error.name === 'AbortError';
    if (!isCancelled) {
      void window.showErrorMessage(textOfError(error));
    }
    return undefined;
  }
}

/** Asks which of the changes that wait for it is to be approved. */
async function askChange({ contracts }: ReviewedChanges): Promise<ApprovalItem | undefined> {
  const waiting = contracts.filter(({ severity, approval }) => severity !== 'info' && !approval);
  if (waiting.length === 0) {
    void window.showInformationMessage(l10n.t('No change waits for an approval.'));
    return undefined;
  }
  const items = waiting.map(
    ({ severity, contract, place, what, fingerprint, root }): ApprovalItem => {
      const title = `${contract.slice(contract.indexOf(':') + 1)}${place === '' ? '' : `: ${place}`} ${what}`;
      return { label: title, description: severity, fingerprint, title, root };
    },
  );
  return window.showQuickPick(items, { title: l10n.t('Approve this change') });
}

async function goToChange({ folder, reviewed }: LastReview): Promise<void> {
  const items: ChangeItem[] = [
    ...reviewed.contracts.map(({ severity, contract, place, what, after, root }) => ({
      root,
      label: `${contract.slice(contract.indexOf(':') + 1)}${place === '' ? '' : `: ${place}`}`,
      description: severity,
      detail: what,
      ...(after ? { place: after.span } : {}),
    })),
    ...reviewed.changes.map(({ change, kind, id, after, root }) => ({
      root,
      label: id.slice(id.indexOf(':') + 1),
      description: `${change} ${kind}`,
      ...(after ? { place: after } : {}),
    })),
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('What changed'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen?.place) return;
  const { file, start } = chosen.place;
  const document = await workspace.openTextDocument(Uri.joinPath(folder, chosen.root, file));
  const [line, column] = [start.line - 1, start.column - 1];
  await window.showTextDocument(document, { selection: new Range(line, column, line, column) });
}
