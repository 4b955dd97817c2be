import {
  EventEmitter,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  type TreeDataProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  modelTreeRequest,
  type ModelTreeItem,
  type ModelTreeParams,
} from '../../protocol/model-tree.js';

const icons: Readonly<Record<string, string>> = {
  system: 'symbol-namespace',
  domain: 'symbol-namespace',
  context: 'package',
  external: 'globe',
  actor: 'person',
  service: 'server-process',
  api: 'symbol-interface',
  operation: 'symbol-method',
  store: 'database',
  event: 'symbol-event',
  command: 'symbol-function',
  relation: 'arrow-both',
};
/** Milliseconds without a change after which the tree is asked for again. */
const pause = 300;

/** The map as text. Levels are asked for when they are opened. */
export class ModelTree implements TreeDataProvider<ModelTreeItem> {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #timer: NodeJS.Timeout | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Once typing pauses. What is open stays open, as items keep their ids. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#changed.fire(undefined);
    }, pause);
  }

  async getChildren(item?: ModelTreeItem): Promise<ModelTreeItem[]> {
    if (!this.#client.isRunning()) return [];
    const params: ModelTreeParams =
      item === undefined
        ? {}
        : { root: item.root, ...(item.id === undefined ? {} : { id: item.id }) };
    return this.#client.sendRequest<ModelTreeItem[]>(modelTreeRequest, params);
  }

  getTreeItem({ id, kind, label, description, expandable, place }: ModelTreeItem): TreeItem {
    const item = new TreeItem(
      label,
      expandable ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.description = description;
    item.iconPath = new ThemeIcon(icons[kind] ?? 'symbol-misc');
    item.contextValue = id === undefined ? 'model' : 'element';
    item.tooltip = `${kind} ${label}`;
    item.accessibilityInformation = {
      label: [kind, label, description].filter((part) => part !== '').join(', '),
    };
    if (place) {
      const { uri, line, character } = place;
      item.command = {
        command: 'vscode.open',
        title: 'Show',
        arguments: [Uri.parse(uri), { selection: new Range(line, character, line, character) }],
      };
    }
    return item;
  }
}
