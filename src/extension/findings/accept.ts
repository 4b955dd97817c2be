import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { acceptFindingRequest, type AcceptFindingParams } from '../../protocol/findings.js';

export interface FindingToAccept {
  readonly uri: string;
  readonly fingerprint: string;
  readonly rule: string;
}

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Asks for a reason and a date, and writes the `@accept` where the finding stands. */
export async function acceptFinding(
  client: BaseLanguageClient,
  { uri, fingerprint, rule }: FindingToAccept,
): Promise<void> {
  const title = l10n.t('Accept {0}', rule);
  const because = await window.showInputBox({
    title,
    prompt: l10n.t('Why is it acceptable? Reviewers will read this.'),
    placeHolder: 'split planned for Q2',
    validateInput: (text) =>
      text.trim() === '' ? l10n.t('An exception needs a reason.') : undefined,
  });
  if (because === undefined) return;
  const until = await window.showInputBox({
    title,
    prompt: l10n.t('Until when? Leave it empty for an exception without an end.'),
    placeHolder: '2027-03-31',
    validateInput: (text) =>
      text === '' || isoDate.test(text)
        ? undefined
        : l10n.t('Write a date as 2027-03-31, or nothing.'),
  });
  if (until === undefined) return;
  const params: AcceptFindingParams = {
    uri,
    fingerprint,
    because: because.trim(),
    ...(until === '' ? {} : { until }),
  };
  const edit = await client.sendRequest<WorkspaceEdit | null>(acceptFindingRequest, params);
  if (!edit) {
    void window.showInformationMessage(l10n.t('This {0} finding is gone already.', rule));
    return;
  }
  await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}
