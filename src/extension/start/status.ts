import {
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  type Disposable,
  type Event,
  type ExtensionContext,
} from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { summaryRequest, type Summary, type SummaryParams } from '../../protocol/editor.js';

/** What the model holds and how it fares, in the status of the editor's language. */
export function registerStatus(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onModelChanged: Event<void>,
): void {
  const item = languages.createLanguageStatusItem('archivolt.model', { language: 'archivolt' });
  item.name = 'Archivolt';
  item.text = 'Archivolt';
  item.busy = true;
  item.command = { title: l10n.t('Show findings'), command: 'archivolt.findings.focus' };
  const refresh = async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'archivolt' || client.state !== State.Running) return;
    const params: SummaryParams = { uri: document.uri.toString() };
    const summary = await client.sendRequest<Summary>(summaryRequest, params);
    item.busy = false;
    item.text = `${plural(summary.contexts, 'context')}, ${plural(summary.services, 'service')}`;
    item.detail = verdict(summary);
    item.severity =
      summary.errors > 0
        ? LanguageStatusSeverity.Error
        : summary.warnings > 0
          ? LanguageStatusSeverity.Warning
          : LanguageStatusSeverity.Information;
  };
  const refreshed = () => {
    // A server that is on its way down or up answers nothing; the next change asks again.
    refresh().catch(() => undefined);
  };
  const listeners: Disposable[] = [
    onModelChanged(refreshed),
    window.onDidChangeActiveTextEditor(refreshed),
    client.onDidChangeState(({ newState }) => {
      item.busy = newState === State.Starting;
      if (newState === State.Stopped) {
        item.text = l10n.t('Archivolt is not running');
        item.severity = LanguageStatusSeverity.Error;
      }
    }),
  ];
  context.subscriptions.push(item, ...listeners);
}

function verdict({ errors, warnings }: Summary): string {
  if (errors + warnings === 0) return 'no findings';
  return `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
