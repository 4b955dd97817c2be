import {
  l10n,
  EventEmitter,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
  type TreeDataProvider,
  type ViewBadge,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { contractsRequest, type ContractItem } from '../../protocol/contracts.js';
import { nameOf } from './generated.js';
import { stateIcon, stateMeaning } from './states.js';

interface Folder {
  readonly name: string;
  readonly items: readonly ContractItem[];
}
type Node = Folder | ContractItem;

/** The contracts of all models by folder, each with how it stands to its file. */
export class ContractsTree implements TreeDataProvider<Node> {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #items: readonly ContractItem[] = [];

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Conflicts are counted: they wait for somebody, and nothing else does. */
  get badge(): ViewBadge | undefined {
    const open = this.#items.filter(({ state }) => state === 'conflict').length;
    return open === 0
      ? undefined
      : { value: open, tooltip: `${String(open)} contracts with conflicts` };
  }

  async refresh(): Promise<void> {
    this.#items = await this.#client.sendRequest<readonly ContractItem[]>(contractsRequest);
    this.#changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    if (node !== undefined) return 'items' in node ? [...node.items] : [];
    const folders = new Map<string, ContractItem[]>();
    for (const item of this.#items) {
      const name = folderOf(item);
      const known = folders.get(name);
      if (known) known.push(item);
      else folders.set(name, [item]);
    }
    return [...folders]
      .map(([name, items]) => ({ name, items }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  getTreeItem(node: Node): TreeItem {
    return 'items' in node ? folderItem(node) : contractItem(node);
  }
}

/** The folder of a contract as the workspace shows it. */
function folderOf({ uri }: ContractItem): string {
  const path = workspace.asRelativePath(Uri.parse(uri));
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '.';
}

function folderItem({ name, items }: Folder): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = `folder ${name}`;
  const settled: readonly string[] = ['fresh', 'enriched', 'missing'];
  const open = items.filter(({ state }) => !settled.includes(state)).length;
  item.description = open === 0 ? '' : `${String(open)} to look at`;
  item.contextValue = 'folder';
  return item;
}

function contractItem(contract: ContractItem): TreeItem {
  const { path, uri, state, conflicts, drifts, kind } = contract;
  const item = new TreeItem(nameOf(contract));
  item.id = uri;
  const counted = conflicts > 0 ? conflicts : drifts;
  item.description = counted > 0 ? `${state} (${String(counted)})` : state;
  item.tooltip = `${path}\n${kind}, ${state}: ${stateMeaning[state]}`;
  item.iconPath = stateIcon[state];
  item.contextValue = `contract.${state}`;
  item.accessibilityInformation = { label: `${nameOf(contract)}, ${kind}, ${state}` };
  item.command = {
    command: 'archivolt.contracts.open',
    title: l10n.t('Open'),
    arguments: [contract],
  };
  return item;
}
