import { commands, Uri, window, type TextDocumentContentProvider } from 'vscode';
import type { ContractChange } from '../../protocol/contracts.js';

export const generatedScheme = 'archivolt-generated';

/** What generating would write, as read-only documents; they last as long as they are shown. */
export class GeneratedTexts implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  /** Tells the documents of one run from those of the next, which VS Code would not ask for. */
  #run = 0;

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Takes the texts of a run; those of the run before are forgotten. */
  take(changes: readonly ContractChange[]): void {
    this.#texts.clear();
    this.#run++;
    for (const change of changes) {
      this.#texts.set(this.after(change).toString(), change.after ?? '');
    }
  }

  /** What the file has: the file itself, or nothing. */
  before(change: ContractChange): Uri {
    const { before, movedFrom, root, uri } = change;
    if (before === undefined) return this.#uri(change, 'nothing');
    return Uri.parse(movedFrom === undefined ? uri : root + movedFrom);
  }

  after(change: ContractChange): Uri {
    return this.#uri(change, 'generated');
  }

  #uri({ root, path }: ContractChange, what: string): Uri {
    const query = `${what} ${String(this.#run)} ${root}`;
    return Uri.from({ scheme: generatedScheme, path: `/${path}`, query });
  }
}

/** Shows one change as a diff. */
export async function showChange(
  texts: GeneratedTexts,
  change: ContractChange,
  preserveFocus: boolean,
): Promise<void> {
  await commands.executeCommand(
    'vscode.diff',
    texts.before(change),
    texts.after(change),
    `${nameOf(change)} ↔ generated`,
    { preview: true, preserveFocus },
  );
}

/** Shows all changes in one editor. */
export async function showChanges(
  texts: GeneratedTexts,
  changes: readonly ContractChange[],
): Promise<void> {
  await commands.executeCommand(
    'vscode.changes',
    'Generated contracts',
    changes.map((change) => [Uri.parse(change.uri), texts.before(change), texts.after(change)]),
  );
}

/** Milliseconds that a list must rest on a change before its diff is shown. */
const rest = 150;
/** Milliseconds that closing diffs may take before one goes on without. */
const patience = 3000;

/** Shows the diff of the change that one stands on in a list, one after the other. */
export class DiffsInTurn {
  readonly #texts: GeneratedTexts;
  #timer: NodeJS.Timeout | undefined;
  #showing: Promise<void> = Promise.resolve();

  constructor(texts: GeneratedTexts) {
    this.#texts = texts;
  }

  show(change: ContractChange): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#showing = this.#showing
        .then(() => showChange(this.#texts, change, true))
        // A diff that cannot be shown is no reason not to go on with the list.
        .catch(() => undefined);
    }, rest);
  }

  /**
   * Closes the diffs, also the one that is on its way. VS Code may never say that an editor was
   * shown or closed which another one overtook; what one has chosen does not wait for that.
   */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    const closed = this.#showing.then(closeChanges).catch(() => undefined);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, patience))]);
  }
}

async function closeChanges(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  await window.tabGroups.close(
    tabs.filter(({ input }) => {
      const { modified, textDiffs } = (input ?? {}) as {
        readonly modified?: Uri;
        readonly textDiffs?: readonly { readonly modified: Uri }[];
      };
      const shown = modified ?? textDiffs?.[0]?.modified;
      return shown?.scheme === generatedScheme;
    }),
  );
}

export function nameOf({ path }: { readonly path: string }): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
