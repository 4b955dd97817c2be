import { l10n, commands, Uri, window, type TextDocumentContentProvider } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { rulePageRequest, type RulePageParams } from '../../protocol/findings.js';

export const rulePageScheme = 'archivolt-rule';

/** Pages of rules as read-only documents. */
export class RulePages implements TextDocumentContentProvider {
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const rule = uri.path.replace(/^\//, '').replace(/\.md$/, '');
    const params: RulePageParams = { rule };
    const page = await this.#client.sendRequest<string | null>(rulePageRequest, params);
    return page ?? `There is no rule \`${rule}\`.\n`;
  }
}

/** Shows the page of a rule as rendered Markdown: of the one given, else of the one at the cursor. */
export async function explainRule(rule: unknown): Promise<void> {
  const id = typeof rule === 'string' ? rule : await askForRule();
  if (id === undefined) return;
  const uri = Uri.from({ scheme: rulePageScheme, path: `/${id}.md` });
  await commands.executeCommand('markdown.showPreviewToSide', uri);
}

async function askForRule(): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Explain a rule'),
    placeHolder: 'sync-cycle',
    validateInput: (text) =>
      /^[a-z-]+$/.test(text) ? undefined : l10n.t('Write the id of a rule.'),
  });
}
