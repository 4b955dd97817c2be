import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  revisionsRequest,
  type RevisionItem,
  type Revisions,
  type RevisionsParams,
} from '../../protocol/map-review.js';
import { textOfError } from '../notification-text.js';

interface RevisionPick extends QuickPickItem {
  readonly revision: string;
}

/**
 * Asks for a revision: a branch, tag or recent commit of the list, or whatever is typed. Undefined
 * when nobody chooses.
 *
 * @param uri of the model's folder or of any document of it
 */
export async function askRevision(
  client: BaseLanguageClient,
  uri: string,
): Promise<string | undefined> {
  const params: RevisionsParams = { uri };
  let known: Revisions;
  try {
    known = await client.sendRequest<Revisions>(revisionsRequest, params);
  } catch (error) {
    void window.showErrorMessage(textOfError(error));
    return undefined;
  }
  const items = itemsOf(known);
  const pick = window.createQuickPick<RevisionPick>();
  pick.title = l10n.t('Review changes against…');
  pick.placeholder = l10n.t('A branch, tag or commit. The working tree is compared with it.');
  pick.matchOnDescription = true;
  pick.items = items;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const isListed = items.some(({ revision }) => revision === typed);
    pick.items =
      typed === '' || isListed
        ? items
        : [...items, { label: typed, revision: typed, alwaysShow: true }];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.revision);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsOf({ usual, revisions }: Revisions): RevisionPick[] {
  const left = usual.endsWith('...')
    ? l10n.t('where this work left {0}', usual.slice(0, -3))
    : l10n.t('the last commit');
  const kinds = [
    ['branch', l10n.t('Branches')],
    ['tag', l10n.t('Tags')],
    ['commit', l10n.t('Recent commits')],
  ] as const;
  return [
    { label: usual, description: left, revision: usual },
    ...kinds.flatMap(([kind, title]) => {
      const own = revisions.filter((revision) => revision.kind === kind);
      if (own.length === 0) return [];
      const separator: RevisionPick = {
        ...{ label: title, kind: QuickPickItemKind.Separator, revision: '' },
      };
      return [separator, ...own.map(itemOf)];
    }),
  ];
}

function itemOf({ name, date, subject }: RevisionItem): RevisionPick {
  return { label: name, description: `${date}  ${subject}`, revision: name };
}
