import { l10n, commands, ThemeIcon, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  contractChangesRequest,
  writeContractsRequest,
  type ContractChange,
  type ContractChanges,
  type ContractChangesParams,
  type WriteContractsParams,
  type WrittenContracts,
} from '../../protocol/contracts.js';
import { DiffsInTurn, nameOf, showChanges, type GeneratedTexts } from './generated.js';
import { plainText, textOfError } from '../notification-text.js';

interface ChangeItem extends QuickPickItem {
  readonly change: ContractChange;
}

const showOne = { iconPath: new ThemeIcon('diff'), tooltip: l10n.t('Show what would change') };
const showAll = { iconPath: new ThemeIcon('diff-multiple'), tooltip: l10n.t('Show all changes') };
const writeAll = { iconPath: new ThemeIcon('save-all'), tooltip: l10n.t('Write all') };

/**
 * Shows what generating would change, contract by contract with its diff, and writes what is
 * chosen. Open editors get the change as an edit; those with unsaved changes stay unsaved.
 */
export async function generateContracts(
  client: BaseLanguageClient,
  texts: GeneratedTexts,
  asked: ContractChangesParams,
): Promise<void> {
  const { changes, problems } = await client.sendRequest<ContractChanges>(
    contractChangesRequest,
    asked,
  );
  for (const problem of problems)
    void window.showErrorMessage(l10n.t('No contracts: {0}', plainText(problem)));
  if (changes.length === 0) {
    if (problems.length === 0) {
      void window.showInformationMessage(
        l10n.t('Every contract follows the model: nothing to write.'),
      );
    }
    return;
  }
  texts.take(changes);
  const chosen = await choose(texts, changes);
  const unreadable = changes.filter(({ problem }) => problem !== undefined).length;
  if (!chosen || (chosen.length === 0 && unreadable === 0)) return;
  await write(client, chosen, unreadable);
}

/** Milliseconds in which VS Code builds a list. */
const building = 1000;

/** The changes to write; undefined where nothing is to be written. */
async function choose(
  texts: GeneratedTexts,
  changes: readonly ContractChange[],
): Promise<readonly ContractChange[] | undefined> {
  const writable = changes.filter(isWritable);
  const pick = window.createQuickPick<ChangeItem>();
  pick.title = l10n.t(
    'Generate contracts: {0} to write, nothing is written yet',
    String(writable.length),
  );
  pick.placeholder = l10n.t('OK writes what is ticked; Escape cancels');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDetail = true;
  pick.buttons = [showAll, writeAll];
  pick.items = changes.map(itemOf);
  pick.selectedItems = pick.items.filter(({ change }) => isWritable(change));
  const diffs = new DiffsInTurn(texts);
  const chosen = await new Promise<readonly ContractChange[] | undefined>((resolve) => {
    const finish = (picked?: readonly ContractChange[]) => {
      resolve(picked);
      pick.dispose();
    };
    // While the list is built, VS Code may tell of nothing ticked, later than it was told what is.
    // Nobody unticks that fast: then what was ticked at first holds.
    let untouched = true;
    const opened = Date.now();
    pick.onDidChangeSelection((ticked) => {
      untouched &&= ticked.length === 0 && Date.now() - opened < building;
    });
    pick.onDidAccept(() => {
      const ticked = untouched ? pick.items : pick.selectedItems;
      finish(ticked.map(({ change }) => change).filter(isWritable));
    });
    pick.onDidHide(() => {
      finish();
    });
    pick.onDidTriggerButton((button) => {
      if (button === writeAll) finish(writable);
      else void showChanges(texts, changes);
    });
    pick.onDidTriggerItemButton(({ item }) => {
      diffs.show(item.change);
    });
    pick.onDidChangeActive(([item]) => {
      if (item) diffs.show(item.change);
    });
    pick.show();
    // A list of which one may tick several stands on nothing at first.
    const [first] = changes;
    if (first) diffs.show(first);
  });
  await diffs.end();
  return chosen;
}

function isWritable({ action, problem }: ContractChange): boolean {
  return action !== 'keep' && problem === undefined;
}

function itemOf(change: ContractChange): ChangeItem {
  const { path, action, conflicts, movedFrom, problem } = change;
  const notes = [
    problem,
    movedFrom === undefined ? undefined : `moved from ${movedFrom}`,
    conflicts === 0
      ? undefined
      : `${count(conflicts, 'conflict')} to decide in the file, which keeps what it says`,
  ].filter((note) => note !== undefined);
  return {
    label: nameOf(change),
    description: action === 'keep' ? 'stays' : action,
    detail: [path, ...notes].join(' · '),
    buttons: [showOne],
    change,
  };
}

/** @param unreadable how many contracts stay as they are because of what stands in them */
async function write(
  client: BaseLanguageClient,
  chosen: readonly ContractChange[],
  unreadable: number,
): Promise<void> {
  const unsaved = new Set(
    workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  let written = 0;
  let left = 0;
  for (const root of new Set(chosen.map((change) => change.root))) {
    const paths = chosen.filter((change) => change.root === root).map(({ path }) => path);
    const params: WriteContractsParams = { root, paths };
    try {
      const result = await client.sendRequest<WrittenContracts>(writeContractsRequest, params);
      written += result.written.length + result.edited.length;
      left += await save(result.edited, unsaved);
    } catch (failure) {
      void window.showErrorMessage(textOfError(failure));
      return;
    }
  }
  const open = chosen.reduce((sum, { conflicts }) => sum + conflicts, 0);
  const notes = [
    `${count(written, 'contract')} written`,
    ...(left > 0 ? [`${String(left)} of them not saved yet`] : []),
    ...(open > 0 ? [`${count(open, 'conflict')} to decide`] : []),
    ...(unreadable > 0
      ? [`${count(unreadable, 'contract')} left alone, as Problems says of the file`]
      : []),
  ];
  const show = open + unreadable > 0 ? window.showWarningMessage : window.showInformationMessage;
  void show(`${notes.join(', ')}.`, l10n.t('Show contracts')).then((button) => {
    if (button) void commands.executeCommand('archivolt.contracts.focus');
  });
}

/** Saves editors that were saved before, and counts the others. */
async function save(edited: readonly string[], unsaved: ReadonlySet<string>): Promise<number> {
  let left = 0;
  for (const text of edited) {
    const uri = Uri.parse(text).toString();
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (unsaved.has(uri) || !(await document?.save())) left++;
  }
  return left;
}

function count(n: number, noun: string): string {
  return `${String(n)} ${noun}${n === 1 ? '' : 's'}`;
}
