import { l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { approveChangeRequest, type ApproveChangeParams } from '../../protocol/map-review.js';
import { plainText, textOfError } from '../notification-text.js';

/**
 * Asks why a change of a contract is agreed to, and records it in `.archivolt/approvals.json` in the
 * name of git's user. Answers whether it was.
 *
 * @param uri of the model's folder or of any document of it
 */
export async function approveChange(
  client: BaseLanguageClient,
  uri: string,
  { fingerprint, title }: { readonly fingerprint: string; readonly title: string },
): Promise<boolean> {
  const because = await window.showInputBox({
    title: l10n.t('Approve this change'),
    prompt: plainText(title),
    placeHolder: l10n.t('Why is it agreed to?'),
    validateInput: (text) => (text.trim() === '' ? l10n.t('Say why.') : undefined),
  });
  if (because === undefined) return false;
  const params: ApproveChangeParams = { uri, fingerprint, because: because.trim() };
  try {
    await client.sendRequest(approveChangeRequest, params);
    return true;
  } catch (error) {
    void window.showErrorMessage(textOfError(error));
    return false;
  }
}
